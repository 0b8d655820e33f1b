import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigDesign, DigResult } from '../../src/domain/dig/dig-design.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { digPiecesCsv, digPremisesCsv, digStreetsCsv } from '../../src/formats/dig-csv.ts';
import { anyRunDesign } from '../builders/dig-arbitrary.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

const DAYS = new Map([['street-1', { low: 1, mid: 1.256, high: 2 }]]);

/** The rows of a CSV as the app reads it, by column. */
async function rowsOf(csv: string): Promise<Record<string, string>[]> {
  const { table } = await readOne(memoryFile('dig.csv', csv), quietly());
  return rowsIn(table);
}

function rowsIn({ rows, columns }: SourceTable): Record<string, string>[] {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, cellText(column, row)])),
  );
}

/** A design of as many pieces and places as rows are asked for. */
const runDesign = anyRunDesign.filter(({ result }) => result.pieces.length > 0 && result.served.length > 0);

/** What a text is in a cell that no spreadsheet takes for a formula; ends are cut by nobody. */
function safe(text: string | null): string {
  if (text === null) return '';
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

describe('the pieces of a dig as CSV', () => {
  it('read back to the listed parts within printed rounding', async () => {
    await fc.assert(
      fc.asyncProperty(runDesign, async (design) => {
        const rows = await rowsOf(digPiecesCsv(design, DIG_TOLD));
        expect(rows).toHaveLength(design.result.pieces.length);
        for (const [i, piece] of design.result.pieces.entries()) {
          const row = rows[i];
          expect(row).toMatchObject({
            piece: String(i + 1),
            kind: piece.kind,
            side: piece.side,
            surface: piece.surface,
            method: piece.method ?? '',
            crossing: piece.crossing,
            poles: String(piece.poles),
          });
          expect(Math.abs(Number(row.metres) - piece.metres)).toBeLessThanOrEqual(0.00501);
          for (const [name, which, isYearly] of SUMS)
            expect(Math.round(Number(row[name]) * 100)).toBe(
              piece.parts.reduce(
                (sum, part) => sum + (part.isYearly === isYearly ? part.pence[which] : 0),
                0,
              ),
            );
          const line = /^LINESTRING \((.*)\)$/.exec(row.wkt)?.[1] ?? '?';
          const numbers = line === '' ? [] : line.split(/[ ,]+/).map(Number);
          expect(numbers).toHaveLength(piece.line.length);
          for (const [k, degrees] of piece.line.entries())
            expect(Math.abs(numbers[k] - degrees)).toBeLessThanOrEqual(0.51e-7);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('have a price by part, and say what they lack once', async () => {
    const rows = await rowsOf(digPiecesCsv(FULL_DESIGN, DIG_TOLD));
    expect(rows[0]).toMatchObject({ trench_pounds: '1', pole_rent_pounds: '0', barriers: 'b1' });
    expect(rows[1]).toMatchObject({ pole_rent_pounds: '0.11', running_present_pounds_high: '0.12' });
    expect(rows.map(({ lacks }) => lacks)).toEqual([expect.stringContaining('the premises'), '']);
    expect(rows.map(({ design }) => design)).toEqual(['North Ward first', 'North Ward first']);
  });
});

const SUMS = [
  ['capital_pounds_low', 'low', false],
  ['capital_pounds', 'mid', false],
  ['capital_pounds_high', 'high', false],
  ['running_present_pounds_low', 'low', true],
  ['running_present_pounds', 'mid', true],
  ['running_present_pounds_high', 'high', true],
] as const;

describe('the streets of a dig as CSV', () => {
  it('have metres, pounds, days and restrictions, and the streets that are gone round', async () => {
    const rows = await rowsOf(digStreetsCsv(FULL_DESIGN, DIG_TOLD, DAYS));
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      street_id: 'street-1',
      street: 'High Street',
      metres: '12.5',
      dug_footway_metres: '12.5',
      dug_carriageway_metres: '0',
      lead_in_metres: '0',
      capital_pounds: '1',
      works_days: '1.26',
      restrictions: 'Protected from road works, from 1 January 2024 until 1 March 2027 (closed to digging)',
      going_round_pounds: '',
      made_on: '2026-11-27',
    });
    expect(rows[1]).toMatchObject({ street_id: '', on_poles_metres: '80', poles: '3', works_days: '' });
    expect(rows[2]).toMatchObject({ street_id: 'street-2', metres: '0', going_round_pounds: '2500' });
    expect(rows[3]).toMatchObject({ street: 'Mill Lane', going_round_pounds: '0' });
  });

  it('name no restriction that is over when works begin', async () => {
    const question = { ...FULL_DESIGN.question, worksFrom: '2027-03-02' };
    const rows = await rowsOf(digStreetsCsv({ ...FULL_DESIGN, question }, DIG_TOLD, DAYS));
    expect(rows.map(({ restrictions }) => restrictions)).toEqual(['', '', '', '']);
  });

  it('have every metre, pole and penny of the pieces, on one street each', async () => {
    await fc.assert(
      fc.asyncProperty(runDesign, async (design) => {
        const rows = await rowsOf(digStreetsCsv(design, DIG_TOLD, DAYS));
        const sum = (name: string): number => rows.reduce((all, row) => all + Number(row[name]), 0);
        const { pieces } = design.result;
        expect(sum('pieces')).toBe(pieces.length);
        expect(sum('poles')).toBe(pieces.reduce((all, { poles }) => all + poles, 0));
        expect(Math.round(sum('capital_pounds') * 100)).toBe(
          pieces
            .flatMap(({ parts }) => parts)
            .reduce((all, one) => all + (one.isYearly ? 0 : one.pence.mid), 0),
        );
        const metres = pieces.reduce((all, one) => all + one.metres, 0);
        expect(Math.abs(sum('metres') - metres)).toBeLessThanOrEqual(0.006 * rows.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the premises of a dig as CSV', () => {
  it('are those served and those not, with reason and nearest street', async () => {
    await fc.assert(
      fc.asyncProperty(runDesign, async (design) => {
        const rows = await rowsOf(digPremisesCsv(design, DIG_TOLD));
        const { served, missed } = design.result;
        expect(rows).toHaveLength(served.length + missed.length);
        for (const [i, place] of [...served, ...missed].entries()) {
          const row = rows[i];
          expect(row.served).toBe(i < served.length ? 'yes' : 'no');
          expect(row.reason).toBe(i < served.length ? '' : missed[i - served.length].reason);
          expect(Number(row.units)).toBe(place.units);
          expect(Math.abs(Number(row.lon) - place.lon)).toBeLessThanOrEqual(0.51e-7);
          expect(Math.abs(Number(row.lat) - place.lat)).toBeLessThanOrEqual(0.51e-7);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep their ids as text and name the nearest street', async () => {
    const rows = await rowsOf(digPremisesCsv(FULL_DESIGN, DIG_TOLD));
    expect(rows[0]).toMatchObject({ premises: '7', units: '2', served: 'yes', nearest_street_metres: '' });
    expect(rows[1]).toMatchObject({
      premises: '007',
      reason: 'no street near',
      nearest_street: 'High Street',
      nearest_street_metres: '512.25',
    });
  });
});

describe('files of a dig', () => {
  const empty: DigDesign & { result: DigResult } = {
    ...EMPTY_DESIGN,
    result: { ...(FULL_DESIGN.result as DigResult), pieces: [], served: [], missed: [], detours: [] },
  };

  it('have their columns where there is nothing to list', () => {
    for (const csv of [
      digPiecesCsv(empty, DIG_TOLD),
      digPremisesCsv(empty, DIG_TOLD),
      digStreetsCsv(empty, DIG_TOLD, DAYS),
    ])
      expect(csv.trim().split('\r\n')).toEqual([expect.stringMatching(/^(piece|premises|street_id),/)]);
  });

  it('are refused in words where there is no result yet', () => {
    expect(() => digPiecesCsv(EMPTY_DESIGN, DIG_TOLD)).toThrow('Not run yet has no route yet. Run it first.');
  });

  it('say that an answer is quick', async () => {
    const quick = { ...FULL_DESIGN, result: { ...(FULL_DESIGN.result as DigResult), isQuick: true } };
    const told = { ...DIG_TOLD, remark: 'fictional' };
    const [row] = await rowsOf(digPiecesCsv(quick, told));
    expect(row.remark).toBe('fictional; quick answer, not yet refined');
    expect(row.counted_in).toBe('premises');
  });

  it('let no text be taken for a formula', async () => {
    const [piece] = (FULL_DESIGN.result as DigResult).pieces;
    const result = { ...(FULL_DESIGN.result as DigResult), pieces: [{ ...piece, streetName: '=1+1' }] };
    const [row] = await rowsOf(digPiecesCsv({ ...FULL_DESIGN, result }, DIG_TOLD));
    expect(row.street).toBe(safe('=1+1'));
  });
});
