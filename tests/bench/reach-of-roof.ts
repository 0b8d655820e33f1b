import { loadGrid } from '../../src/domain/geo/british-national-grid.ts';
import type { PremisesTable } from '../../src/domain/premises/premises-table.ts';
import type { ReachAnswer } from '../../src/domain/radio/reach-answer.ts';
import type { ReachGround } from '../../src/domain/radio/reach-ground.ts';
import { reachOfRoof } from '../../src/domain/radio/reach-of-roof.ts';
import { Roofs } from '../../src/domain/terrain/roofs.ts';
import { premisesAt, squareFootprints } from '../builders/footprints.ts';
import { lastOf } from '../builders/last-of.ts';
import { endAt, linkGround } from '../builders/link-ground.ts';
import { type Figure, limitFigure, ratioFigure } from './figure.ts';
import { seeded } from './seeded.ts';
import { seededTown } from './seeded-town.ts';

const CELLS = 3200;
const CELL_METRES = 2;
const SIDE_METRES = CELLS * CELL_METRES;
/** Of the seeded town: a house every so far, at least so wide. */
const BLOCK_METRES = 40;
const HOUSE_METRES = 14;
const RADIUS_METRES = 3000;
const MAST_METRES = 25;
const MOST_MAST_METRES = 30;
/** Heights at which the reach is counted anew; the time for all of them is scaled by their number. */
const ANEW = [0, 15, 30] as const;
/** The fastest of so many: what else the machine does only ever slows. */
const RUNS = 3;

/**
 * Asked (product.md, P2): the reach of a roof over 3 km in less than 2 s. Premises lie in houses, each judged from the best
 * of its roof's highest point and corners; half of the row's growth is that of the premises. Decided: a mast curve comes
 * from the heights at which paths become free, not from counting anew at each.
 */
export async function benchReach(): Promise<Figure[]> {
  await loadGrid();
  const town = seededTown({ side: CELLS, cellMetres: CELL_METRES, seed: 2 });
  const corners = houses();
  const roofs = new Roofs(squareFootprints(town, corners, HOUSE_METRES), town);
  const random = seeded(5);
  const inHouses = (count: number): PremisesTable =>
    premisesAt(
      town,
      Array.from({ length: count }, () => {
        const [x, y] = corners[Math.floor(random() * corners.length)];
        return [x + HOUSE_METRES / 2, y + HOUSE_METRES / 2, 1] as const;
      }),
    );
  const [half, whole] = [inHouses(20_000), inHouses(40_000)];
  return ['generic-60-ghz-multipoint', 'generic-5.8-ghz'].flatMap((device) => {
    const ground = { ...linkGround(town, { device }), roofs, analysis: null };
    return figures(device, { ...ground, premises: half }, { ...ground, premises: whole });
  });

  function reachAt(ground: ReachGround, mastMetres: number, mostMastMetres: number): ReachAnswer {
    const site = endAt(town, [SIDE_METRES / 2 + 1, SIDE_METRES / 2 + 1], mastMetres);
    return lastOf(reachOfRoof({ site, radiusMetres: RADIUS_METRES, mostMastMetres }, ground));
  }

  function figures(device: string, fewer: ReachGround, all: ReachGround): Figure[] {
    const first = timed(() => reachAt(all, MAST_METRES, MOST_MAST_METRES));
    const less = fastest(() => reachAt(fewer, MAST_METRES, MOST_MAST_METRES));
    const more = fastest(() => reachAt(all, MAST_METRES, MOST_MAST_METRES));
    const { rows, served, mast } = more.value;
    const growth = `× ${(more.milliseconds / less.milliseconds).toFixed(2)} (premises doubled)`;
    const anew = ANEW.map((metres) => timed(() => reachAt(all, metres, 0)));
    const differing = anew.filter(({ value }, i) => value.served.units !== mast.served[ANEW[i]]).length;
    const perHeight = anew.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / anew.length;
    const count = rows.row.length.toLocaleString('en-GB');
    const name = device.replace('generic-', '');
    const what = `reach of 3 km at 2 m with its mast curve, ${count} premises in houses, ${name} (${served.units} served)`;
    const perSecond = rows.row.length / (more.milliseconds / 1000);
    const beside = { row: 'P2', most: null };
    return [
      limitFigure({ row: 'P2', what, value: more.milliseconds / 1000, most: 2, unit: 's', growth }),
      limitFigure({
        ...beside,
        what: `the first, ${name}: roofs and blocks too`,
        value: first.milliseconds / 1000,
        unit: 's',
      }),
      limitFigure({ ...beside, what: `premises a second, ${name}`, value: perSecond, unit: '' }),
      ratioFigure({
        row: 'P2',
        what: `mast curve of ${MOST_MAST_METRES + 1} heights with the reach; counted anew at ${ANEW.length}, scaled, ${name}`,
        ours: more.milliseconds,
        peer: perHeight * (MOST_MAST_METRES + 1),
        askedPart: null,
      }),
      limitFigure({
        row: 'P2',
        what: `heights that differ from counting anew, ${name}`,
        value: differing,
        most: 0,
        unit: '',
      }),
    ];
  }
}

function houses(): (readonly [number, number])[] {
  const across = Math.floor(SIDE_METRES / BLOCK_METRES);
  return Array.from({ length: across * across }, (_, i) => [
    BLOCK_METRES * (i % across),
    SIDE_METRES - BLOCK_METRES * Math.floor(i / across) - HOUSE_METRES,
  ]);
}

function fastest<T>(work: () => T): { value: T; milliseconds: number } {
  const runs = Array.from({ length: RUNS }, () => timed(work));
  return runs.reduce((best, run) => (run.milliseconds < best.milliseconds ? run : best));
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const began = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - began };
}
