import { describe, expect, it } from 'vitest';
import type { LayerRecord } from '../../../src/domain/coverage/layer.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import type { Prepared } from '../../../src/domain/project/prepared.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { lookupCodes } from '../../../src/domain/tables/lookup-codes.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { evidenceJson, evidenceText } from '../../../src/domain/verdict/evidence.ts';
import { makeVerdict } from '../../../src/domain/verdict/make-verdict.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { whyNotKnown } from '../../../src/domain/verdict/why-not-known.ts';
import { FIND_WARDS } from '../../builders/find-index.ts';
import { crispOf, layerOf, sharesOf } from '../../builders/layers.ts';
import { premisesOf } from '../../builders/premises.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const layers = [
  layerOf({ key: 'gigabit', name: 'Gigabit lines' }),
  layerOf({ key: '5g-plover-high', technology: '5g', operator: 'Plover', confidence: 'high' }),
  layerOf({ key: '5g-plover-very-high', technology: '5g', operator: 'Plover', confidence: 'very-high' }),
  layerOf({ key: '5g-dunlin', technology: '5g', operator: 'Dunlin' }),
  layerOf({ key: 'radio', extent: { kind: 'assumed' } }),
  layerOf({ key: 'superfast', shape: 'shares', measure: 'percent', definition: 'at least 30' }),
];
const answers = new Map<string, LayerAnswers>([
  ['gigabit', crispOf(['yes', 'no', 'yes', 'unknown', 'no'])],
  ['5g-plover-high', crispOf(['yes', 'yes', 'yes', 'no', 'no'])],
  ['5g-plover-very-high', crispOf(['no', 'no', 'yes', 'no', 'no'])],
  ['5g-dunlin', crispOf(['no', 'yes', 'yes', 'unknown', 'no'])],
  ['radio', crispOf(['unknown', 'unknown', 'yes', 'no', 'no'])],
  ['superfast', sharesOf([0, 0, 1, 2, -1], [82.5, 100, 0], 0)],
]);
const seeds = [0.1, 0.1, 0.4, 1.2, 2.5].map((lon, i) => ({
  id: `10000000000${i}`,
  lon,
  lat: 51.1,
  cells: { address: `${i + 1} Mill Lane`, postcode: 'M15 4AB', use: 'home' },
}));

function verdictOn(
  rows: readonly number[],
  options: {
    title?: string;
    project?: Partial<Project>;
    unit?: 'premises' | 'postcodes';
    whyNot?: (row: number) => string;
    answers?: ReadonlyMap<string, LayerAnswers>;
  } = {},
): Verdict {
  const { unit = 'premises' } = options;
  const premises = premisesOf(seeds, unit);
  const membership = { wardOf: Int32Array.of(0, 0, 0, 1, -1), overlapped: 0 };
  const project = projectOf({
    layers,
    datasets: [datasetOf({ role: 'premises', roles: { id: 'uprn', address: 'address', use: 'use' }, unit })],
    ...options.project,
  });
  const input = {
    premises,
    wards: FIND_WARDS,
    membership,
    layers,
    answers: options.answers ?? answers,
    notes: [],
  };
  const analysis = analyse({ ...input, recipeText: 'no gigabit' });
  const verdict = makeVerdict(
    {
      project,
      prepared: input as unknown as Prepared,
      analysis,
      whyNotKnown: (layer: LayerRecord, row) => options.whyNot?.(row) ?? `why ${layer.key}`,
      areaName: (_, code) => `Area ${code}`,
    },
    rows,
    options.title ?? null,
  );
  if (!verdict) throw new Error('There is no verdict.');
  return verdict;
}
const wordsOf = (verdict: Verdict): Record<string, string> =>
  Object.fromEntries(verdict.technologies.map(({ label, words }) => [label, words]));

describe('the verdict on one premises', () => {
  it('says yes, no, perhaps and that we do not know apart', () => {
    expect(wordsOf(verdictOn([0]))).toEqual({
      Gigabit: 'Yes',
      '5G': 'Perhaps',
      'Rooftop radio': 'We do not know',
      Superfast: 'We do not know',
    });
    expect(wordsOf(verdictOn([1]))).toMatchObject({ Gigabit: 'No', '5G': 'Yes, from 1 of 2 operators' });
    expect(wordsOf(verdictOn([2]))).toEqual({
      Gigabit: 'Yes',
      '5G': 'Yes, from both operators',
      'Rooftop radio': 'Yes',
      Superfast: 'Yes',
    });
    expect(wordsOf(verdictOn([3]))).toMatchObject({
      Gigabit: 'We do not know',
      '5G': 'We do not know',
      Superfast: 'No',
    });
    expect(wordsOf(verdictOn([4]))).toMatchObject({ '5G': 'No, neither of the 2 operators' });
  });

  it('never says no, nor nothing, where it is not known', () => {
    for (const row of [0, 1, 2, 3, 4]) {
      for (const layer of verdictOn([row]).layers) {
        const open = layer.answer === 'not-known' || layer.answer === 'share';
        expect(layer.words === 'We do not know').toBe(open);
        if (open) expect(layer.why).not.toBe('');
        expect(layer.definition).not.toBe('');
      }
    }
    const { technologies, layers: told } = verdictOn([0]);
    expect(technologies[3].more).toBe('We know only that 82.5 % of premises in Area A0 have it.');
    expect(technologies[1].more).toBe('Plover predicts 5G here, but is not very sure of it.');
    expect(verdictOn([3]).technologies[1].more).toBe('For Dunlin we do not know.');
    expect(told.find((layer) => layer.layerId === 'radio')?.why).toBe('Why radio');
    // A published share is of premises, whatever is counted here.
    const { more } = verdictOn([0], { unit: 'postcodes' }).technologies[3];
    expect(more).toBe('We know only that 82.5 % of premises in Area A0 have it.');
  });

  it('says who and where, and what the count makes of it', () => {
    const { subject, inCount, members } = verdictOn([1]);
    expect(subject).toMatchObject({ title: '2 Mill Lane', rows: 1, units: 1, wardCode: 'E05999801' });
    expect(subject.facts.map((fact) => fact.text)).toEqual([
      '2 Mill Lane',
      '100000000001',
      'M15 4AB',
      'home',
    ]);
    expect(subject.cautions).toEqual([
      'One of 2 premises at this very point, such as the flats of one block.',
    ]);
    expect(inCount).toEqual({
      answer: 'yes',
      words: 'It counts as a not-spot: not-spots are premises that have no gigabit.',
    });
    expect(members).toEqual([]);
    expect(verdictOn([3]).inCount?.answer).toBe('not-known');
    expect(verdictOn([4]).subject).toMatchObject({ wardCode: null, wardName: null });
    expect(verdictOn([0], { unit: 'postcodes' }).subject.cautions[0]).toMatch(/a postcode, not one home/);
  });

  it('has its neighbours, the nearest first, one line a point, and how many of them have what', () => {
    const { neighbours } = verdictOn([2]);
    expect(neighbours.places.map((place) => [place.title, place.rows])).toEqual([
      ['1 Mill Lane and 1 more at this point', [0, 1]],
      ['4 Mill Lane', [3]],
      ['5 Mill Lane', [4]],
    ]);
    expect(neighbours.places[0].answers[0]).toEqual({ answer: 'mixed', words: '1 of 2' });
    expect(neighbours.sentences[0]).toBe(
      'Gigabit: of the 4 nearest premises, 1 has it, 2 do not; for 1 we do not know.',
    );
  });
});

it('calls layers of no company sources, never operators, and tells two of one name apart', () => {
  const two = ['gigabit', 'radio'].map((key) => layerOf({ key, name: 'Coverage', technology: 'coverage' }));
  const datasets = [
    datasetOf({ role: 'premises', roles: { id: 'uprn' }, unit: 'premises' }),
    ...two.map(({ contentId }) => datasetOf({ role: 'coverage', contentId })),
  ];
  const on = (row: number) => verdictOn([row], { project: { layers: two, datasets } });
  expect(on(2).technologies[0].words).toBe('Yes, by both sources');
  expect(on(0).technologies[0]).toMatchObject({
    words: 'Yes, by 1 of 2 sources',
    more: 'For Coverage (radio.geojson) we do not know.',
  });
  expect(on(4).technologies[0].words).toBe('No, neither of the 2 sources');
  expect(on(4).layers.map(({ name }) => name)).toEqual([
    'Coverage (gigabit.geojson)',
    'Coverage (radio.geojson)',
  ]);
});

describe('the verdict on several premises', () => {
  it('counts them', () => {
    const { subject, technologies, members, inCount } = verdictOn([0, 1, 3], { title: 'M15 4AB' });
    expect(subject).toMatchObject({ title: 'M15 4AB', rows: 3, units: 3 });
    expect(technologies[0]).toMatchObject({
      answer: 'mixed',
      words: '1 of 3',
      more: '1 has it, 1 does not; for 1 we do not know.',
    });
    expect(members.map((member) => member.title)).toEqual(['1 Mill Lane', '2 Mill Lane', '4 Mill Lane']);
    expect(inCount).toEqual({
      answer: 'mixed',
      words:
        '1 of 3 counts as a not-spot; for 1 the count does not know: not-spots are premises that have no gigabit.',
    });
  });

  it('never calls one a not-spot that is not known to be one', () => {
    expect(verdictOn([0, 3]).inCount?.words).toMatch(
      /^Of 2 none is known to be a not-spot; for 1 the count does not know:/,
    );
  });

  it('says what share is known, where nothing else is', () => {
    const [superfast] = verdictOn([0, 3], { project: { layers: [layers[5]] } }).technologies;
    expect(superfast.answer).toBe('mixed');
    const two = new Map(answers).set('superfast', sharesOf([0, 1, 0, 1, 1], [82.5, 40]));
    const { technologies } = verdictOn([0, 1], { project: { layers: [layers[5]] }, answers: two });
    expect(technologies[0]).toMatchObject({
      words: 'We do not know',
      more: 'We know only that 82.5 % of premises in Area A0 and 40.0 % of premises in Area A1 have it.',
    });
  });

  it('says why for each of them, where the reasons differ', () => {
    const why = (rows: number[]) =>
      verdictOn(rows, { whyNot: (row) => (row === 3 ? 'It is blank.' : 'It is not there.') }).layers[4].why;
    expect(why([0])).toBe('It is not there.');
    expect(why([0, 1])).toBe('For each of them: it is not there.');
  });
});

it('why a record is not known: none there, blank, unreadable, or two that do not agree', () => {
  const cells = [
    ['100000000000', 'yes'],
    ['100000000000', 'no'],
    ['100000000001', ''],
    ['100000000002', 'maybe'],
  ];
  const table = {
    fileName: 'r.csv',
    format: 'csv',
    rows: 4,
    columns: ['uprn', 'gig'].map((name, i) =>
      textColumn(
        name,
        cells.map((row) => row[i]),
      ),
    ),
    geometry: { points: null, lines: null, polygons: null },
    headerAssumed: false,
  };
  const layer = layerOf({ key: 'r', shape: 'records', column: 'gig' });
  const source = {
    project: projectOf({ datasets: [datasetOf({ role: 'records', contentId: 'r', roles: { id: 'uprn' } })] }),
    premises: premisesOf(seeds),
    table: () => table,
  };
  expect([0, 1, 2, 3].map((row) => whyNotKnown(layer, row, source))).toEqual([
    'The file has records of it that do not agree: “yes”, “no”.',
    'Its record in the file is blank.',
    'Its record in the file says “maybe”.',
    'The file has no record of it.',
  ]);
  expect(whyNotKnown(layerOf({ key: 'p' }), 0, source)).toMatch(/outside the wards that this data touches/);
});

it('why nothing can be looked up: a blank cell, a look-up without a code, one with two, or no way at all', () => {
  const premises = premisesOf(
    ['A1', '', 'B2', 'C3', 'D4'].map((oa, i) => ({ id: `${i}`, lon: i, lat: 51, cells: { oa } })),
  );
  const codes = lookupCodes(textColumn('oa', ['A1', 'C3', 'C3']), textColumn('lad', ['L1', 'L1', 'L2']));
  const way = {
    kind: 'lookup' as const,
    name: 'oa',
    steps: [{ fileName: 'lookup.csv', key: 'oa', code: 'lad', codes }],
  };
  const layer = layerOf({ key: 's', shape: 'shares' });
  const why = (row: number, by: typeof way | null) =>
    whyNotKnown(layer, row, {
      project: projectOf({}),
      premises,
      way: by,
      table: () => {
        throw new Error('No table is needed.');
      },
    });
  expect([0, 1, 2, 3].map((row) => why(row, way))).toEqual([
    'It lies in none of the areas that this file has a number for.',
    'Its “oa” is blank or cannot be read, so it cannot be looked up in this file.',
    'It cannot be looked up in this file: lookup.csv has no code for “B2”.',
    'It cannot be looked up in this file: lookup.csv gives “C3” more than one code.',
  ]);
  expect(why(0, null)).toBe('Nothing loaded says which of this file’s areas it lies in.');
});

it('the evidence has the place, every open layer, the words and the date; nothing confidential', () => {
  const verdict = verdictOn([0], {
    project: { layers: layers.map((layer) => ({ ...layer, confidential: layer.key === 'gigabit' })) },
  });
  const seed = {
    verdict,
    words: ' I was offered 1,000 Mbit/s. ',
    writtenOn: '2026-11-23',
    area: 'Testborough',
    fictional: true,
    plans: [{ name: 'North', words: ['Dig: Fibre by a trench to the premises.'] }],
    plansLeftOut: 1,
  };
  const text = evidenceText(seed);
  for (const part of [
    '1 Mill Lane',
    '100000000000',
    'I was offered 1,000 Mbit/s.',
    '2026-11-23',
    'FICTIONAL',
    'date not known',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/Gigabit lines|In the count/);
  expect(text).toContain('1 confidential layer is left out');
  expect(text).toContain(
    'Plans that ask for it (a plan is no promise that anything is built)\r\n- North\r\n  Dig: Fibre by a trench to the premises.\r\n- 1 made with confidential files is left out.',
  );
  expect(evidenceText({ ...seed, plans: [], plansLeftOut: 0 })).not.toContain('plan');
  expect(evidenceText({ ...seed, plans: null })).toContain('Whether a plan asks for it was not looked up.');
  const json = JSON.parse(evidenceJson(seed));
  expect(json).toMatchObject({
    kind: 'notspot-evidence',
    objection: 'I was offered 1,000 Mbit/s.',
    inCount: null,
    layersLeftOut: 1,
    plans: seed.plans,
    plansLeftOut: 1,
  });
  expect(json.layers).toHaveLength(5);
});
