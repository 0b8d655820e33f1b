import { type Noise, noiseOf } from '../ground/noise.ts';
import { at, distanceMetres, type Position } from '../ground/position.ts';
import { hashOf, Random } from '../ground/random.ts';
import { isOnSite } from '../plan/site.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import { type Cells, joinStrays } from './balanced-parts.ts';
import { Borders, type PolygonRings } from './borders.ts';
import { areasPerWard, divided, wardsPerPlace, withoutEmpty } from './division.ts';
import { HexLattice, NEIGHBOURS } from './hex-lattice.ts';
import { wardNames } from './ward-names.ts';

/** A ward or a statistical area. */
export interface Area {
  readonly code: string;
  readonly name: string;
  readonly polygons: readonly PolygonRings[];
}

export interface Areas {
  readonly wards: readonly Area[];
  /** LSOA-like: about 650 premises each, within one ward. */
  readonly statisticalAreas: readonly Area[];
  /** Index of the statistical area whose cell holds a position: near a border the polygon decides, not this. */
  readonly statisticalAreaNear: (position: Position) => number;
}

/**
 * Divides the site into wards of about 2,000 premises and those into statistical areas.
 * Codes look like the ONS's and cannot be theirs: it numbers wards (E05) and LSOAs (E01) upwards from 000001 and has
 * reached about E05016000 and E01036000; 999001 and up is far beyond.
 */
export function areasOf(plan: TownPlan, seed: string): Areas {
  const random = new Random(`${seed} areas`);
  const lattice = new HexLattice(plan.site.centre, SPACING_METRES, hashOf(`${seed} corners`));
  const { cells, list, find } = cellsOf(plan, lattice);
  const wardCount = Math.max(3, Math.round(20 * (plan.premises.length / 40_000) ** 0.7));
  const places = placesOf(plan, cells);
  const { part: ward } = divided(cells, places, wardsPerPlace(cells, places, wardCount), random);
  const { part: area, parentOf: wardOfArea } = withoutEmpty(
    cells,
    divided(cells, ward, areasPerWard(cells, ward, wardCount), random),
  );
  const towns = plan.settlements.filter((settlement) => settlement.kind === 'town');
  const detail = (position: Position) => {
    const share = Math.min(...towns.map((town) => distanceMetres(town.centre, position) / town.radiusMetres));
    return share < 0.75 ? 2 : share < 1.5 ? 1 : 0;
  };
  const borders = new Borders(lattice, list, cells.neighbours, area, detail);
  const names = wardNames(plan, wardCount, (position) => ward[find(position)], random);
  const order = [...names.keys()].sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rank = new Map(order.map((k, i) => [k, i]));
  const wardPolygons = borders.polygons(ward, wardCount);
  const areaOrder = [...wardOfArea.keys()].sort(
    (a, b) => (rank.get(wardOfArea[a]) ?? 0) - (rank.get(wardOfArea[b]) ?? 0) || a - b,
  );
  const areaRank = new Int32Array(wardOfArea.length);
  areaOrder.forEach((k, i) => {
    areaRank[k] = i;
  });
  const areaPolygons = borders.polygons(area, wardOfArea.length);
  return {
    wards: order.map((k, i) => ({ code: `E05${999_001 + i}`, name: names[k], polygons: wardPolygons[k] })),
    statisticalAreas: areaOrder.map((k, i) => ({
      code: `E01${999_001 + i}`,
      name: `Wrenminster ${String(i + 1).padStart(3, '0')}`,
      polygons: areaPolygons[k],
    })),
    statisticalAreaNear: (position) => areaRank[area[find(position)]],
  };
}

const SPACING_METRES = 150;

function cellsOf(
  plan: TownPlan,
  lattice: HexLattice,
): { cells: Cells; list: [number, number][]; find: (position: Position) => number } {
  const list: [number, number][] = [];
  const index = new Map<number, number>();
  const rows = Math.ceil((1.5 * plan.site.radiusMetres) / SPACING_METRES);
  for (let r = -rows; r <= rows; r++) {
    for (let q = -2 * rows; q <= 2 * rows; q++) {
      if (!isOnSite(plan.site, lattice.centreOf(q, r), 0)) continue;
      index.set(cellKey(q, r), list.length);
      list.push([q, r]);
    }
  }
  const find = (position: Position) => index.get(cellKey(...lattice.cellAt(position))) ?? -1;
  const bend = [noiseOf('border east', 1700), noiseOf('border north', 1700)] as const;
  const weights = new Float64Array(list.length);
  for (const { position } of plan.premises) weights[find(position)]++;
  return {
    list,
    find,
    cells: {
      positions: list.map(([q, r]) => drawn(plan, lattice.centreOf(q, r), bend)),
      weights,
      neighbours: list.map(([q, r]) =>
        NEIGHBOURS.map(([dq, dr]) => index.get(cellKey(q + dq, r + dr)) ?? -1),
      ),
    },
  };
}

/** Where a cell counts as lying when borders are sought: a village whole at its middle, open country bent about. */
function drawn(plan: TownPlan, position: Position, bend: readonly [Noise, Noise]): Position {
  let pull = 1;
  for (const settlement of plan.settlements) {
    const share = distanceMetres(settlement.centre, position) / settlement.radiusMetres;
    if (settlement.kind === 'village' && share < 1.3) return settlement.centre;
    if (settlement.kind === 'town' && share < 1.3) pull = 0.14;
  }
  const [x, y] = position;
  return at(x + 900 * pull * bend[0](x, y), y + 900 * pull * bend[1](x, y));
}

function cellKey(q: number, r: number): number {
  return (q + 65536) * 131072 + r + 65536;
}

/** For each cell the town it lies in, counted from 1; 0 for the country. */
function placesOf(plan: TownPlan, cells: Cells): Int32Array {
  const towns = plan.settlements.filter((settlement) => settlement.kind === 'town');
  const edge = noiseOf('town edge', 900);
  const places = Int32Array.from(cells.positions, (position) => {
    let best = 0;
    let bestShare = 1.12;
    towns.forEach((town, i) => {
      const share =
        distanceMetres(town.centre, position) / town.radiusMetres + 0.2 * edge(position[0], position[1]);
      if (share >= bestShare) return;
      best = i + 1;
      bestShare = share;
    });
    return best;
  });
  joinStrays(cells, places, towns.length + 1);
  return places;
}
