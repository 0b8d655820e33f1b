import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { writeGpx } from '../../src/formats/write-gpx.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function read(text: string) {
  const { table, report } = await readOne(memoryFile('walk.gpx', text), quietly());
  const cell = (name: string, row: number) => {
    const column = table.columns.find((one) => one.name === name);
    return column ? cellText(column, row) : undefined;
  };
  return { table, cell, codes: report.issues.map(({ code }) => code) };
}

const WALK = `<?xml version="1.0"?>
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><time>2026-01-01T00:00:00Z</time></metadata>
  <wpt lat="52" lon="-1"><ele>12.5</ele><time>2026-01-02T00:00:00Z</time><name>Mast</name><sym>Flag</sym>
    <extensions><signal><rsrp>-101</rsrp></signal></extensions></wpt>
  <rte><name>Route</name><rtept lat="52" lon="-1"/><rtept lat="52.1" lon="-1"/></rte>
  <trk><name>Drive test</name>
    <trkseg><trkpt lat="52" lon="-1"><time>2026-01-03T00:00:00Z</time></trkpt><trkpt lat="52.1" lon="-1"/></trkseg>
    <trkseg><trkpt lat="53" lon="-1"/></trkseg></trk>
  <trk><name>Empty</name></trk>
</gpx>`;

describe('readGpx', () => {
  test('one row a waypoint, route and track', async () => {
    const { table, cell, codes } = await read(WALK);
    expect(table.rows).toBe(4);
    expect([0, 1, 2, 3].map((row) => cell('kind', row))).toEqual(['waypoint', 'route', 'track', 'track']);
    expect(cell('ele', 0)).toBe('12.5');
    expect(cell('rsrp', 0)).toBe('-101');
    expect(cell('time', 2)).toBe('2026-01-03T00:00:00Z');
    expect(cell('name', 3)).toBe('Empty');
    expect(table.geometry.points?.row).toEqual(new Uint32Array([0, 2]));
    expect(table.geometry.lines?.row).toEqual(new Uint32Array([1, 2]));
    expect(codes).toEqual(['NO_LOCATION']);
  });

  test('a point without a sound place stays in the table', async () => {
    const { table, codes } = await read('<gpx><wpt lat="x" lon="1"><name>a</name></wpt></gpx>');
    expect(table.rows).toBe(1);
    expect(codes).toEqual(['BAD_GEOMETRY', 'EMPTY']);
  });
});

describe('writeGpx', () => {
  test('reading back gives the same points and names', async () => {
    const point = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
      description: fc.constantFrom('<b>&amp;</b>', ']]>', '"\''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 5 }), async (points) => {
        const { table, cell } = await read(writeGpx(points, 'Survey <1>'));
        expect([...(table.geometry.points?.lat ?? [])]).toEqual(points.map(({ lat }) => lat + 0));
        points.forEach(({ name, description }, row) => {
          expect(cell('name', row) ?? '').toBe(name.trim());
          expect(cell('desc', row)).toBe(description);
        });
      }),
      { numRuns: 100 },
    );
  });
});
