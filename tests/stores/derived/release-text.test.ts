import { describe, expect, it } from 'vitest';
import { OUTCOMES, type ReleaseComparison } from '../../../src/domain/releases/comparison.ts';
import { columnChoices, releaseText } from '../../../src/stores/derived/release-text.ts';

const NONE = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as ReleaseComparison['totals'];
const RELEASE = { contentId: 'a', fileName: 'a.csv', date: '2024-07' };

function sharesOf(given: Partial<ReleaseComparison>): ReleaseComparison {
  return {
    kind: 'shares',
    before: RELEASE,
    after: { ...RELEASE, contentId: 'b', date: '2025-07' },
    column: 'Gigabit',
    columns: [{ column: 'Gigabit', kind: 'share', counts: { ...NONE, gained: 1 } }],
    unit: 'postcodes',
    words: { gained: 'rose', lost: 'fell', changed: 'changed' },
    totals: NONE,
    keys: NONE,
    expected: 831,
    cannotTellPoints: 1,
    wards: [],
    streets: [],
    streetBasis: null,
    unplaced: 0,
    marks: [],
    changedCount: 0,
    ...given,
  };
}

describe('a comparison of shares in words', () => {
  it('says how many more of what, and counts one point as one', () => {
    const { notes } = releaseText(sharesOf({}));
    expect(notes).toContain(
      'Shares name no single premises: summed over the areas, about 831 more postcodes have it.',
    );
    expect(notes.some((note) => note.includes('moved by 1 point or less'))).toBe(true);
    const tenths = releaseText(sharesOf({ cannotTellPoints: 0.1, expected: -20 })).notes;
    expect(tenths.some((note) => note.includes('moved by 0.1 points or less'))).toBe(true);
    expect(tenths.some((note) => note.includes('about 20 fewer postcodes'))).toBe(true);
  });

  it('counts the areas that moved in the right number', () => {
    expect(columnChoices(sharesOf({}))[0].label).toBe('Gigabit (1 area moved)');
  });
});
