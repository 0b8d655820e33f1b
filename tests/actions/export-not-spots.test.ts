import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { EXPORT_FORMATS } from '../../src/actions/export-not-spots.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { today } from '../../src/domain/project/today.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import type { NotSpotsFormat } from '../../src/formats/not-spots-file.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { countPilot } from '../builders/count-pilot.ts';
import { makePilot } from '../builders/pilot.ts';
import { memoryFile, quietly } from '../formats/input-file.ts';

const pilot = makePilot();
let context: AppContext;
let end: () => void;

beforeAll(async () => {
  ({ context, end } = makeCountingContext());
  await importFiles(context, [
    new File([pilot.premisesCsv], 'premises.csv'),
    new File([pilot.wardsGeoJson], 'wards.geojson'),
    new File([pilot.gigabitGeoJson], 'gigabit.geojson'),
  ]);
  await counted(context);
});

afterAll(() => end());

async function exported(format: NotSpotsFormat): Promise<string | Uint8Array> {
  const { project } = context.project.getState();
  const settled = await context.compute.api.exportNotSpots('export', project, format, () => {});
  if (settled.state !== 'done') throw new Error(settled.state === 'failed' ? settled.message : 'cancelled');
  return settled.value;
}

interface Row {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly units: number;
  readonly ward: string;
  readonly answer: string;
}

/** The premises of a file as our own reader reads it. */
async function readBack(format: NotSpotsFormat): Promise<Row[]> {
  const [{ table }] = await readFile(memoryFile(`not-spots.${format}`, await exported(format)), quietly());
  const cells = (name: string): string[] => {
    const column = table.columns.find((one) => one.name === name);
    if (!column) throw new Error(`${format} has no column ${name}`);
    return Array.from({ length: table.rows }, (_, row) => cellText(column, row));
  };
  const { points } = table.geometry;
  const lon = points ? [...points.lon] : cells('lon').map(Number);
  const lat = points ? [...points.lat] : cells('lat').map(Number);
  const [units, ward, answer] = ['units', 'ward_code', 'answer'].map(cells);
  return cells('id')
    .map((id, i) => ({
      id,
      lon: lon[i],
      lat: lat[i],
      units: Number(units[i]),
      ward: ward[i],
      answer: answer[i],
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

const formats = EXPORT_FORMATS.map(({ format }) => format);

describe('not-spots as a file', () => {
  test.each(formats)('of %s reads back to the premises that were counted', async (format) => {
    const rows = await readBack(format);
    const expected = countPilot(pilot);
    for (const [code, { notSpots }] of expected) {
      if (code === 'outside' || code === 'total') continue;
      const there = rows.filter((row) => row.ward === code && row.answer === 'not-spot');
      expect([code, there.length]).toEqual([code, notSpots]);
    }
    const byUprn = new Map(pilot.premises.map((one) => [one.uprn, one.position]));
    for (const row of rows) {
      const [lon, lat] = byUprn.get(row.id) ?? [];
      expect(row.lon).toBeCloseTo(lon ?? Number.NaN, 6);
      expect(row.lat).toBeCloseTo(lat ?? Number.NaN, 6);
      expect(row.units).toBe(1);
    }
    expect(rows).toEqual(await readBack('geojson'));
  });

  test.each(formats)('of %s carries definition, sources and date', async (format) => {
    const made = await exported(format);
    const text = typeof made === 'string' ? made : new TextDecoder('latin1').decode(made);
    const { analysis } = context.analysis.getState();
    if (!analysis) throw new Error('nothing is counted');
    expect(text).toContain(analysis.recipeText);
    expect(text).toContain('gigabit.geojson');
    expect(text).toContain(today());
  });

  test('is refused in every format while the premises are confidential', async () => {
    const { project } = context.project.getState();
    const { contentId } = project.datasets[0];
    setConfidential(context, contentId, true);
    for (const format of formats) await expect(exported(format)).rejects.toThrow('marked confidential');
    setConfidential(context, contentId, false);
  });

  test('stops when it is cancelled', async () => {
    const { project } = context.project.getState();
    const settling = context.compute.api.exportNotSpots('stopped', project, 'gpkg', () => {});
    await context.compute.api.cancel('stopped');
    expect((await settling).state).toBe('cancelled');
  });
});
