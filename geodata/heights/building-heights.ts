import { signedAreaMetres2 } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { Building, TownPlan } from '../plan/town-plan.ts';

export interface BuildingHeight {
  /** Storeys, the ground floor counted. */
  readonly levels: number;
  /** From the ground at the wall to the highest part of the roof, metres, one decimal. */
  readonly heightMetres: number;
}

/** A height for each building of the plan, by its kind and by how many live in it. Invented. */
export function buildingHeightsOf({ buildings, premises }: TownPlan, seed: string): BuildingHeight[] {
  const random = new Random(`${seed} building heights`);
  const homes = buildings.map(() => 0);
  for (const { building } of premises) homes[building]++;
  return buildings.map((building, i) => {
    const levels = levelsOf(building, homes[i], random);
    const { storey, roof } = KINDS[building.kind];
    const height = levels * storey + random.between(roof[0], roof[1]);
    return { levels, heightMetres: Math.round(height * 10) / 10 };
  });
}

/** Metres from floor to floor, and what the roof adds: least and most. */
const KINDS: Record<Building['kind'], { storey: number; roof: readonly [number, number] }> = {
  terrace: { storey: 2.7, roof: [2, 3.2] },
  'semi-detached': { storey: 2.6, roof: [2, 3] },
  detached: { storey: 2.6, roof: [2.2, 3.4] },
  flats: { storey: 2.8, roof: [0.8, 3] },
  shop: { storey: 3.1, roof: [0.6, 3] },
  works: { storey: 5.4, roof: [0.8, 3.5] },
  public: { storey: 3.6, roof: [0.8, 4.5] },
  farm: { storey: 2.7, roof: [2, 3.4] },
};

/** Floor that a flat takes with its share of stairs and walls. */
const FLAT_SQUARE_METRES = 72;

function levelsOf({ kind, outline }: Building, homes: number, random: Random): number {
  switch (kind) {
    case 'flats': {
      const perFloor = Math.max(1, Math.floor(Math.abs(signedAreaMetres2(outline)) / FLAT_SQUARE_METRES));
      return Math.min(22, Math.max(3, Math.ceil(homes / perFloor)));
    }
    case 'terrace':
      return random.chance(0.14) ? 3 : 2;
    case 'detached':
      return random.chance(0.16) ? 1 : 2;
    case 'shop':
      return random.whole(2, 3);
    case 'public':
      return random.whole(1, 3);
    case 'works':
      return random.chance(0.2) ? 2 : 1;
    case 'farm':
    case 'semi-detached':
      return 2;
  }
}
