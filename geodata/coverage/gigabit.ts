import { fieldOver, polygonsAbove, simplified } from '../ground/contours.ts';
import { distanceMetres, type Position, resampled } from '../ground/position.ts';
import { hashOf, latticeChance } from '../ground/random.ts';
import { isOnSite } from '../plan/site.ts';
import type { Character, Street, TownPlan } from '../plan/town-plan.ts';
import { type Blackspot, depthIn } from './blackspots.ts';

/** A provider of gigabit lines and how it chose where to build. Shares are of cabinets, each a few hundred homes. */
export interface GigabitProvider {
  readonly key: string;
  readonly name: string;
  readonly towns: Partial<Record<Character, number>>;
  readonly lesserTowns: number;
  readonly villages: number;
  readonly lanes: number;
  /** From the street's middle to the end of a service connection. */
  readonly reachMetres: number;
}

/** Fictional companies: an incumbent, an upgraded cable network, and a young local builder. */
export const GIGABIT_PROVIDERS: readonly GigabitProvider[] = [
  {
    key: 'fenline',
    name: 'Fenline Fibre',
    towns: { centre: 0.55, terrace: 0.72, semi: 0.74, modern: 0.7 },
    lesserTowns: 1,
    villages: 0.45,
    lanes: 0.12,
    reachMetres: 38,
  },
  {
    key: 'corvid',
    name: 'Corvid Cable',
    towns: { centre: 0.5, terrace: 0.66, semi: 0.72, modern: 0.12 },
    lesserTowns: 0.6,
    villages: 0,
    lanes: 0,
    reachMetres: 33,
  },
  {
    key: 'hedgerow',
    name: 'Hedgerow Networks',
    towns: { centre: 0.35, terrace: 0.28, semi: 0.3, modern: 0.62 },
    lesserTowns: 1.2,
    villages: 0.5,
    lanes: 0.16,
    reachMetres: 44,
  },
];

/**
 * A provider's footprint: the ground within reach of the streets it has built in, street by street from cabinets that
 * were taken on whole. None builds in the heart of a blackspot; now and then one has reached into its rim.
 */
export function gigabitFootprint(
  plan: TownPlan,
  provider: GigabitProvider,
  spots: readonly Blackspot[],
  seed: string,
): Position[][][] {
  const { reachMetres } = provider;
  const field = fieldOver(plan.site.centre, 1.4 * plan.site.radiusMetres, CELL_METRES, -FAR_METRES);
  const span = Math.ceil(FAR_METRES / CELL_METRES);
  for (const street of plan.streets) {
    for (const point of resampled(street.line, 6)) {
      if (!isOnSite(plan.site, point, 0) || !isBuilt(plan, provider, spots, { street, point, seed }))
        continue;
      const column = Math.round((point[0] - field.west) / CELL_METRES);
      const row = Math.round((point[1] - field.south) / CELL_METRES);
      for (let r = Math.max(1, row - span); r <= Math.min(field.rows - 2, row + span); r++) {
        for (let c = Math.max(1, column - span); c <= Math.min(field.columns - 2, column + span); c++) {
          const dx = field.west + c * CELL_METRES - point[0];
          const dy = field.south + r * CELL_METRES - point[1];
          const nearness = -Math.sqrt(dx * dx + dy * dy);
          const i = r * field.columns + c;
          if (nearness > field.values[i]) field.values[i] = nearness;
        }
      }
    }
  }
  return polygonsAbove(field, -reachMetres)
    .map((rings) => rings.filter((ring) => ring.length > 6).map((ring) => simplified(ring, 1.4)))
    .filter((rings) => rings.length > 0 && rings[0].length > 3);
}

/** What cabinets stand by. */
export function cabinetSalt(seed: string): number {
  return hashOf(`${seed} cabinets`);
}

const CELL_METRES = 14;
const FAR_METRES = 64;
const CABINET_METRES = 430;

function isBuilt(
  plan: TownPlan,
  provider: GigabitProvider,
  spots: readonly Blackspot[],
  { street, point, seed }: { street: Street; point: Position; seed: string },
): boolean {
  const settlement = plan.settlements[street.settlement];
  const [column, row] = cabinetOf(point, cabinetSalt(seed));
  const draw = latticeChance(hashOf(`${seed} ${provider.key}`), column, row);
  if (depthIn(spots, point) > 0.03 + 0.3 * draw) return false;
  const isTown =
    settlement.kind === 'town' && distanceMetres(settlement.centre, point) < 1.5 * settlement.radiusMetres;
  if (isTown) {
    const character = street.character === 'rural' ? 'terrace' : street.character;
    const share =
      (provider.towns[character] ?? provider.towns.modern ?? 0) *
      (settlement.index === 0 ? 1 : provider.lesserTowns);
    return draw < share;
  }
  if (
    street.character === 'rural' &&
    distanceMetres(settlement.centre, point) > 1.3 * settlement.radiusMetres
  )
    return draw < provider.lanes;
  return latticeChance(hashOf(`${seed} ${provider.key} villages`), settlement.index, 0) < provider.villages;
}

/** The street cabinet a point hangs on: the nearest of one per square, each somewhere in its square; `salt` from `cabinetSalt`. */
export function cabinetOf([x, y]: Position, salt: number): [number, number] {
  const column = Math.floor(x / CABINET_METRES);
  const row = Math.floor(y / CABINET_METRES);
  let best: [number, number] = [column, row];
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = column - 1; c <= column + 1; c++) {
    for (let r = row - 1; r <= row + 1; r++) {
      const dx = (c + 0.15 + 0.7 * latticeChance(salt, c, r)) * CABINET_METRES - x;
      const dy = (r + 0.15 + 0.7 * latticeChance(salt + 1, c, r)) * CABINET_METRES - y;
      if (dx * dx + dy * dy >= nearest) continue;
      nearest = dx * dx + dy * dy;
      best = [c, r];
    }
  }
  return best;
}
