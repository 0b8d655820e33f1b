import { distanceMetres, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';

/** A network of sectors on roofs. */
export interface RadioNetwork {
  readonly key: string;
  readonly name: string;
  readonly sectorDegrees: number;
  readonly reachMetres: number;
  readonly sectorsPerHub: number;
  /** Premises for each hub. */
  readonly premisesPerHub: number;
  readonly roofs: 'flats' | 'public';
}

/** Fictional companies: short and wide beams from tower blocks, long and narrow ones from public buildings. */
export const RADIO_NETWORKS: readonly RadioNetwork[] = [
  {
    key: 'rooklink',
    name: 'Rooklink',
    sectorDegrees: 90,
    reachMetres: 950,
    sectorsPerHub: 3,
    premisesPerHub: 9000,
    roofs: 'flats',
  },
  {
    key: 'skylark',
    name: 'Skylark Radio',
    sectorDegrees: 60,
    reachMetres: 2400,
    sectorsPerHub: 2,
    premisesPerHub: 10_000,
    roofs: 'public',
  },
];

/** A network's sectors: fans from its hubs, cut short where something stands in the beam. One polygon each. */
export function radioSectors(plan: TownPlan, network: RadioNetwork, seed: string): Position[][][] {
  const random = new Random(`${seed} radio ${network.key}`);
  const sectors: Position[][][] = [];
  for (const hub of hubsOf(plan, network, random)) {
    const first = random.between(-Math.PI, Math.PI);
    for (let i = 0; i < network.sectorsPerHub; i++) {
      const middle =
        first +
        (i * 2 * Math.PI) / (network.sectorsPerHub + (network.sectorsPerHub === 3 ? 1 : 0)) +
        random.between(-0.1, 0.1);
      sectors.push([fan(hub, middle, network, random)]);
    }
  }
  return sectors;
}

function fan(hub: Position, middle: number, network: RadioNetwork, random: Random): Position[] {
  const width = (network.sectorDegrees * Math.PI) / 180;
  const rays = Math.round(network.sectorDegrees / 2.5);
  const ring: Position[] = [hub];
  let blocked = 0;
  let short = 1;
  for (let i = 0; i <= rays; i++) {
    if (blocked <= 0 && random.chance(0.07)) {
      blocked = random.whole(2, 5);
      short = random.between(0.4, 0.8);
    }
    const reach = network.reachMetres * (blocked-- > 0 ? short : random.between(0.985, 1));
    ring.push(moved(hub, middle - width / 2 + (width * i) / rays, reach));
  }
  return ring;
}

/** Roofs of the right sort, apart from each other. */
function hubsOf(plan: TownPlan, network: RadioNetwork, random: Random): Position[] {
  const kind = network.roofs;
  const stacks = new Map<number, number>();
  for (const one of plan.premises) stacks.set(one.building, (stacks.get(one.building) ?? 0) + 1);
  const roofs = plan.buildings
    .map((building, i) => ({ building, i }))
    .filter(({ building, i }) => building.kind === kind && (kind === 'public' || (stacks.get(i) ?? 0) >= 20));
  const wanted = Math.max(3, Math.round(plan.premises.length / network.premisesPerHub));
  const hubs: Position[] = [];
  for (const { building } of random.shuffled(roofs)) {
    if (hubs.length >= wanted) break;
    const place = moved(building.outline[0], 0, 3, 3);
    if (hubs.every((hub) => distanceMetres(hub, place) > 0.9 * network.reachMetres)) hubs.push(place);
  }
  return hubs;
}
