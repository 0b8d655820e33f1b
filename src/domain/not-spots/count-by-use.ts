import type { AreaTable } from '../geo/area-table.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { PREMISES_USES, type PremisesUse, type PremisesUses } from '../premises/premises-use.ts';
import { emptyTally, placesOf, type Tally } from './tally.ts';
import type { WardMembership } from './ward-membership.ts';

/** Counts by what the premises are used for. Only uses that some premises have. */
export interface UseCounts {
  /** The column that told. */
  readonly column: string;
  readonly uses: readonly UseCount[];
}

/** One use's counts per place: wards in code order, "outside every ward", total. */
export interface UseCount {
  readonly use: PremisesUse;
  readonly units: Float64Array;
  readonly notSpots: Tally;
}

/**
 * Counts a recipe per ward and use. `count` counts it at any places; here a place is a ward (or outside) and a use, and
 * once more just a use, for the totals of shares have narrower bands than the sum of their parts.
 */
export function countByUse(
  given: PremisesUses,
  input: CountedPremises,
  count: (placeOf: Int32Array, places: number) => Tally,
): UseCounts {
  const { column } = given;
  const places = placesOf(input.wards.codes.length);
  const kinds = PREMISES_USES.length;
  const { wardAndUse, use, units } = placesByUse(given, input);
  const apart = count(wardAndUse, (places.outside + 1) * kinds);
  const whole = count(use, kinds);
  const uses = PREMISES_USES.map((name, kind): UseCount => {
    const notSpots = emptyTally(places);
    const own = new Float64Array(places.length);
    for (let place = 0; place < places.length; place++) {
      const at = place * kinds + kind;
      own[place] = units[at];
      const [from, index] = place === places.total ? [whole, kind] : [apart, at];
      notSpots.low[place] = from.low[index];
      notSpots.mid[place] = from.mid[index];
      notSpots.high[place] = from.high[index];
      notSpots.notKnown[place] = from.notKnown[index];
    }
    return { use: name, units: own, notSpots };
  });
  return { column, uses: uses.filter((one) => one.units[places.total] > 0) };
}

interface CountedPremises {
  readonly premises: PremisesTable;
  readonly membership: WardMembership;
  readonly wards: AreaTable;
}

/** Where each premises counts, and the units there: the same for every recipe. */
interface UsePlaces {
  readonly wardOf: Int32Array;
  readonly wardAndUse: Int32Array;
  readonly use: Int32Array;
  /** By place and use; the last place is the total. */
  readonly units: Float64Array;
}

const known = new WeakMap<PremisesUses, UsePlaces>();

function placesByUse(uses: PremisesUses, { premises, membership, wards }: CountedPremises): UsePlaces {
  const earlier = known.get(uses);
  const { wardOf } = membership;
  if (earlier?.wardOf === wardOf) return earlier;
  const places = placesOf(wards.codes.length);
  const kinds = PREMISES_USES.length;
  const wardAndUse = new Int32Array(premises.count);
  const units = new Float64Array(places.length * kinds);
  for (let i = 0; i < premises.count; i++) {
    const place = wardOf[i] < 0 ? places.outside : wardOf[i];
    const here = place * kinds + uses.use[i];
    wardAndUse[i] = here;
    units[here] += unitsAt(premises, i);
    units[places.total * kinds + uses.use[i]] += unitsAt(premises, i);
  }
  const made: UsePlaces = { wardOf, wardAndUse, use: Int32Array.from(uses.use), units };
  known.set(uses, made);
  return made;
}
