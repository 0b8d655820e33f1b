import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { runStudy } from '../../../src/actions/run-study.ts';
import { setRole } from '../../../src/actions/set-role.ts';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import type { DigQuestion } from '../../../src/domain/dig/dig-question.ts';
import { contentNamed, ladderContext } from '../../builders/ladder-context.ts';
import { DIG_QUESTION } from '../../builders/small-digs.ts';

let context: AppContext;
let end: () => void;

beforeEach(async () => {
  ({ context, end } = await ladderContext());
});
afterEach(() => end());

const contentOf = (name: string): string => contentNamed(context, name);

async function answerTo(over: Partial<DigQuestion>, quick = true) {
  const question: DigQuestion = {
    ...DIG_QUESTION,
    selection: { kind: 'ward', code: 'E05000001' },
    premisesContentId: contentOf('premises.csv'),
    rootIds: ['EX'],
    ...over,
  };
  await runStudy(context, 'dig', { question, quick });
  return context.studies.dig.getState();
}

describe('study dig', () => {
  it('serves the premises of a ward, quickly and refined', async () => {
    const quick = await answerTo({});
    expect(quick.answer).toMatchObject({ isQuick: true, missed: [] });
    expect(quick.answer?.served).toHaveLength(5);
    const refined = await answerTo({}, false);
    expect(refined.answer?.isQuick).toBe(false);
    expect(refined.answer?.searchedPence).toBe(refined.answer?.lowerBoundPence);
    expect(refined.answer?.madeOf.contents.toSorted()).toEqual(
      ['wards.geojson', 'premises.csv', 'streets.geojson', 'fibre points.geojson'].map(contentOf).sort(),
    );
  });

  it('reckons with the rates of the project', async () => {
    const before = await answerTo({});
    const trench = DEFAULT_RATES.trench.map((rate) => ({
      ...rate,
      poundsPerMetre: { value: { low: 400, mid: 500, high: 600 }, source: null },
    }));
    context.project.getState().change('Rates', { kind: 'set-rates', rates: { ...DEFAULT_RATES, trench } });
    const after = await answerTo({});
    expect(after.answer?.searchedPence).toBeGreaterThan(before.answer?.searchedPence ?? Number.NaN);
    expect(after.answer?.madeOf.rates).not.toBe(before.answer?.madeOf.rates);
  });

  it.each([
    ['a root that is gone', { rootIds: ['gone'] }, /None of the places chosen/],
    [
      'not-spots that nothing tells',
      { onlyNotSpots: true },
      /Which of these premises are not-spots is not known/,
    ],
    [
      'a cluster of other premises',
      {
        selection: { kind: 'cluster', clusterId: '1', rows: Uint32Array.of(0) },
        premisesContentId: 'file-99',
      },
      /a cluster of other premises than those of premises.csv/,
    ],
  ] as const)('says what to do about %s', async (_, over, words) => {
    const { status, problem } = await answerTo(over);
    expect(status).toBe('failed');
    expect(problem).toMatch(words);
  });

  it('says what to do where there are no streets', async () => {
    await setRole(context, contentOf('streets.geojson'), 'context');
    expect((await answerTo({})).problem).toMatch(/No streets are loaded/);
  });
});
