import { PointGrid } from '../ground/point-grid.ts';
import { headingTo, moved, type Position, resampled, ringContains } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { isKeptFree, type Landscape } from '../plan/landscape.ts';
import type { Building, Street, TownPlan } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';

export interface Tree {
  readonly position: Position;
  /** From the ground to the top, metres, one decimal. */
  readonly heightMetres: number;
  /** Of the crown, metres, one decimal. */
  readonly crownRadiusMetres: number;
}

/** Trees along streets, in parks and in woods; none in a building, in water or on rails. Invented. */
export function treesOf(plan: TownPlan, landscape: Landscape, seed: string): Tree[] {
  const random = new Random(`${seed} trees`);
  const built = outlinesNear(plan.buildings);
  const trees: Tree[] = [];
  const plant = (position: Position, [low, high]: readonly [number, number], slender = 0.22): void => {
    const height = random.between(low, high);
    const crown = height * slender * random.between(0.75, 1.35);
    if (built(position, crown) || isKeptFree(landscape, position)) return;
    trees.push({ position, heightMetres: tenth(height), crownRadiusMetres: tenth(crown) });
  };
  for (const street of plan.streets) alongStreet(street, random, (position) => plant(position, [4.5, 13]));
  for (const zone of plan.zones) {
    const spacing = zone.kind === 'wood' ? 14 : zone.kind === 'park' ? 26 : null;
    if (spacing === null) continue;
    const reach = 1.5 * zone.radiusMetres;
    for (let x = -reach; x <= reach; x += spacing) {
      for (let y = -reach; y <= reach; y += spacing) {
        const place = moved(
          zone.centre,
          0,
          x + random.between(-0.4, 0.4) * spacing,
          y + random.between(-0.4, 0.4) * spacing,
        );
        if (zone.kind === 'park' && random.chance(0.45)) continue;
        if (!zoneHolds(zone, place, -3)) continue;
        // Crowns of a wood close over its ground.
        if (zone.kind === 'wood') plant(place, [10, 21], 0.48);
        else plant(place, [6, 18]);
      }
    }
  }
  return trees;
}

/** Trees per hundred metres of a side of the street. */
const STREET_TREES: Record<Street['character'], number> = {
  centre: 0.5,
  terrace: 0.4,
  semi: 1.8,
  modern: 1.2,
  estate: 1.6,
  village: 1.5,
  business: 1,
  rural: 1.1,
};

function alongStreet(street: Street, random: Random, plant: (position: Position) => void): void {
  const step = 10;
  const line = resampled(street.line, step);
  for (let i = 0; i + 1 < line.length; i++) {
    const heading = headingTo(line[i], line[i + 1]);
    for (const side of [1, -1]) {
      if (!random.chance((STREET_TREES[street.character] * step) / 100)) continue;
      plant(moved(line[i], heading, random.between(0, step), side * random.between(5, 7.5)));
    }
  }
}

/** Whether a trunk would stand in a building or nearer to its corner than half of the crown. */
function outlinesNear(buildings: readonly Building[]): (position: Position, crownMetres: number) => boolean {
  const grid = new PointGrid<Building>(50);
  let widest = 0;
  for (const building of buildings) {
    const middle = middleOf(building.outline);
    for (const corner of building.outline)
      widest = Math.max(widest, Math.hypot(corner[0] - middle[0], corner[1] - middle[1]));
    grid.add(middle, building);
  }
  return (position, crownMetres) =>
    grid.near(
      position,
      widest + crownMetres,
      (_, { outline }) =>
        ringContains(outline, position) ||
        outline.some(
          (corner) =>
            (corner[0] - position[0]) ** 2 + (corner[1] - position[1]) ** 2 < (crownMetres / 2) ** 2,
        ),
    );
}

function middleOf(outline: readonly Position[]): Position {
  const [x, y] = outline.reduce(([sumX, sumY], [cx, cy]) => [sumX + cx, sumY + cy], [0, 0]);
  return [x / outline.length, y / outline.length];
}

function tenth(metres: number): number {
  return Math.round(metres * 10) / 10;
}
