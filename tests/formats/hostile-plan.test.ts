import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { planBillCsv } from '../../src/formats/plan-bill-csv.ts';
import { planComparisonCsv } from '../../src/formats/plan-comparison-csv.ts';
import { planHubsCsv, planLinksCsv, planPremisesCsv } from '../../src/formats/plan-csv.ts';
import { planGeoJson } from '../../src/formats/plan-geojson.ts';
import { planKml } from '../../src/formats/plan-kml.ts';
import { readPlanGeoJson } from '../../src/formats/read-plan-geojson.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { HOSTILE_TEXTS } from '../builders/hostile-texts.ts';
import { FULL_EVALUATION, FULL_PAGE } from '../builders/plan-page-content.ts';
import { FULL_PLAN } from '../builders/plans.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

const TERMS = { earthFactor: 4 / 3, radioName: '60 GHz' };

/** What files and people may name as they like. */
const NAMES: ReadonlySet<string> = new Set([
  'name',
  'owner',
  'streetName',
  'nearestStreet',
  'title',
  'publisher',
]);

/** A value with every name in it made `text`. */
function called<Value>(value: Value, text: string): Value {
  return JSON.parse(
    JSON.stringify(value, (key, part) => (NAMES.has(key) && typeof part === 'string' ? text : part)),
  );
}

describe.each(HOSTILE_TEXTS.map((text) => [text]))('a plan whose hubs, streets and name are %s', (text) => {
  const plan: Plan = called(FULL_PLAN, text);
  const told = { ...DIG_TOLD, projectName: text, sources: text };

  it('is nothing but text in tables: no cell is a formula to a spreadsheet', () => {
    const page = called(FULL_PAGE, text);
    for (const csv of [
      planPremisesCsv(plan, told),
      planHubsCsv(plan, told, { ...TERMS, radioName: text }),
      planLinksCsv(plan, told, { ...TERMS, radioName: text }),
      planComparisonCsv(plan, called(FULL_EVALUATION, text), told),
      planBillCsv(
        plan,
        {
          bills: page.bills,
          billedWith: { rates: text, ratesPriceBase: null, card: text, cardPriceBase: null, assumed: [text] },
        },
        told,
      ),
    ]) {
      const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
      expect(errors).toEqual([]);
      const cells = data.flat();
      expect(cells.filter((cell) => /^[=+@\t\r]|^-(?![\d.])|^-\d.*[^\d.e+-]/.test(cell))).toEqual([]);
      expect(cells.some((cell) => cell === text || cell === `'${text}`)).toBe(true);
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
    }
  });

  it('reads back from GeoJSON as it was, and sets nothing of any object', () => {
    const json = planGeoJson(plan, told);
    expect(readPlanGeoJson(json, 'x.geojson').plan).toEqual(plan);
    expect(json).not.toMatch(/[\u2028\u2029]/);
    expect(({} as { pwned?: number }).pwned).toBeUndefined();
  });

  it('reads back from KML as it was: its names are no elements', async () => {
    const kml = planKml(plan, told);
    expect(kml.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toMatch(/<(?:script|img|svg|iframe|style|math|a)\b/);
    const { table } = await readOne(memoryFile('x.kml', kml), quietly());
    const cells = table.columns.flatMap((column) =>
      Array.from({ length: table.rows }, (_, row) => cellText(column, row)),
    );
    expect(cells).toContain(text);
  });
});
