import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { digKml } from '../../src/formats/dig-kml.ts';
import { anyRunDesign } from '../builders/dig-arbitrary.ts';
import { EMPTY_DESIGN, FULL_DESIGN } from '../builders/dig-designs.ts';
import { DIG_TOLD } from '../builders/dig-told.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function read(kml: string) {
  const { table } = await readOne(memoryFile('dig.kml', kml), quietly());
  const rows = Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellText(column, row)])),
  );
  return { rows, geometry: table.geometry };
}

const drawn = anyRunDesign.filter(({ result }) => result.pieces.length > 0);

describe('a dig as KML', () => {
  it('reads back to the listed parts within printed rounding', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (design) => {
        const { pieces, roots, served, missed } = design.result;
        const { rows, geometry } = await read(digKml(design, DIG_TOLD));
        expect(rows.map(({ what }) => what)).toEqual([
          ...pieces.map(() => 'piece'),
          ...roots.map(() => 'root'),
          ...served.map(() => 'served'),
          ...missed.map(() => 'not served'),
        ]);
        for (const [i, piece] of pieces.entries()) {
          expect(rows[i]).toMatchObject({ kind: piece.kind, surface: piece.surface, side: piece.side });
          expect(Math.abs(Number(rows[i].metres) - piece.metres)).toBeLessThanOrEqual(0.00501);
          const mid = piece.parts.reduce((all, one) => all + (one.isYearly ? 0 : one.pence.mid), 0);
          expect(Math.round(Number(rows[i].capital_pounds) * 100)).toBe(mid);
        }
        const line = pieces.flatMap((piece) => piece.line);
        const { coordinates } = geometry.lines ?? { coordinates: [] };
        expect(coordinates).toHaveLength(line.length);
        for (const [k, degrees] of line.entries())
          expect(Math.abs(coordinates[k] - degrees)).toBeLessThanOrEqual(0.51e-7);
        const places = [...roots, ...served, ...missed];
        for (const [k, place] of places.entries()) {
          expect(Math.abs((geometry.points?.lon[k] ?? 999) - place.lon)).toBeLessThanOrEqual(0.51e-7);
          expect(Math.abs((geometry.points?.lat[k] ?? 999) - place.lat)).toBeLessThanOrEqual(0.51e-7);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names its parts, and says what it does not hold', async () => {
    const kml = digKml(FULL_DESIGN, { ...DIG_TOLD, remark: 'fictional' });
    const { rows } = await read(kml);
    expect(rows.map(({ name }) => name)).toEqual([
      'High Street',
      'pole route',
      'Exchange “North”',
      '7',
      '007',
    ]);
    expect(rows[0].restrictions).toBe(
      'Protected from road works, from 1 January 2024 until 1 March 2027 (closed to digging)',
    );
    expect(kml).toMatch(
      /<description>[^<]*remark: fictional[^<]*lacks: the parts of each price[^<]*<\/description>/,
    );
  });

  it('is refused in words where there is no result yet', () => {
    expect(() => digKml(EMPTY_DESIGN, DIG_TOLD)).toThrow(/Run it first/);
  });
});
