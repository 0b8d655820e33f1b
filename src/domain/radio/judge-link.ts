import type { HeightGrid, HeightPart } from '../terrain/height-grid.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import { diffractionOver } from './diffraction-over.ts';
import type { LinkBudget } from './link-budget.ts';
import type { LinkEnd } from './link-end.ts';
import type { LinkMeter } from './link-meter.ts';
import type { LinkAnswer, LinkProfile, OneLinkQuestion } from './one-link.ts';
import { OutOfRange } from './out-of-range.ts';
import { CLEAR_FRESNEL_SHARE, type PathClearance, pathClearance } from './path-clearance.ts';
import { firstUnknownMetres, type PathProfile, pathLengthMetres, reversedProfile } from './path-profile.ts';
import { type EndOnGrid, placeEnd, whyHeightNotKnown } from './place-end.ts';
import { placedEnds } from './placed-ends.ts';
import { heightsBelow, partsOnPath, profileOnPath } from './profile-on-path.ts';
import { airOf } from './sight-judge.ts';
import { SightPath } from './sight-path.ts';

/** What one link is judged by. */
export interface LinkGround {
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  /** The building that a place in degrees lies on, −1 for none; null where no footprints are loaded. */
  readonly buildingAt: ((lon: number, lat: number) => number) | null;
}

/**
 * Judges one link over a height model: heights, clearance, diffraction and budget both ways. What cannot be reckoned is null
 * and has its reason; ends at one place or on one building are no link. Needs `loadGrid`.
 * @throws HeightsRefused for heights above ground without a ground model
 */
export function judgeLink({ from, to }: OneLinkQuestion, ground: LinkGround): LinkAnswer {
  const { model, meter } = ground;
  const ends = [placeEnd(from, model), placeEnd(to, model)] as const;
  const distanceMetres = Math.hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y);
  const frame = {
    ...placedEnds([from, to], ends, meter.choices.earthFactor.value),
    distanceMetres,
    ...airOf(meter),
    notes: model.notes,
  };
  const path = distanceMetres > 0 ? layOut(ends, ground) : null;
  const along = path === null ? NO_PROFILE : alongBoth(model, ends, path);
  const refused = whyNoLink([from, to], distanceMetres > 0, ground.buildingAt);
  if (path === null || refused !== null)
    return { ...frame, ...along, ...NOTHING, class: 'no link', reasons: refused === null ? [] : [refused] };
  const judged = reckoned([from, to], { ends, path, ground, slant: frame.slantMetres });
  return { ...frame, ...along, ...judged, reasons: [...judged.reasons, ...sunkEnds([from, to], ends)] };
}

/** An antenna below the surface at its own place is no place for one: its height, or what that is counted from, is wrong. */
function sunkEnds(named: readonly LinkEnd[], ends: Ends): string[] {
  return ends.flatMap(({ seaMetres, surfaceMetres }, i) => {
    const below = (surfaceMetres ?? Number.NaN) - (seaMetres ?? Number.NaN);
    return below > 0 ? [sunkWords(named[i].name, below)] : [];
  });
}

/** What is said of an antenna below the surface. */
export function sunkWords(name: string, metres: number): string {
  return `The antenna of ${name} stands ${metres.toFixed(1)} m below the surface at its place. Check its height and what that is counted from.`;
}

type Reckoned = Pick<
  LinkAnswer,
  'class' | 'clearance' | 'diffractionDecibels' | 'budget' | 'budgetBack' | 'reasons'
>;
type Ends = readonly [EndOnGrid, EndOnGrid];

const NOTHING = { clearance: null, diffractionDecibels: null, budget: null, budgetBack: null };
const NO_PROFILE = { profile: null, parts: [], groundParts: [] };

function whyNoLink(
  [from, to]: readonly [LinkEnd, LinkEnd],
  isApart: boolean,
  buildingAt: LinkGround['buildingAt'],
): string | null {
  if (!isApart) return `${from.name} and ${to.name} are at one place. Give two places that are apart.`;
  const building = buildingAt?.(from.lon, from.lat) ?? -1;
  if (building < 0 || building !== buildingAt?.(to.lon, to.lat)) return null;
  return `${from.name} and ${to.name} are on one building: a cable joins them, no radio link. Give two buildings.`;
}

/** The path between both ends; where a height is not known, at the datum, for what lies below it. */
function layOut([one, other]: Ends, { model, meter }: LinkGround): SightPath {
  const path = new SightPath(model.surface, { ...airOf(meter), fresnelShare: CLEAR_FRESNEL_SHARE });
  path.lay(one.x, one.y, one.seaMetres ?? 0, other.x, other.y, other.seaMetres ?? 0);
  return path;
}

/** West end first is how a path is laid; an answer has the first end first. */
function isTurned([one, other]: Ends): boolean {
  return one.x > other.x || (one.x === other.x && one.y > other.y);
}

function turned(clearance: PathClearance, profile: PathProfile): PathClearance {
  const length = pathLengthMetres(profile);
  const { metresAt, fresnelAt } = clearance;
  return {
    ...clearance,
    metresAt: metresAt === null ? null : length - metresAt,
    fresnelAt: fresnelAt === null ? null : length - fresnelAt,
    unknownAt: firstUnknownMetres(reversedProfile(profile)),
  };
}

/** What lies along the whole path, for a chart: own roofs and all. */
function alongBoth(
  { surface, ground }: HeightModel,
  ends: Ends,
  path: SightPath,
): Pick<LinkAnswer, 'profile' | 'parts' | 'groundParts'> {
  const laid = profileOnPath(surface, path, 'whole');
  const whole = isTurned(ends) ? reversedProfile(laid) : laid;
  const under = ground === null ? null : belowPath(ground, { surface, path, ends, whole });
  const { distancesMetres, surfaceMetres } = whole;
  return {
    profile: {
      distancesMetres,
      surfaceMetres,
      groundMetres: under?.heights ?? null,
      notKnown: unknownStretches(whole),
    },
    parts: partsOnPath(surface, path),
    groundParts: under?.parts ?? [],
  };
}

/** The ground below: of the very cells that the surface is taken of where it stands on those, else along the same line. */
function belowPath(
  ground: HeightGrid,
  given: {
    readonly surface: HeightGrid;
    readonly path: SightPath;
    readonly ends: Ends;
    readonly whole: PathProfile;
  },
): { heights: Float64Array; parts: HeightPart[] } {
  const { surface, path, ends, whole } = given;
  if (!isOneFrame(surface, ground)) return heightsBelow(whole, ends, ground);
  const laid = profileOnPath(ground, path, 'whole');
  const { surfaceMetres } = isTurned(ends) ? reversedProfile(laid) : laid;
  return { heights: surfaceMetres, parts: partsOnPath(ground, path) };
}

function isOneFrame(one: HeightGrid, other: HeightGrid): boolean {
  return FRAME.every((key) => one[key] === other[key]);
}

const FRAME = ['west', 'north', 'cellWidthMetres', 'cellHeightMetres', 'columns', 'rows'] as const;

function unknownStretches({ distancesMetres, surfaceMetres }: PathProfile): LinkProfile['notKnown'] {
  const stretches: [number, number][] = [];
  for (let i = 0; i < surfaceMetres.length; i++) {
    if (!Number.isNaN(surfaceMetres[i])) continue;
    if (i > 0 && Number.isNaN(surfaceMetres[i - 1])) stretches[stretches.length - 1][1] = distancesMetres[i];
    else stretches.push([distancesMetres[i], distancesMetres[i]]);
  }
  return stretches;
}

function reckoned(
  [from, to]: readonly [LinkEnd, LinkEnd],
  given: {
    readonly ends: Ends;
    readonly path: SightPath;
    readonly ground: LinkGround;
    readonly slant: number | null;
  },
): Reckoned {
  const { ends, path, ground, slant } = given;
  const { model, meter } = ground;
  const unplaced = [from, to].filter((_, i) => ends[i].seaMetres === null);
  if (slant === null) return { ...NOTHING, class: 'not known', reasons: unplaced.map(whyHeightNotKnown) };
  const air = airOf(meter);
  // As the path is laid, so that to the last digit both ways are the same.
  const profile = profileOnPath(model.surface, path, 'without own roofs');
  const westFirst = pathClearance(profile, air);
  const clearance = isTurned(ends) ? turned(westFirst, profile) : westFirst;
  const judged = { class: clearance.class, clearance };
  const none = { diffractionDecibels: null, budget: null, budgetBack: null };
  if (clearance.unknownAt !== null)
    return { ...judged, ...none, reasons: [whyPathNotKnown(from, clearance.unknownAt)] };
  try {
    const diffraction = diffractionOver(clearance.class, () => profile, air);
    const { budget, back } = meter.budgets(slant, diffraction);
    const budgetBack = isSameBudget(budget, back) ? null : back;
    return { ...judged, diffractionDecibels: diffraction.value, budget, budgetBack, reasons: [] };
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    return { ...judged, ...none, reasons: [error.message] };
  }
}

function whyPathNotKnown({ name }: LinkEnd, unknownAt: number): string {
  const where = `first ${Math.round(unknownAt).toLocaleString('en-GB')} m from ${name}`;
  return `Heights on the way are not known, ${where}. Load a surface that covers the whole path.`;
}

function isSameBudget(one: LinkBudget, other: LinkBudget): boolean {
  return one.lines.every(({ value }, i) => value === other.lines[i].value);
}
