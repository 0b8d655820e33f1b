import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import { COMPUTED_IN } from '../../../src/domain/explain/computed-in.ts';
import { explainFigure } from '../../../src/domain/explain/explain-figure.ts';
import type { Explanation, Formula } from '../../../src/domain/explain/explanation.ts';
import type { AskedFigure } from '../../../src/domain/explain/figure-question.ts';
import { TOPIC_COMPUTED_IN } from '../../../src/domain/explain/topic-computed-in.ts';
import type { Analysis } from '../../../src/domain/not-spots/analysis.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { codeOfWard, countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { sharesOf, type ThreeValues } from '../../builders/layers.ts';

const RECIPES = ['no gigabit', 'no gigabit and no 5g', 'no 5g', '5g < 2 operators', 'not (gigabit or 5g)'];
const value = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
const row = fc.record({ ward: fc.integer({ min: -1, max: 2 }), answers: fc.tuple(value, value, value) });

describe('the explanation of a figure', () => {
  it('has formulas that come to the number, and the number is what a count row by row says', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...RECIPES),
        (rows, recipe) => {
          const { project, analysis } = countedProject({
            wards: ['Ash', 'Birch', 'Cedar'],
            wardOf: rows.map(({ ward }) => ward),
            layers: [
              {
                layer: { key: 'gigabit', name: 'Gigabit lines' },
                answers: rows.map((one) => one.answers[0]),
              },
              {
                layer: { key: '5g-a', technology: '5g', operator: 'A' },
                answers: rows.map((one) => one.answers[1]),
              },
              {
                layer: { key: '5g-b', technology: '5g', operator: 'B' },
                answers: rows.map((one) => one.answers[2]),
              },
            ],
            recipe,
          });
          for (const place of [...analysis.wardCodes, 'outside', 'total']) {
            const here = rows.filter(
              ({ ward }) =>
                place === 'total' ||
                (place === 'outside' ? ward === -1 : ward >= 0 && codeOfWard(ward) === place),
            );
            for (const asks of QUESTIONS) {
              const explanation = explained(asks, place, analysis, project);
              const expected = here.filter(({ answers }) => counts(asks, answers, recipe)).length;
              expect(explanation.figure.value.mid).toBe(expected);
              for (const formula of explanation.formulas) expectExact(formula);
              if (asks.kind !== 'share' && explanation.formulas[0].kind === 'sum')
                expect(explanation.formulas[0].result.value).toBe(expected);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads: not-spots = premises − covered − not known, by the layer’s own count', () => {
    const { project, analysis } = countedProject({ ...THREE_WARDS, recipe: 'no gigabit' });
    const { formulas, title } = explained({ kind: 'not-spots' }, codeOfWard(2), analysis, project);
    expect(title).toBe('Not-spots in Cedar');
    expect(formulas[0].terms).toEqual([
      { sign: 1, label: 'premises', value: 3 },
      { sign: -1, label: 'covered by Gigabit lines', value: 1 },
      { sign: -1, label: 'not known', value: 1 },
    ]);
    expect(formulas[0].result).toEqual({ label: 'not-spots', value: 1 });
  });

  it('says how low, middle and high of an expected count arise', () => {
    const { project, analysis } = countedProject({
      wards: ['Ash', 'Birch'],
      wardOf: [0, 0, 0, 1, 1],
      layers: [{ layer: { key: 'gigabit', shape: 'shares' }, answers: sharesOf([0, 0, 0, 0, 1], [50, 20]) }],
      recipe: 'no gigabit',
    });
    const { band, figure, formulas, rowsAre, computedIn } = explained(
      { kind: 'not-spots' },
      codeOfWard(0),
      analysis,
      project,
    );
    expect(figure.value).toMatchObject({ low: 1, mid: 1.5, high: 2, basis: 'modelled' });
    expect(band?.low).toContain('fewest that the published shares');
    expect(rowsAre).toBe('possible');
    expect(computedIn[0].path).toBe('src/domain/not-spots/count-shares.ts');
    for (const formula of formulas) expectExact(formula);
    expect(explained({ kind: 'not-spots' }, 'total', analysis, project).formulas.length).toBeGreaterThan(1);
  });

  it('says of two confidences that the middle is assumed', () => {
    const pair = (confidence: 'high' | 'very-high', answers: readonly ThreeValues[]) => ({
      layer: { key: `5g-${confidence}`, technology: '5g', confidence },
      answers,
    });
    const { project, analysis } = countedProject({
      wards: ['Ash'],
      wardOf: [0, 0, 0],
      layers: [pair('high', ['yes', 'yes', 'no']), pair('very-high', ['yes', 'no', 'no'])],
      recipe: 'no 5g',
    });
    const { band, figure } = explained({ kind: 'not-spots' }, 'total', analysis, project);
    expect([figure.value.low, figure.value.mid, figure.value.high]).toEqual([1, 1.5, 2]);
    expect(band?.mid).toContain('(assumed)');
    expect(figure.assumptions.some(({ text }) => text.includes('very high confidence'))).toBe(true);
  });

  it('names only the files that the figure is made of, with their dates', () => {
    const { project, analysis } = countedProject({ ...THREE_WARDS, recipe: 'no gigabit' });
    const dated: Project = {
      ...project,
      layers: project.layers.map((layer) => ({ ...layer, source: { ...layer.source, date: '2025-07' } })),
    };
    const names = (asks: AskedFigure): string[] =>
      explained(asks, 'total', analysis, dated).sources.map(({ gave }) => gave);
    expect(names({ kind: 'units' })).toEqual(['Premises', 'Wards']);
    expect(names({ kind: 'not-spots' })).toEqual(['Premises', 'Wards', 'Gigabit lines']);
    expect(names({ kind: 'operators', technology: '5g', atLeast: 2 })).toEqual([
      'Premises',
      'Wards',
      '5g-plover',
      '5g-dunlin',
    ]);
    expect(explained({ kind: 'not-spots' }, 'total', analysis, dated).dates).toEqual({
      oldest: '2025-07',
      newest: '2025-07',
      undated: 2,
    });
  });

  it('says which layer leaves how many not known', () => {
    const { project, analysis } = countedProject({ ...THREE_WARDS, recipe: 'no gigabit' });
    expect(explained({ kind: 'not-known' }, codeOfWard(2), analysis, project).notKnown).toEqual([
      'Gigabit lines says nothing of 1 premises here.',
    ]);
  });

  it('counts by use', () => {
    const { project, analysis } = countedProject({ ...THREE_WARDS, recipe: 'no gigabit' });
    const byUse: Analysis = { ...analysis, byUse: byUseOf(analysis) };
    const homes = explained({ kind: 'units', uses: ['home'] }, codeOfWard(1), byUse, project);
    expect(homes.figure.value.mid).toBe(3);
    expect(homes.title).toBe('Homes in Birch');
    for (const use of ['home', 'business'] as const)
      for (const kind of ['units', 'not-spots', 'share', 'not-known', 'no-not-spots'] as const)
        for (const place of [...analysis.wardCodes, 'outside', 'total'])
          for (const formula of explained({ kind, uses: [use] }, place, byUse, project).formulas)
            expectExact(formula);
  });

  it('has nothing to say of wards, layers, uses and technologies that are gone', () => {
    const { project, analysis } = countedProject(THREE_WARDS);
    for (const question of [
      { kind: 'not-spots', place: 'E05000000' },
      { kind: 'covered', layerId: 'gone', place: 'total' },
      { kind: 'operators', technology: '4g', atLeast: 1, place: 'total' },
      { kind: 'operators', technology: '5g', atLeast: 9, place: 'total' },
      { kind: 'not-spots', uses: ['home'], place: 'total' },
    ] as const)
      expect(explainFigure(question, analysis, project)).toBeNull();
  });

  it('names files that are there', () => {
    expect(COMPUTED_IN.length).toBeGreaterThan(8);
    const named = [...COMPUTED_IN, ...Object.values(TOPIC_COMPUTED_IN)];
    expect(named.filter(({ path }) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });
});

const QUESTIONS: readonly AskedFigure[] = [
  { kind: 'units' },
  { kind: 'not-spots' },
  { kind: 'share' },
  { kind: 'no-not-spots' },
  { kind: 'not-known' },
  { kind: 'covered', layerId: 'gigabit' },
  { kind: 'not-covered', layerId: 'gigabit' },
  { kind: 'layer-not-known', layerId: 'gigabit' },
  { kind: 'operators', technology: '5g', atLeast: 1 },
  { kind: 'operators', technology: '5g', atLeast: 2 },
];

function explained(asks: AskedFigure, place: string, analysis: Analysis, project: Project): Explanation {
  const explanation = explainFigure({ ...asks, place }, analysis, project);
  if (!explanation) throw new Error(`No explanation of ${asks.kind} at ${place}`);
  return explanation;
}

/** Adds up or divides by itself: nothing of the code under test takes part. */
function expectExact({ kind, result, terms }: Formula): void {
  const [first, second] = terms;
  const own =
    kind === 'ratio'
      ? first.value / second.value
      : terms.reduce((sum, term) => (term.sign > 0 ? sum + term.value : sum - term.value), 0);
  expect(own).toBeCloseTo(result.value, 9);
}

type Answers = readonly [ThreeValues, ThreeValues, ThreeValues];

/** Whether a row counts, from the definitions written out for each recipe. */
function counts(asks: AskedFigure, answers: Answers, recipe: string): boolean {
  const [gigabit, a, b] = answers;
  const operators = [a, b];
  const sure = operators.filter((one) => one === 'yes').length;
  const most = operators.filter((one) => one !== 'no').length;
  if (asks.kind === 'units') return true;
  if (asks.kind === 'covered') return gigabit === 'yes';
  if (asks.kind === 'not-covered') return gigabit === 'no';
  if (asks.kind === 'layer-not-known') return gigabit === 'unknown';
  if (asks.kind === 'operators') return sure >= asks.atLeast;
  const no5g = most === 0;
  const some5g = sure > 0;
  const [yes, no] = {
    'no gigabit': [gigabit === 'no', gigabit === 'yes'],
    'no gigabit and no 5g': [gigabit === 'no' && no5g, gigabit === 'yes' || some5g],
    'no 5g': [no5g, some5g],
    '5g < 2 operators': [most < 2, sure === 2],
    'not (gigabit or 5g)': [gigabit === 'no' && no5g, gigabit === 'yes' || some5g],
  }[recipe] ?? [false, false];
  if (asks.kind === 'not-known') return !yes && !no;
  return asks.kind === 'no-not-spots' ? no : yes;
}

/** Homes and businesses by hand: half of every place's units, rounded up, are homes, and as many not-spots as can be. */
function byUseOf({ units, notSpots }: Analysis): Analysis['byUse'] {
  const homes = units
    .map((number) => Math.ceil((number + 1) / 2))
    .map((number, place) => Math.min(number, units[place]));
  const homeSpots = notSpots.mid.map((number, place) => Math.min(number, homes[place]));
  const exact = (mid: Float64Array) => ({ low: mid, mid, high: mid, notKnown: mid.map(() => 0) });
  return {
    column: 'use',
    uses: [
      { use: 'home', units: homes, notSpots: exact(homeSpots) },
      {
        use: 'business',
        units: units.map((number, place) => number - homes[place]),
        notSpots: exact(notSpots.mid.map((number, place) => number - homeSpots[place])),
      },
    ],
  };
}
