import type { BillOfQuantities } from '../../../domain/cost/bill.ts';
import { RANGES_NOTE, worksLines } from '../../../stores/derived/bill-works.ts';

/** What a route's works take and disturb, and how the ranges of its bill add. */
export function WorksSection({ bill }: { readonly bill: BillOfQuantities }) {
  return (
    <section className="panel-section" aria-labelledby="dig-works">
      <h2 id="dig-works">Works and disruption</h2>
      <table className="cost-table">
        <caption className="unseen">What works take and disturb, with ranges</caption>
        <tbody>
          {worksLines(bill).map(({ name, value, band, note }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className="small soft cost-band">{note}</span>
              </th>
              <td className="number">
                {value}
                {band ? <span className="small soft cost-band"> {band}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">{RANGES_NOTE}</p>
    </section>
  );
}
