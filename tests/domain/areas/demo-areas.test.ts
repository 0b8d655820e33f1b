import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { squareMetresPerSquareDegree } from '../../../src/domain/areas/ellipsoid-area.ts';
import { measureAreas } from '../../../src/domain/areas/measure-areas.ts';
import { shapeOfPolygons } from '../../../src/domain/areas/near-box.ts';
import { projectAreas } from '../../../src/domain/areas/project-areas.ts';
import { polygonBox, polygonCount } from '../../../src/domain/geo/geometry.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { readPack } from '../../../src/formats/pack.ts';
import { slabAreas } from '../../builders/slab-areas.ts';

/** Two of the town's wards: small, with every kind of coverage in and around them. */
const WARDS = ['Priory', 'Beacon Hill'];

it('measures wards of the demo borough as slabs do, all layers and both confidences', () => {
  const { project, contents } = readPack(readFileSync('public/demo/borough.pack'));
  const workbench = new Workbench();
  for (const { contentId, table } of contents) workbench.put(contentId, table);
  const input = lastOf(projectAreas(workbench, project, 'no gigabit and no 5g'));
  const found = lastOf(measureAreas(input));
  const layers = input.layers.filter(({ layer }) => ['gigabit', '5g'].includes(layer.technology));
  expect(layers).toHaveLength(9);
  for (const name of WARDS) {
    const ward = found.wardNames.indexOf(name);
    const { polygons } = input.wards;
    const own = [...input.wards.polygonArea.keys()].filter((p) => input.wards.polygonArea[p] === ward);
    const [west, south, east, north] = polygonBox(polygons, own[0]) ?? [0, 0, 0, 0];
    const near = layers.map(({ footprint }) =>
      shapeOfPolygons(
        footprint.polygons,
        Array.from({ length: polygonCount(footprint.polygons) }, (_, p) => p).filter((p) => {
          const box = polygonBox(footprint.polygons, p);
          return box && box[0] < east && box[2] > west && box[1] < north && box[3] > south;
        }),
      ),
    );
    // 0: covered for sure; 1: a not-spot by every word; 2: by the stricter confidence only.
    const [covered, spot, between] = slabAreas(
      [shapeOfPolygons(polygons, own), ...near],
      3,
      ([inWard, ...inLayers]) => {
        if (!inWard) return null;
        const by = (confidence: string | null) =>
          layers.some(
            ({ layer }, i) =>
              inLayers[i] && (layer.technology === 'gigabit' || layer.confidence === confidence),
          );
        if (by('very-high')) return 0;
        return by('high') ? 2 : 1;
      },
      squareMetresPerSquareDegree,
    );
    const area = found.area[ward];
    expect(Math.abs(covered + spot + between - area) / area).toBeLessThan(1e-9);
    expect(Math.abs((found.notSpots?.low[ward] ?? 0) - spot) / area).toBeLessThan(1e-9);
    expect(Math.abs((found.notSpots?.high[ward] ?? 0) - spot - between) / area).toBeLessThan(1e-9);
  }
});

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
