import { describe, expect, it } from 'vitest';
import { planAnswers } from '../../../src/stores/derived/plan-answers.ts';
import { planBox } from '../../../src/stores/derived/plan-box.ts';
import { designMarks } from '../../../src/stores/derived/plan-marks.ts';
import { answerWords, placeName } from '../../../src/stores/derived/plan-place-words.ts';
import { planTable } from '../../../src/stores/derived/plan-table.ts';
import { DRAWN_DESIGNS } from '../../builders/drawn-plan.ts';

const answers = planAnswers(DRAWN_DESIGNS);
const [both, dug, none, notKnown] = answers.places;

describe('what the designs of a plan do for its premises', () => {
  it('is said once for each place, by its point, and of no hub', () => {
    expect(answers.places.map(({ ids, units }) => [ids, units])).toEqual([
      [['1'], 3],
      [['2', '2a', '2b'], 2],
      [['3'], 1],
      [['4'], 1],
    ]);
    expect([answers.units, answers.unit]).toEqual([7, 'premises']);
    expect(planAnswers(DRAWN_DESIGNS)).toBe(answers);
  });

  it('is fibre, radio, neither with both reasons, or not known', () => {
    expect(answerWords(both.answers['rooftop radio'])).toBe('Radio from Library, 1,030 Mbit/s, 213 m');
    const radio = both.answers['rooftop radio'];
    if (radio?.how !== 'radio') throw new Error('It is radio.');
    expect(answerWords({ ...radio, metres: 0 })).toBe('Cable indoors from the hub Library, 1,030 Mbit/s');
    expect(answerWords({ ...radio, atOnceMegabits: 17.9 })).toBe(
      'Radio from Library, 1,030 Mbit/s (17 each if all draw at once), 213 m',
    );
    expect(answerWords(both.answers.dig)).toBe('Fibre');
    expect(answerWords(dug.answers.hybrid)).toBe('Fibre');
    expect(answerWords(dug.answers['rooftop radio'])).toBe('Not served: no roof sees it');
    expect(answerWords(none.answers['rooftop radio'])).toBe(
      'Not served: only a barred roof reaches it: Flats at Mill Road',
    );
    expect(answerWords(none.answers.dig)).toBe('Not served: no street near (the nearest is 512 m away)');
    expect(answerWords(none.answers.hybrid)).toBe('Not served: radio: no roof near; fibre: no street near');
    expect(answerWords(notKnown.answers['rooftop radio'])).toBe('Not known: heights are not known');
    expect(answerWords(undefined)).toBe('No such design');
    expect([placeName(both), placeName(dug)]).toEqual(['1', '2 and 2 more']);
  });

  it('is drawn as a shape for each place; who leaves it as it is serves nobody', () => {
    const looks = (kind: Parameters<typeof designMarks>[1]) =>
      designMarks(answers, kind).map(({ look }) => look);
    expect(looks('rooftop radio')).toEqual([
      'answer:radio',
      'answer:none',
      'answer:none',
      'answer:not known',
    ]);
    expect(looks('dig')).toEqual(['answer:fibre', 'answer:fibre', 'answer:none', 'answer:none']);
    expect(looks('hybrid')).toEqual(['answer:radio', 'answer:fibre', 'answer:none', 'answer:not known']);
    expect(new Set(looks('leave as it is'))).toEqual(new Set(['answer:none']));
    expect(designMarks(answers, 'dig')).toBe(designMarks(answers, 'dig'));
  });

  it('stands where the premises and the hubs are', () => {
    expect(planBox(DRAWN_DESIGNS)).toEqual([-1.204, 52.9, -1.2005, 52.903]);
  });
});

describe('the table of a plan', () => {
  it('says what the maps draw, with sums of all', () => {
    const table = planTable(answers, { column: 'place', descending: false });
    const line = (at: number) => table.columns.map(({ key }) => table.cell(table.lines[at], key));
    expect(line(0)).toEqual([
      '1',
      '3',
      'Radio from Library, 1,030 Mbit/s, 213 m',
      '1,030',
      '213 m',
      'Fibre',
      'Radio from Library, 1,030 Mbit/s, 213 m',
    ]);
    expect(line(2).slice(3, 5)).toEqual(['–', '–']);
    // What is of rooftop radio alone says so.
    expect(table.columns.slice(3, 5).map(({ header }) => header)).toEqual([
      'Radio, Mbit/s',
      'Radio, to its hub',
    ]);
    expect(table.columns.map(({ key }) => table.cell(table.foot[0], key))).toEqual([
      'All 4 places',
      '7',
      '3 of 7 premises served',
      '',
      '',
      '5 of 7 premises served',
      '5 of 7 premises served',
    ]);
  });

  it('sorts by any column: fibre, radio, not known, then who is not served', () => {
    const ids = (column: string, descending = false) =>
      planTable(answers, { column, descending }).lines.map((line) => 'ids' in line && line.ids[0]);
    expect(ids('hybrid')).toEqual(['2', '1', '4', '3']);
    expect(ids('rate', true)[0]).toBe('1');
    expect(ids('units', true)).toEqual(['1', '2', '3', '4']);
    expect(ids('place', true)).toEqual(['4', '3', '2', '1']);
  });
});
