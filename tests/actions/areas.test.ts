import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { drawAreas, measureAreas } from '../../src/actions/study-areas.ts';
import { areaSquareMetres, squareMetresPerSquareDegree } from '../../src/domain/areas/ellipsoid-area.ts';
import type { Shape } from '../../src/domain/areas/shape.ts';
import { currentRecipe } from '../../src/domain/project/project.ts';
import type { Settled } from '../../src/workers/compute-api.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';
import { slabAreas } from '../builders/slab-areas.ts';

const pilot = makePilot();
let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = makeCountingContext());
  await importFiles(context, [
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.premisesCsv], 'premises.csv'),
    new File([pilot.gigabitGeoJson], 'gigabit.geojson'),
  ]);
  await counted(context);
});
afterEach(() => end());

async function file(format: 'csv' | 'geojson') {
  const { project } = context.project.getState();
  const question = { recipeText: currentRecipe(project).text, format, countedOn: '2025-11-01' };
  const made = await context.compute.api.study('a file', 'area-file', project, question, () => {});
  return made as Settled<string>;
}

describe('the areas of three files', () => {
  test('are those that slabs give, ward by ward, and are drawn for tiles', async () => {
    await measureAreas(context);
    const { status, answer } = context.studies.areas.getState();
    expect(status).toBe('ready');
    const gigabit = pilot.gigabit as unknown as Shape;
    for (const [ward, { ring }] of pilot.wards.entries()) {
      const [covered, spot] = slabAreas(
        [[[ring]], gigabit],
        2,
        ([inWard, inGigabit]) => (inWard ? (inGigabit ? 0 : 1) : null),
        squareMetresPerSquareDegree,
      );
      const area = answer?.area[ward] ?? 0;
      expect(Math.abs(area - covered - spot) / area).toBeLessThan(1e-9);
      expect(Math.abs((answer?.notSpots?.mid[ward] ?? 0) - spot) / area).toBeLessThan(1e-9);
    }
    await drawAreas(context, null);
    expect(context.studies['area-shapes'].getState().answer).toMatchObject({ failures: [], operators: null });
    const [[lon, lat]] = pilot.wards[0].ring;
    const x = Math.floor(((lon + 180) / 360) * 2 ** 10);
    const sine = Math.sin((lat * Math.PI) / 180);
    const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** 10);
    const tile = await context.compute.api.tile({ kind: 'study', study: 'area-shapes' }, 10, x, y);
    expect(tile.byteLength).toBeGreaterThan(100);
  });

  test('leave as CSV and GeoJSON that agree, with definition, sources and date', async () => {
    const csv = await file('csv');
    const geojson = await file('geojson');
    if (csv.state !== 'done' || geojson.state !== 'done') throw new Error('No file came.');
    const rows = Papa.parse<Record<string, string>>(csv.value, { header: true, skipEmptyLines: true }).data;
    expect(rows.map((row) => row.ward_code)).toEqual([...pilot.wards.map(({ code }) => code), 'total']);
    expect(rows.at(-1)).toMatchObject({ recipe: 'no gigabit', counted_on: '2025-11-01' });
    expect(rows.at(-1)?.sources).toContain('gigabit.geojson');
    const collection = JSON.parse(geojson.value);
    expect(collection).toMatchObject({ counted_on: '2025-11-01', not_drawn: [] });
    for (const { properties, geometry } of collection.features) {
      const row = rows.find(({ ward_code }) => ward_code === properties.ward_code);
      expect(properties.answer).toBe('not-spot');
      expect(String(properties.area_m2)).toBe(row?.not_spot_m2);
      expect(areaSquareMetres(geometry.coordinates)).toBeCloseTo(properties.area_m2, 0);
    }
  });

  test('shapes cut from a confidential layer do not leave; the table says that it had a part', async () => {
    const { project } = context.project.getState();
    context.project.setState({
      project: { ...project, layers: project.layers.map((layer) => ({ ...layer, confidential: true })) },
    });
    expect(await file('geojson')).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('is marked confidential, and the shapes would show its outline'),
    });
    const csv = await file('csv');
    expect(csv.state === 'done' && csv.value).toContain('left out as confidential: 1 layer');
  });

  test('a definition that cannot be drawn leaves its columns empty, and the remark says why', async () => {
    const { project } = context.project.getState();
    const layers = project.layers.map((layer) => ({ ...layer, shape: 'records' as const }));
    context.project.setState({ project: { ...project, layers } });
    const csv = await file('csv');
    const { data } = Papa.parse<Record<string, string>>(csv.state === 'done' ? csv.value : '', {
      header: true,
      skipEmptyLines: true,
    });
    const [first] = data;
    expect(first).toMatchObject({
      not_spot_m2: '',
      remark: expect.stringContaining('gigabit cannot be drawn as an area.'),
    });
    expect(first.remark).toContain('does not ask about gigabit');
  });

  test('without wards there is nothing to measure, and it is said what to drop in', async () => {
    const { project } = context.project.getState();
    context.project.setState({
      project: { ...project, datasets: project.datasets.filter(({ role }) => role !== 'wards') },
      version: 99,
    });
    await measureAreas(context);
    expect(context.studies.areas.getState()).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('Drop in a file of wards'),
    });
  });
});
