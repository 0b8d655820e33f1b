import { marchPath, VISIBLE } from '../../src/domain/radio/line-of-sight.ts';
import { SightPath, type SightRule } from '../../src/domain/radio/sight-path.ts';
import { SightPyramid } from '../../src/domain/radio/sight-pyramid.ts';
import { VIEW_SEEN, viewshed } from '../../src/domain/radio/viewshed.ts';
import type { HeightGrid } from '../../src/domain/terrain/height-grid.ts';
import { lastOf } from '../builders/last-of.ts';
import { type Figure, limitFigure, ratioFigure } from './figure.ts';
import { seeded } from './seeded.ts';
import { seededTown } from './seeded-town.ts';

const RULE: SightRule = { frequencyGigahertz: 60, earthFactor: 4 / 3, fresnelShare: 0.6, ownRoofMetres: 10 };
const SIDE = 5000;
const PROFILES = 200_000;
/** Of them the plain march does so many, whose decisions are compared; its time is scaled by their number. */
const MARCHED = 5_000;
/** Metres of mast on the surface at both ends: nearly all blocked, then ever more seen. */
const MASTS = [
  [4, 4],
  [12, 4],
  [25, 4],
  [70, 70],
] as const;
/** The fastest of so many counts, for both: what else the machine does only ever slows. */
const RUNS = 7;

/**
 * Asked (performance.md row 3): at least a million profiles a second of 2 km over a 1 m surface with 0.6 of the Fresnel
 * zone free, in one worker, decisions identical to the plain march; a viewshed of 3 km at 2 m in less than 2 s.
 */
export function benchSight(): Figure[] {
  const town = seededTown({ side: SIDE, cellMetres: 1, seed: 1 });
  const building = timed(() => new SightPyramid(town));
  const pyramid = building.value;
  const figures = MASTS.flatMap((masts) =>
    [1000, 2000].flatMap((metres) => sightFigures(town, pyramid, { metres, masts })),
  );
  const beside = { row: '3', most: null };
  return [
    ...figures,
    limitFigure({
      ...beside,
      what: `blocks of ${(SIDE * SIDE) / 1e6} million cells made once`,
      value: building.milliseconds / 1000,
      unit: 's',
    }),
    ...viewshedFigures(),
  ];
}

interface Links {
  readonly metres: number;
  readonly masts: readonly [near: number, far: number];
}

function sightFigures(town: HeightGrid, pyramid: SightPyramid, { metres, masts }: Links): Figure[] {
  const ends = pairsOf(town, { metres, masts });
  pyramid.sights(ends, RULE);
  const runs = Array.from({ length: RUNS }, () => timed(() => pyramid.sights(ends, RULE)));
  const [{ value: ours }] = runs;
  const fast = fastest(runs);
  const path = new SightPath(town, RULE);
  const march = (): Uint8Array =>
    Uint8Array.from({ length: MARCHED }, (_, pair) => {
      const [x0, y0, z0, x1, y1, z1] = ends.subarray(6 * pair, 6 * pair + 6);
      path.lay(x0, y0, z0, x1, y1, z1);
      return marchPath(town, path);
    });
  const marches = Array.from({ length: RUNS }, () => timed(march));
  const plain = { value: marches[0].value, milliseconds: fastest(marches) };
  const differing = plain.value.filter((answer, pair) => answer !== ours[pair]).length;
  const seen = ours.filter((answer) => answer === VISIBLE).length / PROFILES;
  const what = `${metres / 1000} km at 1 m, masts of ${masts[0]} and ${masts[1]} m`;
  const perSecond = PROFILES / fast / 1000;
  return [
    ratioFigure({
      row: '3',
      what: `${PROFILES.toLocaleString('en-GB')} profiles of ${what} (${(100 * seen).toFixed(1)} % seen); plain march of ${MARCHED.toLocaleString('en-GB')} scaled`,
      ours: fast,
      peer: (plain.milliseconds * PROFILES) / MARCHED,
      askedPart: null,
    }),
    {
      ...limitFigure({
        row: '3',
        what: `profiles a second, ${what}`,
        value: perSecond,
        most: null,
        unit: 'million',
      }),
      ours: `${perSecond.toFixed(2)} million`,
      ...(metres === 2000 ? { asked: '≥ 1 million', isMet: perSecond >= 1 } : {}),
    },
    limitFigure({
      row: '3',
      what: `decisions that differ from the plain march, ${what}`,
      value: differing,
      most: 0,
      unit: 'profiles',
    }),
  ];
}

/** Pairs so far apart, each end on what stands there, in the grid's metres. */
function pairsOf(town: HeightGrid, { metres, masts }: Links): Float64Array {
  const random = seeded(7);
  const ends = new Float64Array(6 * PROFILES);
  const isInside = (value: number): boolean => value > 0 && value < SIDE;
  const heightAt = (x: number, y: number): number => town.heights[Math.floor(y) * SIDE + Math.floor(x)];
  for (let at = 0; at < ends.length; ) {
    const [x, y, turn] = [random() * SIDE, random() * SIDE, random() * 2 * Math.PI];
    const [farX, farY] = [x + metres * Math.cos(turn), y + metres * Math.sin(turn)];
    if (!isInside(farX) || !isInside(farY)) continue;
    ends.set([town.west + x, town.north - y, heightAt(x, y) + masts[0]], at);
    ends.set([town.west + farX, town.north - farY, heightAt(farX, farY) + masts[1]], at + 3);
    at += 6;
  }
  return ends;
}

/** By radius at 2 m, then by cell at 3 km. */
function viewshedFigures(): Figure[] {
  const fine = seededTown({ side: 3200, cellMetres: 2, seed: 2 });
  const coarse = seededTown({ side: 1300, cellMetres: 5, seed: 2 });
  const finest = seededTown({ side: 6100, cellMetres: 1, seed: 2 });
  const half = viewing(fine, 1500);
  const whole = viewing(fine, 3000);
  const figure = (what: string, milliseconds: number, most: number | null, growth = ''): Figure =>
    limitFigure({ row: '3', what, value: milliseconds / 1000, most, unit: 's', growth });
  return [
    figure('viewshed of 1.5 km at 2 m', half.milliseconds, null),
    figure(
      `viewshed of 3 km at 2 m (${(100 * whole.seen).toFixed(1)} % of the cells seen)`,
      whole.milliseconds,
      2,
      `× ${(whole.milliseconds / half.milliseconds).toFixed(2)} (radius doubled: four times the cells)`,
    ),
    figure('viewshed of 3 km at 5 m', viewing(coarse, 3000).milliseconds, null),
    figure('viewshed of 3 km at 1 m', viewing(finest, 3000).milliseconds, null),
  ];
}

function viewing(grid: HeightGrid, radiusMetres: number): { milliseconds: number; seen: number } {
  const middle = (grid.rows >> 1) * grid.columns + (grid.columns >> 1);
  const antenna = {
    x: grid.west + ((grid.columns >> 1) + 0.5) * grid.cellWidthMetres,
    y: grid.north - ((grid.rows >> 1) + 0.5) * grid.cellHeightMetres,
    metres: grid.heights[middle] + 20,
  };
  const look = () => lastOf(viewshed(grid, antenna, { radiusMetres, targetMetres: 2, earthFactor: 4 / 3 }));
  look();
  const runs = Array.from({ length: RUNS }, () => timed(look));
  const [{ value }] = runs;
  return {
    milliseconds: fastest(runs),
    seen: value.views.filter((view) => view === VIEW_SEEN).length / value.views.length,
  };
}

function fastest(runs: readonly { readonly milliseconds: number }[]): number {
  return Math.min(...runs.map(({ milliseconds }) => milliseconds));
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const began = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - began };
}
