import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { FileRefused, type FileReport } from '../../src/domain/tables/file-report.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { quietly } from './input-file.ts';

interface Entry {
  readonly file: string;
  readonly expect: {
    readonly allowed: readonly string[];
    readonly code?: string;
    readonly checks?: {
      readonly rows?: number | readonly Record<string, string>[];
      readonly features?: number;
      /** What another reader (GDAL) found, layer by layer. */
      readonly gdal?: readonly { readonly layer: string; readonly features: number }[];
    };
  };
}

/** The folders run here; geometry/ and values/ are tried by what they concern. */
const READ_HERE: ReadonlySet<string> = new Set(['csv', 'geojson', 'json', 'zip', 'kml', 'gpx']);

/** GDAL keeps the last of several placemarks that stand outside any document; here both are read. */
const TWO_AT_THE_ROOT = 'kml/togeojson/twopoints.kml';

const CORPORA = '../shared/corpora';
const present = existsSync(`${CORPORA}/manifest.json`);
const entries: Entry[] = present
  ? (JSON.parse(readFileSync(`${CORPORA}/manifest.json`, 'utf8')).files as Entry[]).filter(({ file }) =>
      READ_HERE.has(file.split('/')[0]),
    )
  : [];
if (!present) console.log('Skipped: the shared corpora are not present beside the repository.');

/** The manifest's words for what became of a file. Turned rings are information: the file counts as accepted or repaired. */
function outcomesOf(report: FileReport): string[] {
  const { issues } = report;
  if (issues.some(({ outcome }) => outcome === 'refused')) return ['reject'];
  const repaired = issues.filter(({ outcome }) => outcome === 'repaired');
  if (repaired.length > 0)
    return repaired.every(({ code }) => code === 'WINDING') ? ['accept', 'repair'] : ['repair'];
  if (issues.some(({ outcome }) => outcome === 'left-out')) return ['warn'];
  return issues.length > 0 ? ['accept', 'warn'] : ['accept'];
}

describe.skipIf(!present)('files from elsewhere lead to an allowed outcome', () => {
  test.each(entries.map((entry) => [entry.file, entry] as const))('%s', async (_name, entry) => {
    let tables: readonly SourceTable[] = [];
    let report: FileReport;
    try {
      const read = await readFile(nodeFile(`${CORPORA}/${entry.file}`), quietly());
      tables = read.map(({ table }) => table);
      report = { ...read[0].report, issues: read.flatMap(({ report }) => report.issues) };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      report = error.report;
    }
    const outcomes = outcomesOf(report);
    expect(entry.expect.allowed, JSON.stringify(report.issues)).toContain(
      outcomes.find((one) => entry.expect.allowed.includes(one)),
    );
    const codes = report.issues.map(({ code }) => code as string);
    if (entry.expect.code && (codes.length > 0 || !entry.expect.allowed.includes('accept')))
      expect(codes).toContain(entry.expect.code);
    for (const { message } of report.issues) {
      expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
      expect(message.replace(report.fileName, '')).not.toMatch(/undefined|NaN|\[object/);
    }
    const { checks } = entry.expect;
    const [table] = tables;
    if (
      checks?.gdal &&
      tables.length > 0 &&
      !codes.includes('BAD_GEOMETRY') &&
      entry.file !== TWO_AT_THE_ROOT
    )
      expect(tables.reduce((rows, one) => rows + one.rows, 0)).toBe(featuresOf(checks.gdal, entry.file));
    if (table && checks) {
      // The independent reader counted files it could not read as one feature.
      if (typeof checks.features === 'number' && !JSON.stringify(checks).includes('unreadable'))
        expect(table.rows).toBe(checks.features);
      if (typeof checks.rows === 'number') expect(table.rows).toBe(checks.rows);
      else if (checks.rows) expect(rowsOf(table)).toEqual(checks.rows);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** GDAL lists the points of GPX routes and tracks as layers of their own: they are no rows here. */
function featuresOf(layers: readonly { layer: string; features: number }[], file: string): number {
  const counted = layers.filter(({ layer }) => !(file.startsWith('gpx/') && layer.endsWith('_points')));
  return counted.reduce((sum, { features }) => sum + features, 0);
}

function rowsOf(table: SourceTable): Record<string, string>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  );
}
