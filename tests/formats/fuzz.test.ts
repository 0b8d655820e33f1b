import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from './input-file.ts';

const GEOJSON = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"features":[
{"type":"Feature","id":1,"properties":{"name":"Abbey"},"geometry":{"type":"Polygon","coordinates":[[[529000,179000],[530000,179000],[530000,180000],[529000,179000]]]}},
{"type":"Feature","properties":null,"geometry":{"type":"MultiPoint","coordinates":[[529000,179000],[530000,179000,5]]}}]}`;
const TOPOJSON = `{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[0,50]},"arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]]],
"objects":{"wards":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"W1","properties":{"name":"West"},"arcs":[[0,1]]}]},"p":{"type":"Point","coordinates":[1,1]}}}`;
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>A &amp; B</name>
<Placemark id="x"><name>Mast</name><description><![CDATA[<b>]]></description><ExtendedData><Data name="h"><value>30</value></Data></ExtendedData>
<MultiGeometry><Point><coordinates>-1,52,3</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>0,50 1,50 1,51 0,50</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
</Folder><NetworkLink><Link><href>http://example.org</href></Link></NetworkLink></Document></kml>`;
const GPX = `<gpx version="1.1"><wpt lat="52" lon="-1"><ele>1</ele><name>a</name></wpt><rte><rtept lat="52" lon="-1"/><rtept lat="53" lon="-1"/></rte>
<trk><name>t</name><trkseg><trkpt lat="52" lon="-1"><time>2026-01-01</time></trkpt><trkpt lat="53" lon="-1"/></trkseg></trk></gpx>`;
const CSV =
  'sep=;\r\nTable 1: Premises\r\n\r\nUPRN;name;"share"\r\n1;"a ""b"" c";53,4\r\n2;caf\u00e9;7\r\n\r\n3;;"x\r\ny"\r\n';
const RECORDS =
  '[{"id":1,"coordinates":[-1,52,3],"tags":["a",{"b":null}]},{"id":2,"name":"x\\u00e9"},{"id":3}]';

const encoded = (text: string) => new TextEncoder().encode(text);
const FILES: readonly [string, Uint8Array][] = [
  ['wards.geojson', encoded(GEOJSON)],
  ['wards.topojson', encoded(TOPOJSON)],
  ['masts.kml', encoded(KML)],
  ['walk.gpx', encoded(GPX)],
  ['rows.csv', encoded(CSV)],
  ['records.json', encoded(RECORDS)],
  ['rows.csv.gz', gzipSync(CSV)],
  [
    'all.zip',
    zipBytes([
      { path: 'a/rows.csv', content: CSV },
      { path: 'masts.kml', content: KML, stored: true },
      { path: 'readme.txt', content: 'words' },
    ]),
  ],
];

/** Anything that happens to bytes on their way. */
const damage = fc.oneof(
  fc.record({ how: fc.constant('flip' as const), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ how: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ how: fc.constant('drop' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    how: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({ how: fc.constant('repeat' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    how: fc.constant('mark' as const),
    at: fc.nat(),
    mark: fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '<',
      '>',
      '&',
      ',',
      '\n',
      '\0',
      '1e999',
      'null',
      '<!--',
      ']]>',
      '-',
    ),
  }),
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let now = [...bytes];
  for (const one of damages) {
    const at = now.length === 0 ? 0 : one.at % now.length;
    switch (one.how) {
      case 'flip':
        now[at] ^= 1 << one.bit;
        break;
      case 'cut':
        now = now.slice(0, at);
        break;
      case 'drop':
        now.splice(at, one.count);
        break;
      case 'insert':
        now.splice(at, 0, ...one.bytes);
        break;
      case 'repeat':
        now.splice(at, 0, ...now.slice(at, at + one.count));
        break;
      case 'mark':
        now.splice(at, 0, ...encoded(one.mark));
        break;
    }
  }
  return Uint8Array.from(now);
}

describe('damaged files', () => {
  test.each(FILES)(
    '%s damaged anyhow gives tables or a refusal that says why, soon',
    async (name, bytes) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(1, 17, 65_536),
          async (damages, chunkBytes) => {
            const started = performance.now();
            try {
              const tables = await readFile(memoryFile(name, damaged(bytes, damages), chunkBytes), quietly());
              expect(tables.length).toBeGreaterThan(0);
              for (const { table, report } of tables) {
                expect(report.rowsUsed).toBe(table.rows);
                for (const column of table.columns) expect(column.offsets.length).toBe(table.rows + 1);
              }
            } catch (error) {
              if (!(error instanceof FileRefused)) throw error;
              expect(error.report.issues.length).toBeGreaterThan(0);
              for (const { message } of error.report.issues) {
                expect(message).toContain(name);
                expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
              }
            }
            expect(performance.now() - started).toBeLessThan(5000);
          },
        ),
        { numRuns: 250 },
      );
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
    60_000,
  );
});
