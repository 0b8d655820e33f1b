import type { BillOfQuantities } from '../cost/bill.ts';
import type { RadioBill } from '../cost/radio-bill.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import type { BreakEvenInput } from './evaluation.ts';

/** What is known of one design's costs. */
export interface DesignCosts {
  readonly pieces: readonly TrenchPiece[];
  readonly trench: BillOfQuantities;
  /** null: no radio is built. */
  readonly radio: RadioBill | null;
  readonly served: number;
}

/**
 * What break-even is reckoned from, over the whole term, mid. Of the dig a metre of route is all of its pieces but lead-ins;
 * lead-ins and connections go with the units. Of radio the fixed sum is hubs, links and the trench to them. null: a design
 * is not there, or serves nobody, or the dig has no metre of route.
 */
export function breakEvenInput(
  units: number,
  dig: DesignCosts | null,
  radio: DesignCosts | null,
): BreakEvenInput | null {
  if (!dig || !radio?.radio || dig.served === 0 || radio.served === 0) return null;
  const route = dig.pieces.filter(({ kind }) => kind !== 'lead-in');
  const trenchMetres = route.reduce((sum, { metres }) => sum + metres, 0);
  if (trenchMetres === 0) return null;
  const routePence = route.reduce(
    (sum, { parts }) => parts.reduce((own, { pence }) => own + pence.mid, sum),
    0,
  );
  return {
    units,
    trenchMetres,
    pencePerMetre: routePence / trenchMetres,
    digPencePerUnit: (dig.trench.whole.mid - routePence) / dig.served,
    radioFixedPence: radio.trench.whole.mid + radio.radio.whole.mid - radio.radio.units.pence.mid,
    radioPencePerUnit: radio.radio.units.pence.mid / radio.served,
  };
}
