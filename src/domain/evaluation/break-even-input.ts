import type { BillOfQuantities } from '../cost/bill.ts';
import type { RadioBill } from '../cost/radio-bill.ts';
import type { TrenchPiece } from '../cost/trench-piece.ts';
import { type Built, pointKey } from './built-together.ts';
import type { BreakEvenInput } from './evaluation.ts';

/** What is known of one design: what it builds, what that costs, how many units it serves. */
export interface DesignCosts {
  readonly built: Pick<Built, 'pieces' | 'fibre' | 'radio'>;
  readonly trench: BillOfQuantities;
  /** null: no radio is built. */
  readonly radio: RadioBill | null;
  readonly served: number;
}

/**
 * What break-even is reckoned from, over the whole term, mid. Of the dig a metre of trench is what is dug in and across
 * streets; ducts and poles cost the same however long that is, lead-ins and connections go with the units. Of radio the
 * fixed sum is hubs, links and the trench to them. null: a design is not there, both serve none alike, or nothing is dug in
 * streets.
 */
export function breakEvenInput(dig: DesignCosts | null, radio: DesignCosts | null): BreakEvenInput | null {
  if (!dig || !radio?.radio) return null;
  const units = servedByBoth(dig.built, radio.built);
  const { trenchMetres, ductMetres, poleMetres, whole } = dig.trench;
  if (units === 0 || trenchMetres === 0) return null;
  const { pieces } = dig.built;
  const trenchPence = penceOf(pieces.filter(({ kind }) => kind === 'street' || kind === 'crossing'));
  const digFixedPence = penceOf(pieces.filter(({ kind }) => kind === 'duct' || kind === 'pole route'));
  const radioPence = radio.trench.whole.mid + radio.radio.whole.mid;
  const atPremises = radio.radio.units.pence.mid;
  return {
    units,
    served: { dig: dig.served, radio: radio.served },
    wholePence: { dig: whole.mid, radio: radioPence },
    trenchMetres,
    usedMetres: ductMetres + poleMetres,
    pencePerMetre: trenchPence / trenchMetres,
    digFixedPence,
    digPencePerUnit: (whole.mid - trenchPence - digFixedPence) / dig.served,
    radioFixedPence: radioPence - atPremises,
    radioPencePerUnit: atPremises / radio.served,
  };
}

/** Units of the places that the trench of one and the links of the other reach. */
function servedByBoth(dig: DesignCosts['built'], radio: DesignCosts['built']): number {
  const byRadio = new Set(radio.radio.map(({ place }) => pointKey(place)));
  return dig.fibre.reduce((sum, place) => sum + (byRadio.has(pointKey(place)) ? place.units : 0), 0);
}

function penceOf(pieces: readonly TrenchPiece[]): number {
  return pieces.reduce((sum, { parts }) => parts.reduce((own, { pence }) => own + pence.mid, sum), 0);
}
