import { describe, expect, it } from 'vitest';
import type { PublishedFigureBeside } from '../../../src/domain/explain/explanation.ts';
import type { FigureQuestion } from '../../../src/domain/explain/figure-question.ts';
import { checkAnalysis } from '../../../src/domain/not-spots/check-analysis.ts';
import {
  checkedText,
  type ExplanationText,
  explanationText,
  rowsFoundText,
} from '../../../src/stores/derived/explanation-text.ts';
import { preparedProject, THREE_WARDS } from '../../builders/counted-project.ts';

const PUBLISHED: PublishedFigureBeside = {
  source: { title: 'Connected Nations', publisher: 'Ofcom', date: '2025-07', licence: null, url: null },
  published: { low: 41.5, mid: 42, high: 42.5 },
  counted: { low: 40, mid: 40, high: 40 },
  difference: -2,
  reasons: [{ kind: 'date', text: 'The published figure is of 2025-07.' }],
};

describe('an explanation in words', () => {
  it('prints a share as a share and its formula with the counts', () => {
    const text = textFor({ kind: 'share', place: 'total' });
    expect([text.title, text.value, text.of]).toEqual([
      'Not-spots as a share of premises in Testborough',
      '50.0 %',
      'of 10 premises',
    ]);
    expect(text.formulas[0]).toEqual({
      result: '50.0 % share of premises',
      working: '5 not-spots ÷ 10 premises',
      note: 'Out of all of them, those not known included.',
    });
  });

  it('adds a total up from the wards and what lies outside them', () => {
    expect(textFor({ kind: 'not-spots', place: 'total' }).formulas.map(({ working }) => working)).toContain(
      '4 in 3 wards + 1 outside every ward',
    );
  });

  it('sets a published figure beside ours, with the difference and its reasons', () => {
    const { project, analysis } = preparedProject(THREE_WARDS);
    const text = explanationText({ kind: 'share', place: 'total' }, analysis, project, PUBLISHED);
    expect(text?.published).toMatchObject({
      ours: '40.0 %',
      theirs: '42.0 % (41.5–42.5 %)',
      difference: '−2.0 percentage points',
      reasons: ['The published figure is of 2025-07.'],
    });
    expect(textFor({ kind: 'share', place: 'total' }).published).toBeNull();
  });

  it('says what a check by brute force found of this one figure, and sees a difference', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const steps = checkAnalysis(prepared, analysis, [], project.layers);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const check = step.value;
    const said = (question: FigureQuestion, of = analysis) =>
      checkedText(question, check, of, textFor(question));
    expect(said({ kind: 'not-spots', place: 'total' })).toEqual({
      agrees: true,
      text: 'Not-spots in Testborough, counted again row by row: 5, the same.',
    });
    const mid = analysis.notSpots.mid.map((number) => number + 1);
    const wrong = { ...analysis, notSpots: { ...analysis.notSpots, mid } };
    expect(said({ kind: 'not-spots', place: 'total' }, wrong)).toEqual({
      agrees: false,
      text: 'Not-spots in Testborough, counted again row by row: 5; the screen says 6. They differ.',
    });
    expect(said({ kind: 'operators', technology: '5g', atLeast: 1, place: 'total' })).toBeNull();
  });

  it('says how many rows were found, for certain and perhaps', () => {
    const found = (sure: number, possible: number, ids: number) =>
      rowsFoundText({
        rows: new Uint32Array(ids),
        lon: new Float64Array(ids),
        lat: new Float64Array(ids),
        names: new Array(ids).fill(''),
        sure,
        possible,
      });
    expect(found(1294, 25, 1319)).toBe('1,294 rows count and 25 may count.');
    expect(found(0, 3, 3)).toBe('3 rows may count.');
    expect(found(0, 0, 0)).toBe('0 rows count.');
    expect(found(30_000, 0, 20_000)).toBe('30,000 rows count. The first 20,000 are listed.');
  });
});

function textFor(question: FigureQuestion): ExplanationText {
  const { project, analysis } = preparedProject(THREE_WARDS);
  const text = explanationText(question, analysis, project);
  if (!text) throw new Error('There is no such figure.');
  return text;
}
