import { converterToDegrees } from '../geo/convert-coordinates.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import type { Roofs } from '../terrain/roofs.ts';
import { heightAt } from '../terrain/sample-height.ts';
import type { CandidateRoof, CandidatesAnswer } from './candidate-roof.ts';
import type { LinkMeter } from './link-meter.ts';
import { requireRange } from './out-of-range.ts';
import { antennasOn } from './place-reach.ts';
import { type PremisesPlace, premisesPlace, type RoofPlace } from './premises-places.ts';
import { airOf, layOutSight, SightJudge } from './sight-judge.ts';
import type { Antenna } from './sight-path.ts';

/** A building or an asset that may carry a hub. */
export interface RoofSource {
  readonly name: string;
  readonly sourceRow: number;
  readonly place: PremisesPlace;
}

/** What candidates are compared on. */
export interface CandidatesInput {
  readonly sources: readonly RoofSource[];
  /** Content that `sourceRow` counts rows of. */
  readonly contentId: string;
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  readonly roofs: Roofs | null;
  readonly premises: PremisesTable;
  readonly mastMetres: number;
  readonly radiusMetres: number;
  readonly most: number;
}

/**
 * The best of some roofs, each at the best of its points: that from which a mast has a clear path to most units of premises
 * within the radius. The 200 highest roofs are looked at, by an even sample of at most 400 places of premises; all are counted
 * from the best of those, twice as many roofs as are asked. Equals go by height, then by row. Needs `loadGrid`.
 * @throws OutOfRange for a radius above 5,000 m
 */
export function* candidateRoofs(input: CandidatesInput): Generator<WorkStep, CandidatesAnswer> {
  const { sources, model, meter, mastMetres, radiusMetres, most } = input;
  requireRange({
    quantity: 'radius',
    value: radiusMetres,
    low: 1,
    high: 5000,
    unit: 'm',
    source: 'A comparison of roofs',
    remedy: 'Take a smaller radius.',
  });
  const known = sources.filter(({ place }) => place.points.length > 0);
  const looked = known.toSorted(byHeight).slice(0, MOST_LOOKED_AT);
  const targets = yield* targetsOf(input);
  const sample = everyNth(targets, Math.ceil(targets.length / SAMPLE));
  yield* layOutSight(model.surface);
  const judge = new SightJudge(model.surface, airOf(meter));
  const compared: Compared[] = [];
  for (const [i, source] of looked.entries()) {
    const { place } = source;
    let best = { point: 0, seen: -1 };
    for (const [point, antenna] of antennasOn(place.points, mastMetres).entries()) {
      yield { what: 'Comparing roofs', fraction: (SAMPLE_SHARE * i) / looked.length };
      const { seen } = countSeen(antenna, sample, { judge, radiusMetres, building: place.building });
      if (seen > best.seen) best = { point, seen };
    }
    compared.push({ source, ...best });
  }
  const chosen = compared
    .toSorted((one, other) => other.seen - one.seen || byHeight(one.source, other.source))
    .slice(0, 2 * most);
  const roofs: Omit<CandidateRoof, 'rank'>[] = [];
  for (const [i, { source, point }] of chosen.entries()) {
    const { name, sourceRow, place } = source;
    const from = SAMPLE_SHARE + ((1 - SAMPLE_SHARE) * i) / chosen.length;
    const [antenna] = antennasOn([place.points[point]], mastMetres);
    const counting = { judge, radiusMetres, building: place.building };
    const { seen, of } = yield* countInSteps(antenna, targets, { ...counting, fraction: from });
    const { contentId } = input;
    const placed = describe(place.points[point], model);
    roofs.push({ name, ...placed, seenUnits: seen, ofUnits: of, sourceRow, contentId });
  }
  roofs.sort(
    (one, other) =>
      other.seenUnits - one.seenUnits || other.seaMetres - one.seaMetres || one.sourceRow - other.sourceRow,
  );
  return {
    roofs: roofs.slice(0, most).map((roof, i) => ({ ...roof, rank: i + 1 })),
    looked: looked.length,
    notKnown: sources.length - known.length,
    notes: [...model.notes, ...leftOut(known.length - looked.length)],
  };
}

const MOST_LOOKED_AT = 200;
const SAMPLE = 400;
/** Of the whole, by time. */
const SAMPLE_SHARE = 0.6;

function leftOut(count: number): string[] {
  if (count === 0) return [];
  return [
    `Only the ${MOST_LOOKED_AT} highest roofs were compared; ${count.toLocaleString('en-GB')} lower ones were not.`,
  ];
}

/** A roof and the best of its points by the sample. */
interface Compared {
  readonly source: RoofSource;
  readonly point: number;
  readonly seen: number;
}

/** The first point of a place is its highest. */
function byHeight(one: RoofSource, other: RoofSource): number {
  const rise = other.place.points[0].surfaceMetres - one.place.points[0].surfaceMetres;
  return rise || one.sourceRow - other.sourceRow;
}

interface Target extends Antenna {
  readonly units: number;
  readonly building: number;
}

/** Where premises have their antennas: those of one building share its highest point. */
function* targetsOf({ model, meter, roofs, premises }: CandidatesInput): Generator<WorkStep, Target[]> {
  const unitsOf = new Map<number, number>();
  const places: { place: PremisesPlace; units: number }[] = [];
  for (let row = 0; row < premises.count; row++) {
    if (row % ROWS_A_STEP === 0) yield { what: 'Placing premises', fraction: row / premises.count };
    const at = { lon: premises.lon[row], lat: premises.lat[row] };
    const building = roofs?.at(at.lon, at.lat) ?? -1;
    const units = unitsAt(premises, row);
    const before = building < 0 ? undefined : unitsOf.get(building);
    if (building >= 0) unitsOf.set(building, (before ?? 0) + units);
    if (before === undefined) places.push({ place: premisesPlace(at, model.surface, roofs), units });
  }
  const mast = meter.choices.premisesMastMetres.value;
  return places.flatMap(({ place, units }) => {
    const [antenna] = antennasOn(place.points.slice(0, 1), mast);
    const { building } = place;
    return antenna ? [{ ...antenna, building, units: unitsOf.get(building) ?? units }] : [];
  });
}

const ROWS_A_STEP = 500;
const TARGETS_A_STEP = 2000;

interface Counting {
  readonly judge: SightJudge;
  readonly radiusMetres: number;
  /** Of the roof itself, whose own premises are not counted; −1: none. */
  readonly building: number;
}

function countSeen(
  antenna: Antenna,
  targets: readonly Target[],
  { judge, radiusMetres, building }: Counting,
): { seen: number; of: number } {
  let [seen, of] = [0, 0];
  for (const target of targets) {
    const distance = Math.hypot(target.x - antenna.x, target.y - antenna.y);
    const isOwn = building >= 0 && target.building === building;
    if (isOwn || !(distance > 0 && distance <= radiusMetres)) continue;
    of += target.units;
    if (judge.classOf(antenna, target) === 'clear') seen += target.units;
  }
  return { seen, of };
}

function* countInSteps(
  antenna: Antenna,
  targets: readonly Target[],
  counting: Counting & { readonly fraction: number },
): Generator<WorkStep, { seen: number; of: number }> {
  let [seen, of] = [0, 0];
  for (let from = 0; from < targets.length; from += TARGETS_A_STEP) {
    yield { what: 'Counting what the best roofs see', fraction: counting.fraction };
    const part = countSeen(antenna, targets.slice(from, from + TARGETS_A_STEP), counting);
    seen += part.seen;
    of += part.of;
  }
  return { seen, of };
}

function describe(
  { x, y, kind, surfaceMetres }: RoofPlace,
  { surface, ground }: HeightModel,
): Pick<CandidateRoof, 'lon' | 'lat' | 'point' | 'seaMetres' | 'aboveGroundMetres'> {
  const [lon, lat] = converterToDegrees(surface.system)(x, y);
  const below = ground === null ? Number.NaN : heightAt(ground, x, y);
  const aboveGroundMetres = Number.isNaN(below) ? null : surfaceMetres - below;
  return { lon, lat, point: kind, seaMetres: surfaceMetres, aboveGroundMetres };
}

function everyNth<T>(items: readonly T[], n: number): T[] {
  return items.filter((_, i) => i % Math.max(1, n) === 0);
}
