import { kmlGen } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { writeKml } from '../../src/formats/write-kml.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

function document(inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n<Document>${inner}</Document></kml>`;
}

async function read(text: string | Uint8Array, chunkBytes?: number) {
  const { table, report } = await readOne(memoryFile('masts.kml', text, chunkBytes), quietly());
  return { table, report, rows: rowsOf(table), codes: report.issues.map(({ code }) => code) };
}

async function refusalOf(text: string | Uint8Array, name = 'masts.kml') {
  const error = await readOne(memoryFile(name, text), quietly()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  const [issue] = (error as FileRefused).report.issues;
  expect(issue.message.split(/\s+/).length, issue.message).toBeLessThanOrEqual(25);
  return issue;
}

/** The cells of each row that are not blank. */
function rowsOf(table: SourceTable): Record<string, string>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(
      table.columns.map((column) => [column.name, cellText(column, row)]).filter(([, text]) => text !== ''),
    ),
  );
}

const POINT = '<Point><coordinates>-1.5,52.25,0</coordinates></Point>';

describe('readKml', () => {
  test('names, text descriptions, times, data and folders become columns', async () => {
    const { rows, codes, table } = await read(
      document(`<Schema name="s"><SimpleField name="height"/></Schema>
        <Folder><name>Masts &amp; poles</name><open>1</open>
          <Folder><name>North</name>
            <Placemark id="m1"><name>Mast 1</name><styleUrl>#red</styleUrl>
              <description><![CDATA[<b onclick="x()">tall</b>]]></description>
              <TimeStamp><when>2026-01-31</when></TimeStamp>
              <ExtendedData><Data name="operator"><value>A &#38; B</value></Data>
                <SchemaData schemaUrl="#s"><SimpleData name="height">30</SimpleData></SchemaData></ExtendedData>
              ${POINT}</Placemark>
          </Folder>
        </Folder>
        <Placemark><name>Mast 2</name><TimeSpan><begin>2025</begin><end>2026</end></TimeSpan>${POINT}</Placemark>`),
    );
    expect(rows).toEqual([
      {
        id: 'm1',
        name: 'Mast 1',
        description: '<b onclick="x()">tall</b>',
        time: '2026-01-31',
        operator: 'A & B',
        height: '30',
        folder: 'Masts & poles / North',
      },
      { name: 'Mast 2', begin: '2025', end: '2026' },
    ]);
    expect([...(table.geometry.points?.lon ?? [])]).toEqual([-1.5, -1.5]);
    expect(codes).toEqual([]);
  });

  test('two values of one name are both kept, names of the language too', async () => {
    const data = (name: string, value: string) => `<Data name="${name}"><value>${value}</value></Data>`;
    const { rows } = await read(
      document(
        `<Placemark><name>a</name><ExtendedData>${data('name', 'b')}${data('__proto__', 'c')}${data('constructor', 'd')}</ExtendedData>${POINT}</Placemark>`,
      ),
    );
    expect(Object.entries(rows[0])).toEqual([
      ['name', 'a'],
      ['name (2)', 'b'],
      ['__proto__', 'c'],
      ['constructor', 'd'],
    ]);
    expect(({} as Record<string, unknown>).c).toBeUndefined();
  });

  test('lines, rings, holes, collections and tracks', async () => {
    const ring = '0,50 1,50 1,51 0,51 0,50';
    const hole = '0.2,50.2 0.4,50.4 0.4,50.2 0.2,50.2';
    const { table, codes } = await read(
      document(`<Placemark><LineString><coordinates>0,50 1,51</coordinates></LineString></Placemark>
        <Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs>
          <innerBoundaryIs><LinearRing><coordinates>${hole}</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
        <Placemark><MultiGeometry>${POINT}<MultiGeometry>${POINT}</MultiGeometry></MultiGeometry></Placemark>
        <Placemark><gx:Track><when>2026-01-01</when><gx:coord>0 50 3</gx:coord><gx:coord>1 51 4</gx:coord></gx:Track></Placemark>
        <Placemark><gx:MultiTrack><gx:Track><gx:coord>0 50 0</gx:coord></gx:Track></gx:MultiTrack></Placemark>`),
    );
    expect(table.geometry.lines?.row).toEqual(new Uint32Array([0, 3]));
    expect(table.geometry.polygons?.ringStarts.length).toBe(3);
    expect(table.geometry.points?.row).toEqual(new Uint32Array([2, 2, 4]));
    expect(codes).toEqual(['EXTRA_ORDINATES']);
  });

  test('links, icons and overlays are counted and not followed', async () => {
    const { report, codes } = await read(
      document(`<Style id="red"><IconStyle><Icon><href>https://example.org/icon.png</href></Icon></IconStyle></Style>
        <NetworkLink><Link><href>https://example.org/more.kml</href></Link></NetworkLink>
        <GroundOverlay><Icon><href>map.png</href></Icon></GroundOverlay>
        <Placemark><styleUrl>https://example.org/styles.kml#red</styleUrl>${POINT}</Placemark>`),
    );
    expect(codes).toEqual(['LINKS_NOT_FOLLOWED']);
    expect(report.issues[0]).toMatchObject({ outcome: 'note', count: 4 });
  });

  test('a placemark without sound coordinates stays in the table', async () => {
    const { table, report } = await read(
      document(
        '<Placemark><name>a</name></Placemark><Placemark><Point><coordinates>no,52</coordinates></Point></Placemark><Placemark><LineString><coordinates/></LineString></Placemark>',
      ),
    );
    expect(table.rows).toBe(3);
    expect(table.geometry.points).toBeNull();
    expect(report.issues).toMatchObject([
      { code: 'NO_LOCATION', count: 1 },
      { code: 'BAD_GEOMETRY', outcome: 'left-out', count: 2 },
      { code: 'EMPTY' },
    ]);
  });

  test('however the file is cut, it says the same', async () => {
    const text = document(
      `<!-- a > b --><Placemark><name>Ynys Môn &amp; “x”</name><description><![CDATA[a ]] > b]]></description>${POINT}</Placemark>`,
    );
    const whole = await read(text);
    expect(whole.rows).toEqual([{ name: 'Ynys Môn & “x”', description: 'a ]] > b' }]);
    for (const chunk of [1, 2, 3, 7]) expect((await read(text, chunk)).rows).toEqual(whole.rows);
  });

  test('another encoding is read as declared', async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><kml><Placemark><name>caf\xe9</name></Placemark></kml>';
    expect((await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).rows).toEqual([
      { name: 'café' },
    ]);
  });

  test('blank lines before the start are forgiven, and counted', async () => {
    const start = '\ufeff\n\n<?xml version="1.0"?>\n<kml>';
    for (const chunk of [1, 65_536]) {
      const { rows } = await read(`${start}<Placemark><name>a</name></Placemark></kml>`, chunk);
      expect(rows).toEqual([{ name: 'a' }]);
    }
    expect((await refusalOf(`${start}</Document>`)).examples).toEqual(['line 4']);
  });

  test.each([
    ['<!DOCTYPE kml>\n<kml/>', 'XML_DTD', 'line 1'],
    ['<?xml version="1.0"?>\n<!DOCTYPE kml [<!ENTITY a "aaa">]>\n<kml>&a;</kml>', 'XML_DTD', 'line 2'],
    ['<kml>\n<!ENTITY a "b"></kml>', 'XML_DTD', 'line 2'],
    ['<kml></kml>\njunk', 'XML_MALFORMED', 'line 2'],
    ['<kml></kml>\n<kml/>', 'XML_MALFORMED', 'line 2'],
    ['<kml>\n<a>\n</kml>', 'XML_MALFORMED', 'line 3'],
    ['<kml>\n<a b=c/></kml>', 'XML_MALFORMED', 'line 2'],
    ['<kml>\n<a b="1" b="2"/></kml>', 'XML_MALFORMED', 'line 2'],
    ['<kml>\n&nbsp;</kml>', 'XML_MALFORMED', 'line 2'],
    ['<kml>\n&constructor;</kml>', 'XML_MALFORMED', 'line 2'],
    ['<kml>a & b</kml>', 'XML_MALFORMED', 'line 1'],
    [`<kml>\na & b${'\n'.repeat(99)}</kml>`, 'XML_MALFORMED', 'line 2'],
    [`<kml>\na & b${'\n'.repeat(99)}&lt;</kml>`, 'XML_MALFORMED', 'line 2'],
    ['<kml>\n<!DOCTYPE kml></kml>', 'XML_DTD', 'line 2'],
    ['\n<!DOCTYPE kml [\n<!ENTITY a "aaa">\n]><kml/>', 'XML_DTD', 'line 2'],
    ['<kml>\n<Placemark><name>cut', 'XML_MALFORMED', 'line 2'],
    ['<kml><Placemark', 'XML_MALFORMED', 'line 1'],
    [`<kml>${'<a>'.repeat(300)}`, 'XML_MALFORMED', 'line 1'],
  ])('%j is refused', async (text, code, place) => {
    expect(await refusalOf(text)).toMatchObject({ code, examples: [place] });
  });

  test.each([
    ['<!DOCTYPE html><html></html>', 'is a web page'],
    ['<html><body/></html>', 'is a web page'],
    ['<wfs:FeatureCollection xmlns:wfs="x"/>', 'is GML'],
    ['<osm version="0.6"/>', 'is OpenStreetMap XML'],
    ['<svg/>', 'is a picture'],
    ['<rss/>', 'neither KML nor GPX'],
  ])('%j is named', async (text, words) => {
    const issue = await refusalOf(text, 'file.xml');
    expect(issue.code).toBe('UNKNOWN_FORMAT');
    expect(issue.message).toContain(words);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 20 });
const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

describe('writeKml', () => {
  test('reading back gives the same names, values and points', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, position), { minLength: 1, maxLength: 5 }),
        async (features) => {
          const kml = writeKml(
            features.map(([name, value, coordinates]) => ({
              name,
              geometry: { type: 'Point', coordinates },
              properties: { value },
            })),
            { name: 'all' },
          );
          const { rows, table } = await read(kml);
          expect(rows.map(({ name = '' }) => name)).toEqual(features.map(([name]) => allowed(name)));
          expect(rows.map(({ value = '' }) => value)).toEqual(features.map(([, value]) => allowed(value)));
          expect([...(table.geometry.points?.lon ?? [])]).toEqual(features.map(([, , [lon]]) => lon + 0));
          // Another reader agrees.
          const parsed = new DOMParser({ onError: () => undefined }).parseFromString(kml, 'text/xml');
          expect([...kmlGen(parsed)].map((feature) => (feature.properties?.name ?? '').trim())).toEqual(
            features.map(([name]) => allowed(name)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test('areas with holes and several parts come back', async () => {
    const square = (x: number, size: number) => [
      [x, 50],
      [x + size, 50],
      [x + size, 50 + size],
      [x, 50 + size],
      [x, 50],
    ];
    const kml = writeKml(
      [
        { name: 'a', geometry: { type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(2, 1)]] } },
        { name: 'b', geometry: { type: 'MultiLineString', coordinates: [square(0, 2), square(3, 1)] } },
        { name: 'c', geometry: null },
      ],
      { name: 'areas', description: '<script>' },
    );
    expect(kml).not.toContain('<script>');
    const { table } = await read(kml);
    expect(table.geometry.polygons?.row).toEqual(new Uint32Array([0, 0]));
    expect(table.geometry.lines?.row).toEqual(new Uint32Array([1, 1]));
    expect(() =>
      writeKml([{ name: 'x', geometry: { type: 'Circle', coordinates: [] } }], { name: '' }),
    ).toThrow(RangeError);
  });
});

/** What of a text XML can carry, without the spaces around it. */
function allowed(value: string): string {
  return [...value]
    .map((letter) =>
      /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|^[\ud800-\udfff]$/.test(letter) ? '\ufffd' : letter,
    )
    .join('')
    .trim();
}
