import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { setRole } from '../../src/actions/set-role.ts';
import { undo } from '../../src/actions/undo.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { rectangle } from '../builders/polygons.ts';

let context: AppContext;
let end: () => void;

beforeEach(() => {
  ({ context, end } = makeCountingContext());
});

afterEach(() => end());

/** As the publishers write them: a byte-order mark and CRLF. */
const csv = (name: string, ...lines: readonly string[]): File =>
  new File([`\uFEFF${lines.join('\r\n')}\r\n`], name);

const shapes = (name: string, column: string, boxes: readonly (readonly [string, number, number])[]): File =>
  new File(
    [
      JSON.stringify({
        type: 'FeatureCollection',
        features: boxes.map(([value, west, width]) => ({
          type: 'Feature',
          properties: { [column]: value, technology: '5G', name: value },
          geometry: { type: 'Polygon', coordinates: [rectangle(west, 53.4, west + width, 53.41)] },
        })),
      }),
    ],
    name,
  );

/** 20 premises, 0.001° apart eastwards from −2.2995. */
const uprns = (more = '', cells: (i: number) => string = () => ''): File =>
  csv(
    'uprn.csv',
    `uprn,lon,lat${more}`,
    ...Array.from({ length: 20 }, (_, i) => `${100000000 + i},${-2.2995 + i / 1000},53.405${cells(i)}`),
  );

const wards = (): File =>
  shapes('wards.geojson', 'WD23CD', [
    ['E05021000', -2.3, 0.02],
    ['E05021001', -2.28, 0.02],
  ]);

async function ask(recipe: string) {
  await counted(context);
  const { project } = context.project.getState();
  const settled = await context.compute.api.analyse('ask', project, recipe, () => {});
  if (settled.state !== 'done' || !settled.value) throw new Error(`${recipe} was not counted`);
  const { notSpots, units } = settled.value;
  const last = (values: Float64Array): number => Math.round((values.at(-1) ?? Number.NaN) * 1e6) / 1e6;
  return { mid: last(notSpots.mid), notKnown: last(notSpots.notKnown), of: last(units) };
}

test('through two look-ups, premises with ambiguous keys are not known, and the keys are named', async () => {
  const codes = Array.from({ length: 20 }, (_, i) => `${100000000 + i},E0002100${i % 4},E0100210${i % 2}`);
  await importFiles(context, [
    uprns(),
    csv('uprn-lookup.csv', 'uprn,oa21cd,lsoa21cd', ...codes, '100000000,E00021001,E01002101'),
    csv(
      'oa-lookup.csv',
      'oa21cd,lad22cd',
      ...['E00021000,E08000009', 'E00021001,E08000009', 'E00021002,E08000003'],
      ...['E00021003,E08000003', 'E00021003,E08000009'],
    ),
    csv(
      '202601_fixed_laua_coverage_r1.csv',
      'laua,laua_name,All Premises,All Matched Premises,Gigabit availability (% premises)',
      ...['E08000009,Trafford,100,90,80', 'E08000003,Manchester,100,90,40'],
    ),
  ]);
  // 4 + 5 premises at 80 %, 5 at 40 %; one UPRN and five of E00021003 lead nowhere.
  expect(await ask('no gigabit')).toEqual({ mid: 4.8, notKnown: 6, of: 20 });
  expect(context.analysis.getState().analysis?.joins[0]).toMatchObject({
    matched: 14,
    ambiguous: 2,
    ambiguousExamples: ['100000000', 'E00021003'],
  });
});

test('households: totals are not summed with their parts, and counts held back are not 0', async () => {
  await importFiles(context, [
    shapes(
      'oa.geojson',
      'OA21CD',
      [0, 1, 2, 3].map((i): [string, number, number] => [`E0002100${i}`, -2.3 + i / 100, 0.01]),
    ),
    wards(),
    csv(
      'census.csv',
      'geography code,Accommodation type,measure,value',
      ...[
        'E00021000,Detached,count,10',
        'E00021000,Flat,count,5',
        'E00021000,Total: All households,count,15',
      ],
      ...['E00021001,Detached,count,c', 'E00021001,Flat,count,7', 'E00021001,Total: All households,count,9'],
      ...['E00021002,Detached,count,', 'E00021002,Flat,count,..', 'E00021003,Detached,count,4'],
      ...['E00021003,Flat,count,0', 'E00021009,Detached,count,4', 'E00021009,Flat,count,3'],
    ),
    csv(
      '202601_fixed_oa_coverage_r1.csv',
      'output_area,All Premises,All Matched Premises,Gigabit availability (% premises)',
      ...['E00021000,100,90,80', 'E00021001,100,90,40', 'E00021003,100,90,'],
    ),
  ]);
  // 15 at 80 %, 7 known ones at 40 %, 4 in an area without a share; E00021009 has no shape.
  expect(await ask('no gigabit')).toEqual({ mid: 7.2, notKnown: 4, of: 26 });
  const issues = context.imports.getState().files[2].report.issues;
  expect(issues.map(({ code, count }) => [code, count])).toContainEqual(['BAD_VALUE', 3]);
});

test('several operators in one file are several answers; a role put right and back changes nothing', async () => {
  await importFiles(context, [
    uprns(),
    wards(),
    shapes('5g.geojson', 'operator', [
      ['EE', -2.3, 0.005],
      ['O2', -2.3, 0.01],
      ['EE', -2.298, 0.005],
    ]),
  ]);
  const before = [];
  for (const recipe of ['no 5g', '5g < 2 operators', 'partial 5g']) before.push((await ask(recipe)).mid);
  expect(before).toEqual([10, 13, 3]);
  const { contentId } =
    context.project.getState().project.datasets.find(({ fileName }) => fileName === '5g.geojson') ?? {};
  await setRole(context, contentId ?? '', 'context');
  expect(context.project.getState().project.layers).toEqual([]);
  undo(context);
  expect((await ask('5g < 2 operators')).mid).toBe(13);
});

test('shares keyed by codes of another year say so, and what meets none is not known', async () => {
  await importFiles(context, [
    uprns(',lsoa21cd', (i) => `,E0100210${i % 4}`),
    csv(
      'share.csv',
      'lsoa11cd,gigabit_pct',
      ...['E01002100,50', 'E01002101,50', 'E01002102,20', 'E01009102,20', 'E01009103,20'],
    ),
  ]);
  expect(await ask('no gigabit')).toEqual({ mid: 9, notKnown: 5, of: 20 });
  expect(context.analysis.getState().analysis?.notes.map(({ kind }) => kind)).toContain('vintage');
});
