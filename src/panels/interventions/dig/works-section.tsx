import type { BillOfQuantities } from '../../../domain/cost/bill.ts';
import { RANGES_NOTE, worksLines } from '../../../stores/derived/bill-works.ts';
import { QuantityRows } from './quantity-rows.tsx';

/** What a route's works take and disturb, and how the ranges of its bill add. */
export function WorksSection({ bill }: { readonly bill: BillOfQuantities }) {
  return (
    <section className="panel-section" aria-labelledby="dig-works">
      <h2 id="dig-works">Works and disruption</h2>
      <table className="cost-table">
        <caption className="unseen">What works take and disturb, with ranges</caption>
        <QuantityRows lines={worksLines(bill).map(({ note, ...line }) => ({ ...line, below: note }))} />
      </table>
      <p className="small soft">{RANGES_NOTE}</p>
    </section>
  );
}
