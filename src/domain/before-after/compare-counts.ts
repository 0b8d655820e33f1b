import type { Analysis } from '../not-spots/analysis.ts';
import { placesOf, type Tally } from '../not-spots/tally.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import type { PremisesTable, Unit } from '../premises/premises-table.ts';
import { PREMISES_USES, type PremisesUse, type PremisesUses } from '../premises/premises-use.ts';
import { countMoves, type Moves } from './count-moves.ts';
import { otherPremises } from './project-of-side.ts';
import { rowChanges } from './row-change.ts';

/** After less before, per place, in units: low ≤ mid ≤ high. No width where no row has only a chance. */
export interface Difference {
  readonly low: Float64Array;
  readonly mid: Float64Array;
  readonly high: Float64Array;
}

/** Two tallies of the same places, what lies between them, and which units moved. */
export interface TallyComparison {
  readonly units: Float64Array;
  readonly before: Tally;
  readonly after: Tally;
  readonly difference: Difference;
  readonly moves: Moves;
}

/** Two counts of the same premises set against each other. Places: wards in code order, outside, total. */
export interface CountComparison extends TallyComparison {
  readonly unit: Unit;
  readonly wardCodes: readonly string[];
  readonly wardNames: readonly string[];
  /** True where the difference has no width in any place: nothing is known as a chance or a range only, or both sides ask the same. */
  readonly isExact: boolean;
  /** False where one side ranks no wards. */
  readonly ranksWards: boolean;
  /** The same by use, where a column tells: one place for each use that some premises have. */
  readonly byUse: (TallyComparison & { readonly uses: readonly PremisesUse[] }) | null;
  /** Per premises row, its place in ROW_CHANGES. */
  readonly rowChange: Uint8Array;
}

/** What both counts were of. */
export interface ComparedPremises {
  readonly premises: PremisesTable;
  readonly membership: WardMembership;
  readonly uses: PremisesUses | null;
  /** True where both sides ask the same of the same data: bounds then differ by nothing. */
  readonly isSameQuestion: boolean;
}

/** Sets two counts against each other. Throws SideRefused where they are not of the same rows and wards. */
export function compareCounts(before: Analysis, after: Analysis, of: ComparedPremises): CountComparison {
  const { premises, membership } = of;
  const isSame =
    before.rowState.length === premises.count &&
    after.rowState.length === premises.count &&
    before.wardCodes.length === after.wardCodes.length &&
    before.wardCodes.every((code, ward) => code === after.wardCodes[ward]);
  if (!isSame) throw otherPremises(`${before.rows} rows`, `${after.rows} rows`);
  const places = placesOf(before.wardCodes.length);
  const moves = countMoves({ before, after, premises }, membership.wardOf, places);
  const difference = differenceOf(before.notSpots, after.notSpots, of.isSameQuestion);
  return {
    unit: before.unit,
    wardCodes: before.wardCodes,
    wardNames: before.wardNames,
    units: before.units,
    before: before.notSpots,
    after: after.notSpots,
    difference,
    moves,
    isExact: of.isSameQuestion || difference.low.every((low, place) => low === difference.high[place]),
    ranksWards: before.ranksWards && after.ranksWards,
    byUse: compareByUse(before, after, of),
    rowChange: rowChanges(before, after),
  };
}

function differenceOf(before: Tally, after: Tally, isSameQuestion: boolean): Difference {
  const less = (one: Float64Array, other: Float64Array): Float64Array =>
    isSameQuestion ? new Float64Array(one.length) : one.map((value, place) => value - other[place]);
  return {
    low: less(after.low, before.high),
    mid: less(after.mid, before.mid),
    high: less(after.high, before.low),
  };
}

/** Uses are places here; nothing is outside them, and the total is all of them together. */
function compareByUse(before: Analysis, after: Analysis, of: ComparedPremises): CountComparison['byUse'] {
  if (!of.uses || !before.byUse || !after.byUse) return null;
  const uses = before.byUse.uses.map(({ use }) => use);
  const placeOfUse = PREMISES_USES.map((use) => uses.indexOf(use));
  const places = placesOf(uses.length);
  const placeOf = Int32Array.from(of.uses.use, (use) => placeOfUse[use]);
  const tally = ({ byUse, notSpots }: Analysis): Tally => {
    const total = notSpots.mid.length - 1;
    const list = (name: keyof Tally): Float64Array =>
      Float64Array.from([
        ...uses.map((use) => byUse?.uses.find((one) => one.use === use)?.notSpots[name][total] ?? 0),
        0,
        notSpots[name][total],
      ]);
    return { low: list('low'), mid: list('mid'), high: list('high'), notKnown: list('notKnown') };
  };
  const total = before.units.length - 1;
  const [one, other] = [tally(before), tally(after)];
  return {
    uses,
    units: Float64Array.from([...before.byUse.uses.map(({ units }) => units[total]), 0, before.units[total]]),
    before: one,
    after: other,
    difference: differenceOf(one, other, of.isSameQuestion),
    moves: countMoves({ before, after, premises: of.premises }, placeOf, places),
  };
}
