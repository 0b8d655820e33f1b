import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '../../src/actions/fingerprints-of.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { main } from '../../src/cli/main.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { countPilot } from '../builders/count-pilot.ts';
import { makePilot } from '../builders/pilot.ts';

const pilot = makePilot();
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-'));
  writeFileSync(join(folder, 'w.geojson'), pilot.wardsGeoJson);
  writeFileSync(join(folder, 'p.csv'), pilot.premisesCsv);
  writeFileSync(join(folder, 'g.geojson'), pilot.gigabitGeoJson);
  said = [];
  const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const basic = (): string[] => [
  'analyse',
  '--wards',
  at('w.geojson'),
  '--premises',
  at('p.csv'),
  '--coverage',
  `gigabit=${at('g.geojson')}`,
  '--out',
  at('out'),
];

function wardsCsv(): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(at('out/wards.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

describe('notspot analyse', () => {
  test('counts the pilot as an independent computation does', async () => {
    expect(await main(basic())).toBe(0);
    const expected = countPilot(pilot);
    const rows = wardsCsv();
    expect(rows.map((row) => row.ward_code)).toEqual([...expected.keys()]);
    for (const row of rows) {
      const count = expected.get(row.ward_code);
      expect([
        row.ward_code,
        Number(row.premises),
        Number(row.gigabit_covered),
        Number(row.not_spots),
      ]).toEqual([row.ward_code, count?.premises, count?.covered, count?.notSpots]);
      expect(
        Number(row.gigabit_covered) + Number(row.gigabit_not_covered) + Number(row.gigabit_not_known),
      ).toBe(Number(row.premises));
      expect([row.unit, row.gigabit_low, row.gigabit_high]).toEqual([
        'premises',
        row.gigabit_covered,
        row.gigabit_covered,
      ]);
    }
    expect(said.join('')).toContain('have no gigabit');
    const report = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
    expect(report.files.map((file: { role: string }) => file.role)).toEqual([
      'wards',
      'premises',
      'coverage',
    ]);
    const points = JSON.parse(readFileSync(at('out/not-spots.geojson'), 'utf8'));
    const total = expected.get('total');
    expect(
      points.features.filter(
        (one: { properties: { answer: string } }) => one.properties.answer === 'not-spot',
      ),
    ).toHaveLength(total?.notSpots ?? -1);
  });

  test('says in every file of what it is made, and of the same inputs as the app', async () => {
    const argv = [...basic(), '--areas-out', at('areas'), '--clusters', '100', '--formats', 'csv'];
    expect(await main(argv)).toBe(0);
    const { inputs_sha256, project_sha256 } = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
    const { context, end } = makeAppContext();
    const names = ['p.csv', 'w.geojson', 'g.geojson'];
    await importFiles(
      context,
      names.map((name) => new File([readFileSync(at(name))], name)),
    );
    const own = await fingerprintsOf(context, context.project.getState().project);
    expect(inputs_sha256).toBe(own?.inputs);
    expect(project_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(project_sha256).not.toBe(own?.project);
    end();
    const files = ['out/wards.csv', 'out/not-spots.csv', 'out/not-spots.geojson', 'out/clusters.csv'];
    for (const name of [
      ...files,
      'out/clusters.geojson',
      'areas/areas.csv',
      'areas/not-spot-areas.geojson',
    ]) {
      const text = readFileSync(at(name), 'utf8');
      expect([name, text.includes(inputs_sha256), text.includes(project_sha256)]).toEqual([name, true, true]);
    }
  });

  test('other data, a joined file, a narrower choice of wards or another recipe have other fingerprints', async () => {
    const printsOf = async (...more: string[]): Promise<string[]> => {
      expect(await main([...basic(), ...more]), said.join('')).toBe(0);
      const { inputs_sha256, project_sha256 } = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
      return [inputs_sha256, project_sha256];
    };
    const [inputs, project] = await printsOf();
    expect(await printsOf(), 'again').toEqual([inputs, project]);
    const recipe = await printsOf('--recipe', 'total gigabit');
    expect(recipe[0]).toBe(inputs);
    expect(recipe[1]).not.toBe(project);
    writeFileSync(
      at('j.csv'),
      `UPRN,full_fibre\n${pilot.premises.map(({ uprn }) => `${uprn},yes\n`).join('')}`,
    );
    const code = pilot.wards[0].code;
    const wards = await printsOf('--wards-where', `WD24CD=${code}`);
    const joined = await printsOf('--premises', at('j.csv'));
    writeFileSync(at('p.csv'), pilot.premisesCsv.trimEnd().split('\n').slice(0, -1).join('\n'));
    const other = await printsOf();
    for (const [i, kind] of ['inputs', 'project'].entries())
      expect(new Set([[inputs, project], wards, joined, other].map((prints) => prints[i])).size, kind).toBe(
        4,
      );
  });

  test('writes the not-spots in the formats that are asked for', async () => {
    expect(await main([...basic(), '--formats', 'csv,kml, GPKG,fgb'])).toBe(0);
    const points = JSON.parse(readFileSync(at('out/not-spots.geojson'), 'utf8')).features.length;
    expect(points).toBeGreaterThan(0);
    expect(Papa.parse(readFileSync(at('out/not-spots.csv'), 'utf8').trim()).data).toHaveLength(points + 1);
    for (const ending of ['kml', 'gpkg', 'fgb']) expect(existsSync(at(`out/not-spots.${ending}`))).toBe(true);
    said = [];
    expect(await main([...basic(), '--formats', 'shp'])).toBe(2);
    expect(said.join('')).toContain('--formats has "shp"');
  });

  test('measures areas where they are asked for, and says what has none', async () => {
    writeFileSync(at('r.csv'), `UPRN,full_fibre\n${pilot.premises[0].uprn},yes\n`);
    const argv = [...basic(), '--coverage', `fttp=${at('r.csv')}#full_fibre`, '--recipe', 'no gigabit'];
    expect(await main([...argv, '--areas-out', at('areas')])).toBe(0);
    expect(said.join('')).toContain('No area of full fibre: ');
    const rows = Papa.parse<Record<string, string>>(readFileSync(at('areas/areas.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows.map((row) => row.ward_code)).toEqual([...pilot.wards.map(({ code }) => code), 'total']);
    const { features } = JSON.parse(readFileSync(at('areas/not-spot-areas.geojson'), 'utf8'));
    const drawn = features.reduce(
      (sum: number, one: { properties: { area_m2: number } }) => sum + one.properties.area_m2,
      0,
    );
    expect(drawn).toBeCloseTo(Number(rows.at(-1)?.not_spot_m2), 0);
    expect(existsSync(at('out/wards.csv'))).toBe(true);
  });

  test('a gzipped file is the same file', async () => {
    await main(basic());
    // What was dropped is another file with another report: its fingerprint tells.
    const countsOf = () => wardsCsv().map(({ inputs_sha256: _, project_sha256: __, ...counts }) => counts);
    const plain = countsOf();
    writeFileSync(at('p.csv'), gzipSync(pilot.premisesCsv));
    expect(await main(basic())).toBe(0);
    expect(countsOf()).toEqual(plain);
  });

  test('records of a second premises file join by UPRN; the absent are not known', async () => {
    const half = pilot.premises.slice(0, 400);
    writeFileSync(
      at('r.csv'),
      `UPRN,full_fibre\n${half.map((p, i) => `${p.uprn},${i % 4 === 0 ? 'yes' : 'no'}`).join('\n')}\n`,
    );
    const argv = [...basic(), '--coverage', `fttp=${at('r.csv')}#full_fibre`, '--recipe', 'no fttp'];
    expect(await main(argv)).toBe(0);
    const total = wardsCsv().at(-1);
    expect([total?.fttp_covered, total?.fttp_not_covered, total?.fttp_not_known, total?.not_spots]).toEqual([
      '100',
      '300',
      '500',
      '300',
    ]);
  });

  test('the extent can be stated', async () => {
    expect(await main([...basic(), '--extent', 'gigabit=everywhere'])).toBe(0);
    expect(wardsCsv().at(-1)?.gigabit_not_known).toBe('0');
    expect(await main([...basic(), '--extent', `gigabit=${at('g.geojson')}`])).toBe(0);
    const total = wardsCsv().at(-1);
    expect(total?.gigabit_not_covered).toBe('0');
  });

  test('census counts are placed by the shapes of their codes; a look-up leads to their shares', async () => {
    const codes = pilot.wards.map((_, i) => `E0000000${i + 1}`);
    const shapes = pilot.wards.map(({ ring }, i) => ({
      type: 'Feature',
      properties: { oa21cd: codes[i] },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }));
    writeFileSync(at('oa.geojson'), JSON.stringify({ type: 'FeatureCollection', features: shapes }));
    const census = codes.flatMap((code, i) => [`${code},Detached,${i}`, `${code},Flat,${10 * i}`]);
    writeFileSync(at('census.csv'), `area_code,accommodation_type,households\n${census.join('\n')}\n`);
    writeFileSync(
      at('lookup.csv'),
      `oa21cd,lad22cd\n${codes.map((code) => `${code},E08000009`).join('\n')}\n`,
    );
    writeFileSync(at('lad.csv'), 'lad22cd,gigabit_pct\nE08000009,50\nE08000001,10\n');
    const argv = [
      'analyse',
      ...['--wards', at('w.geojson'), '--premises', at('census.csv'), '--out', at('out')],
      ...['--shares', `gigabit=${at('lad.csv')}#gigabit_pct`],
    ];
    expect(await main(argv)).toBe(1);
    expect(said.join('')).toContain('give the shapes of their area codes with --areas');
    expect(await main([...argv, '--areas', at('oa.geojson'), '--lookup', at('lookup.csv')])).toBe(0);
    const counts = wardsCsv().map((row) => [row.ward_code, Number(row.premises)]);
    expect(counts.slice(0, 6)).toEqual(pilot.wards.map(({ code }, i) => [code, 11 * i]));
    expect(counts.at(-1)).toEqual(['total', 165]);
    const report = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
    expect(report.joins).toEqual([
      expect.objectContaining({ by: expect.stringContaining('lookup.csv'), matched: 6, unmatched: 0 }),
    ]);
    expect(report.ranks_wards).toBe(false);
  });

  test("Ofcom's mobile columns count operators, a blank is 0, and the two confidences are a range", async () => {
    const families = ['4G_prem_out', '5G_high_confidence_prem_out', '5G_very_high_confidence_prem_out'];
    const header = families.flatMap((family) => [0, 1, 2, 3].map((n) => `${family}_${n}`));
    writeFileSync(
      at('mobile.csv'),
      `laua,laua_name,prem_count,${header.join(',')}\nE08000009,Trafford,900,,,20,80,40,30,20,10,60,40,,\n`,
    );
    const rows = pilot.premises.map((p) => `${p.uprn},${p.easting},${p.northing},E08000009`);
    writeFileSync(at('p.csv'), `UPRN,X_COORDINATE,Y_COORDINATE,laua\n${rows.join('\n')}\n`);
    const files = ['--shares', `4g=${at('mobile.csv')}`, '--shares', `5g=${at('mobile.csv')}`];
    const total = async (recipe: string): Promise<number[]> => {
      expect(await main([...basic(), ...files, '--recipe', recipe])).toBe(0);
      const row = wardsCsv().at(-1);
      return [row?.not_spots_low, row?.not_spots, row?.not_spots_high].map(Number);
    };
    // Whole percentages: half a point to each side for every column that is added.
    expect(await total('total 4g')).toEqual([0, 0, 5]);
    expect(await total('partial 4g')).toEqual([171, 180, 189]);
    expect(await total('total 5g')).toEqual([355, 450, 545]);
    const report = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
    expect(report.layers.map((layer: { key: string }) => layer.key)).toEqual([
      'gigabit',
      '4g',
      '5g-high',
      '5g-very-high',
    ]);
    expect(report.notes.map((note: { kind: string }) => note.kind)).toContain('confidence-range');
  });

  test('counts by use where a column tells, in a table of its own', async () => {
    const uses = ['RD02', 'CR08', 'CE03', ''];
    const rows = pilot.premises.map((p, i) => `${p.uprn},${p.easting},${p.northing},${uses[i % 4]}`);
    writeFileSync(at('p.csv'), `UPRN,X_COORDINATE,Y_COORDINATE,classification\n${rows.join('\n')}\n`);
    expect(await main(basic())).toBe(0);
    const table = Papa.parse<Record<string, string>>(readFileSync(at('out/by-use.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const total = table.filter((row) => row.ward_code === 'total');
    expect(total.map((row) => [row.use, row.premises])).toEqual([
      ['home', '225'],
      ['business', '225'],
      ['public building', '225'],
      ['not known', '225'],
    ]);
    const sum = total.reduce((all, row) => all + Number(row.not_spots), 0);
    expect(sum).toBe(countPilot(pilot).get('total')?.notSpots);
    expect(JSON.parse(readFileSync(at('out/report.json'), 'utf8')).by_use).toHaveLength(table.length);
  });

  test('of a file with several tables the wanted one is named, and the error lists them', async () => {
    const ring = (points: readonly (readonly number[])[]) => points;
    const arcs = pilot.wards.map((ward) => ring(ward.ring));
    const wards = pilot.wards.map(({ code, name }, i) => ({
      type: 'Polygon',
      arcs: [[i]],
      properties: { WD24CD: code, WD24NM: name },
    }));
    const topology = {
      type: 'Topology',
      arcs,
      objects: {
        wards: { type: 'GeometryCollection', geometries: wards },
        places: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Point', coordinates: [-1.8, 52.6], properties: { site: 'Depot' } }],
        },
      },
    };
    writeFileSync(at('two.topojson'), JSON.stringify(topology));
    const two = (spec: string): string[] => basic().map((text) => (text === at('w.geojson') ? spec : text));
    expect(await main(two(at('two.topojson')))).toBe(1);
    expect(said.join('')).toContain('two.topojson holds 2 tables: "wards", "places". Say which:');
    expect(await main(two(`${at('two.topojson')}#wards`))).toBe(0);
    const expected = countPilot(pilot);
    expect(wardsCsv().map((row) => [row.ward_code, Number(row.premises)])).toEqual(
      [...expected].map(([code, count]) => [code, count.premises]),
    );
  });

  test('only some wards, a context file, and a count with its noun', async () => {
    writeFileSync(at('c.csv'), 'site,lon,lat\nDepot,-1.8,52.6\n');
    const [first, second] = pilot.wards;
    const some = ['--wards-where', `WD24CD=${first.code},${second.code}`, '--context', at('c.csv')];
    expect(await main([...basic(), ...some])).toBe(0);
    expect(wardsCsv().map((row) => row.ward_code)).toEqual([first.code, second.code, 'outside', 'total']);
    expect(said.join('')).toContain('c.csv: read as context, not counted.');
    expect(said.join('')).toContain('c.csv: 1 row read, 1 used.');
    expect(said.join('')).toContain('w.geojson: 6 rows read, 2 used.');
  });

  test.each<[string, string[], string, number]>([
    ['a missing file', ['--premises', 'nowhere.csv'], 'nowhere.csv: there is no such file', 1],
    [
      'an unknown name in the recipe',
      ['--recipe', 'no gigabyte'],
      '--recipe, character 4: There is no layer or technology called "gigabyte"',
      1,
    ],
    ['an unknown column', ['--shares', 'superfast=w.geojson#sfbb'], 'there is no column "sfbb"', 1],
    ['a share without column', ['--shares', 'superfast=w.geojson'], 'does not say which column', 2],
    ['a ward filter that no ward meets', ['--wards-where', 'WD24CD=X'], 'no ward has WD24CD = X', 1],
    ['a ward filter without a value', ['--wards-where', 'WD24CD'], '--wards-where COLUMN=VALUE', 2],
    ['areas without shapes', ['--areas', 'p.csv'], '--areas needs polygons with codes', 1],
    ['an unknown option', ['--coverages', 'x'], "Unknown option '--coverages'", 2],
    ['an extent of nothing', ['--extent', 'radio=everywhere'], 'which no --coverage has', 2],
    ['a key given twice', ['--coverage', 'gigabit=w.geojson'], 'is given twice', 2],
  ])('refuses %s in words, without a stack, and writes nothing', async (_, extra, words, code) => {
    const argv = [
      ...basic(),
      ...extra.map((text) => text.replace('w.geojson', at('w.geojson')).replace('p.csv', at('p.csv'))),
    ];
    expect(await main(argv)).toBe(code);
    expect(said.join('')).toContain(words);
    expect(said.join('')).not.toMatch(/\n\s+at /);
    expect(existsSync(at('out'))).toBe(false);
  });

  test('a refused file names itself, the reason and the remedy', async () => {
    writeFileSync(at('g.geojson'), '{"type": "FeatureCollection", "features": [}');
    expect(await main(basic())).toBe(1);
    expect(said.join('')).toMatch(/g\.geojson.*(line|column)/i);
    expect(existsSync(at('out'))).toBe(false);
  });

  test('writes clusters on request, which with the scattered ones are all not-spots', async () => {
    expect(await main([...basic(), '--clusters', '120', '--least', '4'])).toBe(0);
    const { data } = Papa.parse<Record<string, string>>(readFileSync(at('out/clusters.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const shapes = JSON.parse(readFileSync(at('out/clusters.geojson'), 'utf8'));
    const inClusters = data.reduce((sum, line) => sum + Number(line.not_spots), 0);
    const total = wardsCsv().find((row) => row.ward_code === 'total');
    expect(inClusters + shapes.scattered_not_spots).toBe(Number(total?.not_spots));
    expect(inClusters).toBeGreaterThan(0);
    expect(shapes.features).toHaveLength(data.length);
    expect(data[0]).toMatchObject({
      rank: '1',
      recipe: 'no gigabit',
      joined_within_metres: '120',
      least_size: '4',
    });
    expect(Number(data[0].not_spots)).toBeGreaterThanOrEqual(Number(data.at(-1)?.not_spots));
  });

  test.each([
    [['--least', '4'], '--least needs --clusters'],
    [['--clusters', 'near'], '--clusters near: Write a whole number of metres'],
    [['--clusters', '100', '--least', '0'], '--least 0: Write a whole number, 1 to 100,000.'],
  ])('refuses %j in words', async (options, words) => {
    expect(await main([...basic(), ...options])).toBe(2);
    expect(said.join('')).toContain(words);
  });
});
