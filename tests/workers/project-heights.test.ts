import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { converterToDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import type { DatasetRecord, Project } from '../../src/domain/project/project.ts';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { judgeLink } from '../../src/domain/radio/judge-link.ts';
import { LinkMeter } from '../../src/domain/radio/link-meter.ts';
import type { HeightModel } from '../../src/domain/terrain/height-model.ts';
import type { MeasuredBy } from '../../src/domain/terrain/heights-said.ts';
import { cellAt, heightAt } from '../../src/domain/terrain/sample-height.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { projectHeights } from '../../src/workers/project-heights.ts';
import { lastOf } from '../builders/last-of.ts';
import { radioChoices } from '../builders/link-ground.ts';
import { genericDevice } from '../builders/link-question.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { memoryFile, quietly, readOne } from '../formats/input-file.ts';
import { makeGeoTiff } from '../formats/made-geotiff.ts';

const SIDE = 60;

/** A file of 60 × 60 cells of 2 m about (530000, 180000), its height by column and row. */
function grid(
  height: (column: number, row: number) => number,
  keys: Record<number, number> | null = { 3072: 27_700 },
) {
  const values = Array.from({ length: SIDE * SIDE }, (_, i) => height(i % SIDE, Math.floor(i / SIDE)));
  return makeGeoTiff({ columns: SIDE, rows: SIDE, values, cell: 2, keys });
}

/** Footprint of 10 m at (530040, 179940) to (530050, 179950) and trees beside, as a person would give them. */
const BUILDINGS = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:27700' } },
  features: [
    ['12', null, 530_040],
    [null, '4', 530_060],
    [null, null, 530_080],
  ].map(([height, levels, x]) => ({
    type: 'Feature',
    properties: { building: 'yes', height, 'building:levels': levels },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 179_940],
          [Number(x) + 10, 179_940],
          [Number(x) + 10, 179_950],
          [x, 179_950],
          [x, 179_940],
        ],
      ],
    },
  })),
});
const TREES =
  'tree,easting,northing,height_m,crown_radius_m\n1,530010,179920,8,3\n2,530030,179920,6,\n3,530030,179905,,2\n';

class Bench {
  readonly workbench = new Workbench();
  readonly datasets: DatasetRecord[] = [];

  async give(
    name: string,
    content: string | Uint8Array,
    said: Partial<DatasetRecord> = {},
  ): Promise<DatasetRecord> {
    const { table } = await readOne(memoryFile(name, content), quietly());
    const { role, roles, heights } = suggestRoles(table);
    const dataset = datasetOf({
      contentId: name,
      fileName: name,
      role,
      roles,
      ...(heights ? { heights } : {}),
      ...said,
    });
    this.workbench.put(name, table);
    this.datasets.push(dataset);
    return dataset;
  }

  model(project: Partial<Project> = {}): HeightModel {
    return lastOf(projectHeights(this, projectOf({ datasets: this.datasets, ...project })));
  }
}

const withMargin = (value: number): Partial<Project> =>
  ({ radio: { leafMarginMetres: { value, source: null } } }) as Partial<Project>;
const kinds = ({ surface }: HeightModel) => surface.parts.map(({ kind }) => kind);
const said = (kind: MeasuredBy, vintage: string | null = null) => ({ heights: { kind, vintage } });

describe('the heights of a project', () => {
  it('are its surface and its ground, each as its file has it', async () => {
    const bench = new Bench();
    await bench.give(
      'dsm-2022.tif',
      grid((column) => 20 + column / 10),
    );
    await bench.give(
      'dtm.tif',
      grid(() => 20),
    );
    const { surface, ground, notes } = bench.model();
    expect(heightAt(surface, 530_041, 179_950)).toBeCloseTo(22, 5);
    expect(surface.parts).toEqual([
      { kind: 'surface', vintage: '2022', source: 'dsm-2022.tif', verticalDatum: null },
    ]);
    expect(heightAt(ground as never, 530_041, 179_950)).toBe(20);
    expect(ground?.parts[0]).toMatchObject({ kind: 'ground', vintage: null });
    expect(notes.join(' ')).toContain('When it was measured is not known: dtm.tif.');
    expect(notes.join(' ')).not.toContain('dsm-2022.tif.  ');
  });

  it('are made once, and anew when a file, what is said of it or the leaf margin changes', async () => {
    const bench = new Bench();
    await bench.give(
      'dsm.tif',
      grid(() => 20),
    );
    await bench.give(
      'chm.tif',
      grid((column) => (column < 10 ? 5 : 0)),
    );
    const first = bench.model(withMargin(2));
    expect(bench.model(withMargin(2))).toBe(first);
    expect(bench.model(withMargin(2)).surface).toBe(first.surface);
    expect(bench.model(withMargin(3))).not.toBe(first);
    bench.datasets[1] = { ...bench.datasets[1], ...said('surface') };
    expect(kinds(bench.model(withMargin(3)))).toEqual(['surface', 'surface']);
    const again = bench.model(withMargin(3));
    bench.workbench.forget(new Set(['elsewhere']));
    expect(bench.model(withMargin(3))).toBe(again);
    const { contentId } = bench.datasets[0];
    const table = bench.workbench.tableAsRead(contentId);
    bench.workbench.forget(new Set([contentId]));
    bench.workbench.put(contentId, table);
    expect(bench.model(withMargin(3))).not.toBe(again);
  });

  it('carry the leaf margin where trees are known, and nowhere else', async () => {
    const bench = new Bench();
    await bench.give(
      'dsm.tif',
      grid(() => 20),
    );
    await bench.give(
      'chm.tif',
      grid((column) => (column < 10 ? 5 : 0)),
    );
    const { surface, notes } = bench.model(withMargin(2));
    expect([heightAt(surface, 530_010, 179_950), heightAt(surface, 530_070, 179_950)]).toEqual([22, 20]);
    expect(notes).toContain('2 m of leaf margin added over trees.');
    expect(bench.model().notes).toContain('No leaf margin is chosen yet: none is added over trees.');
  });

  it('are ground with buildings and trees where no surface is loaded', async () => {
    const bench = new Bench();
    await bench.give(
      'dtm.tif',
      grid(() => 20),
    );
    expect((await bench.give('houses.geojson', BUILDINGS)).role).toBe('buildings');
    expect((await bench.give('trees.csv', TREES)).role).toBe('trees');
    const { surface, ground, notes } = bench.model(withMargin(1));
    const at = (x: number, y: number) => heightAt(surface, x, y);
    // A stated height; levels of 3 m each; neither; a tree with its leaves; bare ground.
    expect([at(530_045, 179_945), at(530_065, 179_945), at(530_010, 179_920), at(530_100, 179_900)]).toEqual([
      32, 32, 29, 20,
    ]);
    expect(at(530_085, 179_945)).toBeNaN();
    expect(heightAt(ground as never, 530_045, 179_945)).toBe(20);
    expect(kinds({ surface } as HeightModel)).toEqual(['ground', 'building', 'assumed', 'canopy']);
    const words = notes.join('\n');
    expect(words).toContain('1 building without a height: 3 m taken for each level (assumed).');
    expect(words).toContain('1 building without height and levels: what stands there is not known.');
    expect(words).toContain('1 tree without a crown: as wide as half the height (assumed).');
    expect(words).toContain('1 tree without a height: left out.');
    bench.datasets[1] = { ...bench.datasets[1], metresPerLevel: 4 };
    expect(heightAt(bench.model().surface, 530_065, 179_945)).toBe(36);
  });

  it('are nowhere below the ground that they were raised on, in cells or along a link', async () => {
    const bench = new Bench();
    const slope = { columns: 24, rows: 24, cell: 5, keys: { 3072: 27_700 } };
    const values = Array.from({ length: 24 * 24 }, (_, i) => 20 + 3 * Math.sin(i) + (i % 24));
    await bench.give('dtm.tif', makeGeoTiff({ ...slope, values }));
    await bench.give('houses.geojson', BUILDINGS);
    const model = bench.model();
    const { surface, ground } = model;
    if (!ground) throw new Error('A ground is loaded.');
    expect(ground.parts.map(({ source }) => source)).toEqual(['dtm.tif']);
    const known = [...surface.heights.keys()].filter((cell) => !Number.isNaN(surface.heights[cell]));
    expect(known.length).toBeGreaterThan(1000);
    for (const cell of known) {
      const x = surface.west + ((cell % surface.columns) + 0.5) * surface.cellWidthMetres;
      const y = surface.north - (Math.floor(cell / surface.columns) + 0.5) * surface.cellHeightMetres;
      expect(surface.heights[cell]).toBeGreaterThanOrEqual(heightAt(ground, x, y));
    }
    const ends = [
      [530_101.3, 179_897.1],
      [530_014.2, 179_971.9],
    ].map(([x, y], i) => {
      const [lon, lat] = converterToDegrees(surface.system)(x, y);
      return { name: `End ${i}`, lon, lat, antennaMetres: 10, above: 'surface' as const };
    });
    const meter = new LinkMeter(genericDevice('generic-60-ghz-multipoint'), radioChoices());
    for (const [from, to] of [ends, ends.toReversed()]) {
      const { profile } = judgeLink({ from, to }, { model, meter, buildingAt: null });
      const under = profile?.groundMetres ?? new Float64Array();
      expect(under.length).toBeGreaterThan(50);
      for (const [i, height] of under.entries())
        expect(profile?.surfaceMetres[i]).toBeGreaterThanOrEqual(height);
    }
  });

  it('of ground in two files are of the file below each place', async () => {
    const bench = new Bench();
    const half = { columns: 12, rows: 24, cell: 5, keys: { 3072: 27_700 } };
    const flat = (height: number) => Array.from({ length: 12 * 24 }, () => height);
    await bench.give('west-dtm.tif', makeGeoTiff({ ...half, values: flat(20) }));
    await bench.give('east-dtm.tif', makeGeoTiff({ ...half, west: 530_060, values: flat(25) }));
    await bench.give('houses.geojson', BUILDINGS);
    const { surface, ground } = bench.model();
    for (const grid of [surface, ground ?? surface]) {
      const sourceAt = (x: number) => grid.parts[grid.partOf?.[cellAt(grid, x, 179_900)] ?? 0].source;
      expect([sourceAt(530_010), sourceAt(530_110)]).toEqual(['west-dtm.tif', 'east-dtm.tif']);
    }
  });

  it('say so where nothing stands on the ground', async () => {
    const bench = new Bench();
    await bench.give(
      'dtm.tif',
      grid(() => 20),
    );
    const { surface, ground, notes } = bench.model();
    expect(surface).toBe(ground);
    expect(notes[0]).toContain('nothing but bare ground');
  });

  it('of a file in degrees are laid out in metres', async () => {
    const bench = new Bench();
    const cells = { columns: 40, rows: 40, cell: 0.0001, west: -0.13, north: 51.52 };
    const values = Array.from({ length: 1600 }, () => 30);
    await bench.give('dsm.tif', makeGeoTiff({ ...cells, values, keys: { 2048: 4326 } }));
    const { surface, notes } = bench.model();
    expect(surface.system.name).toBe('British National Grid');
    expect(notes).toContain(
      'dsm.tif: laid out anew from longitude and latitude (WGS84) in British National Grid, interpolated.',
    );
    expect(surface.heights.some((height) => Math.abs(height - 30) < 1e-3)).toBe(true);
  });

  it.each([
    ['nothing is loaded', async () => undefined, 'NO_HEIGHTS', /No heights are loaded/],
    [
      'buildings stand on nothing',
      async (bench: Bench) => bench.give('houses.geojson', BUILDINGS),
      'NO_HEIGHTS',
      /stand on nothing/,
    ],
    [
      'a file names no system',
      async (bench: Bench) =>
        bench.give(
          'dsm.tif',
          grid(() => 1, null),
        ),
      'NO_SYSTEM',
      /dsm\.tif names no coordinate system\. Say it: on the Data page/,
    ],
    [
      'a grid is to be changed over',
      async (bench: Bench) =>
        bench.give(
          'dsm.tif',
          grid(() => 1),
          { coordinates: 'british-swapped' },
        ),
      'NO_SYSTEM',
      /cannot be changed over/,
    ],
    [
      'a grid is in feet on the ground',
      async (bench: Bench) =>
        bench.give(
          'dsm.tif',
          grid(() => 1),
          { coordinates: 'british-feet' },
        ),
      'NOT_METRES',
      /is in feet/,
    ],
    [
      'the datum is another',
      async (bench: Bench) => {
        await bench.give(
          'dsm.tif',
          grid(() => 67),
        );
        await bench.give(
          'dtm.tif',
          grid(() => 20),
        );
      },
      'OTHER_DATUM',
      /47\.0 m above the ground even in the open/,
    ],
    [
      'the file is no grid',
      async (bench: Bench) => bench.give('houses.geojson', BUILDINGS, { role: 'heights' }),
      'NO_HEIGHTS',
      /houses\.geojson was kept without its heights, or is no grid/,
    ],
  ])('are refused where %s', async (_, give, code, words) => {
    const bench = new Bench();
    await give(bench);
    const error = (() => {
      try {
        return bench.model();
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toMatchObject({ name: 'HeightsRefused', code });
    expect((error as Error).message).toMatch(words);
  });

  it('take a system that a person said', async () => {
    const bench = new Bench();
    await bench.give(
      'dsm.tif',
      grid(() => 20, null),
      { coordinates: 'british' },
    );
    expect(heightAt(bench.model().surface, 530_010, 179_950)).toBe(20);
  });

  const shared = '../shared/data/buildings';
  it.skipIf(!existsSync(shared))(
    'of Covent Garden: surface, ground and trees know what they are',
    async () => {
      const bench = new Bench();
      for (const name of ['DSM_CG.tif', 'DEM_CG.tif', 'CDSM_CG.tif']) {
        const { table } = await readOne(nodeFile(`${shared}/${name}`), quietly());
        const { role, heights } = suggestRoles(table);
        bench.workbench.put(name, table);
        bench.datasets.push(
          datasetOf({ contentId: name, fileName: name, role, ...(heights ? { heights } : {}) }),
        );
      }
      expect(bench.datasets.map(({ heights }) => heights?.kind)).toEqual(['surface', 'ground', 'canopy']);
      const model = bench.model(withMargin(2));
      expect(kinds(model)).toEqual(['surface', 'canopy']);
      let highest = 0;
      for (const height of model.surface.heights) if (height > highest) highest = height;
      expect(highest).toBeGreaterThan(40);
      expect(highest).toBeLessThan(200);
    },
  );
});
