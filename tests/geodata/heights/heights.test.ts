import { beforeAll, describe, expect, it } from 'vitest';
import { PointGrid } from '../../../geodata/ground/point-grid.ts';
import { distanceMetres, moved, ringContains, signedAreaMetres2 } from '../../../geodata/ground/position.ts';
import { type BuildingHeight, buildingHeightsOf } from '../../../geodata/heights/building-heights.ts';
import { type GroundHeight, groundHeightOf } from '../../../geodata/heights/ground-height.ts';
import { type Tree, treesOf } from '../../../geodata/heights/trees.ts';
import { isKeptFree, type Landscape, landscapeOf } from '../../../geodata/plan/landscape.ts';
import type { TownPlan } from '../../../geodata/plan/town-plan.ts';
import { townPlanOf } from '../../../geodata/plan/town-plan-of.ts';

const seed = 'heights';
let plan: TownPlan;
let landscape: Landscape;
let ground: GroundHeight;
let heights: BuildingHeight[];
let trees: Tree[];
beforeAll(() => {
  plan = townPlanOf(12_000, seed);
  landscape = landscapeOf(plan.site, plan.settlements, seed);
  ground = groundHeightOf(plan, seed);
  heights = buildingHeightsOf(plan, seed);
  trees = treesOf(plan, landscape, seed);
}, 60_000);

describe('the ground', () => {
  it('falls along each river and rises from its banks', () => {
    for (const { line } of plan.rivers) {
      const beds = line.map(ground);
      expect(beds[0] - beds[beds.length - 1]).toBeGreaterThan(4);
      for (const [i, bed] of beds.entries()) {
        if (i > 0) expect(bed).toBeLessThanOrEqual(beds[i - 1] + 0.05);
        for (const aside of [-400, 400])
          if (line.every((point) => distanceMetres(point, moved(line[i], 0, aside)) > 300))
            expect(ground(moved(line[i], 0, aside))).toBeGreaterThan(bed);
      }
    }
  });

  it('lies level in lakes, and nowhere else climbs by more than a metre in two', () => {
    const lakes = plan.zones.filter(({ kind }) => kind === 'water');
    expect(lakes.length).toBeGreaterThan(0);
    for (const { centre, radiusMetres } of lakes)
      expect(ground(moved(centre, 1, 0.4 * radiusMetres))).toBe(ground(centre));
    const nearLake = (place: readonly [number, number]) =>
      lakes.some(({ centre, radiusMetres }) => distanceMetres(centre, place) < 2 * radiusMetres);
    let steepest = 0;
    for (let i = 0; i < 4000; i++) {
      const place = moved(plan.site.centre, i, (i / 4000) * plan.site.radiusMetres);
      if (!nearLake(place))
        steepest = Math.max(steepest, Math.abs(ground(moved(place, 2 * i, 10)) - ground(place)) / 10);
    }
    expect(steepest).toBeGreaterThan(0.01);
    expect(steepest).toBeLessThan(0.5);
  });
});

describe('the heights of buildings', () => {
  it('house all who live there, a floor above the other', () => {
    const homes = new Map<number, number>();
    for (const { building } of plan.premises) homes.set(building, (homes.get(building) ?? 0) + 1);
    const flats = plan.buildings.flatMap((building, i) => (building.kind === 'flats' ? [i] : []));
    expect(flats.length).toBeGreaterThan(20);
    for (const i of flats) {
      const perFloor = Math.max(1, Math.floor(signedAreaMetres2(plan.buildings[i].outline) / 72));
      if (heights[i].levels < 22)
        expect(heights[i].levels * perFloor).toBeGreaterThanOrEqual(homes.get(i) ?? 0);
    }
  });

  it('stand above their storeys and below the clouds', () => {
    expect(heights).toHaveLength(plan.buildings.length);
    for (const { levels, heightMetres } of heights) {
      expect(heightMetres).toBeGreaterThan(2.5 * levels);
      expect(heightMetres).toBeLessThan(6 * levels + 5);
    }
  });
});

describe('the trees', () => {
  it('stand in parks, woods and streets, never in a building, in water or on rails', () => {
    expect(trees.length).toBeGreaterThan(2000);
    expect(trees.filter(({ position }) => isKeptFree(landscape, position))).toEqual([]);
    const built = new PointGrid<number>(120);
    for (const [i, { outline }] of plan.buildings.entries()) built.add(outline[0], i);
    const indoors = trees.filter(({ position }) =>
      built.near(position, 120, (_, i) => ringContains(plan.buildings[i].outline, position)),
    );
    expect(indoors).toEqual([]);
    for (const { heightMetres, crownRadiusMetres } of trees) {
      expect(heightMetres).toBeGreaterThanOrEqual(4.5);
      expect(crownRadiusMetres).toBeLessThan(heightMetres);
      expect(crownRadiusMetres).toBeGreaterThan(0.5);
    }
  });
});

it('one seed makes one of each, another another', () => {
  const again = townPlanOf(12_000, seed);
  expect(buildingHeightsOf(again, seed)).toEqual(heights);
  expect(treesOf(again, landscape, seed)).toEqual(trees);
  const place = moved(plan.site.centre, 1, 500);
  expect(groundHeightOf(again, seed)(place)).toBe(ground(place));
  expect(groundHeightOf(plan, 'other')(place)).not.toBe(ground(place));
});
