import { describe, expect, it } from 'vitest';
import { compareWardsView, moveText, sortedCompareLines } from '../../../src/stores/derived/compare-wards.ts';
import { signedPoints } from '../../../src/stores/derived/signed-points.ts';
import { analysisOf } from '../../builders/analysis.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';

describe('wards compared, in words', () => {
  const { analysis, project } = countedProject(THREE_WARDS);
  const view = compareWardsView(analysis, project.layers, 'share', null);

  it('have rank, share with what it is out of, and the difference from all together', () => {
    expect(
      view.lines.map(({ name, rank, share, outOf, difference }) => [name, rank, share, outOf, difference]),
    ).toEqual([
      ['Ash', '3rd', '0.0 %', '0 of 2', '−50.0'],
      ['Birch', '1st', '75.0 %', '3 of 4', '+25.0'],
      ['Cedar', '2nd', '33.3 %', '1 of 3', '−16.7'],
    ]);
    expect(view.wholeWords).toBe('All together: 50.0 % of 10 premises; for 1 it is not known.');
    expect([view.bandWords, view.notRanked]).toEqual(['', null]);
  });

  it('are sorted by any column, what has no value last', () => {
    const names = (column: string, descending: boolean): string[] =>
      sortedCompareLines(view.lines, { column, descending }).map(({ name }) => name);
    expect(names('rank', false)).toEqual(['Birch', 'Cedar', 'Ash']);
    expect(names('name', true)).toEqual(['Cedar', 'Birch', 'Ash']);
    expect(names('units', true)).toEqual(['Birch', 'Cedar', 'Ash']);
    expect(names('need', true)).toEqual(['Ash', 'Birch', 'Cedar']);
  });

  it('have no rank where the recipe ranks none, but still by a technology', () => {
    const coarse = { ...analysis, ranksWards: false };
    expect(compareWardsView(coarse, project.layers, 'share', null)).toMatchObject({
      notRanked: expect.stringContaining('larger than wards'),
      lines: [{ rank: '–' }, { rank: '–' }, { rank: '–' }],
    });
    expect(compareWardsView(coarse, project.layers, 'technology:5g', null).notRanked).toBeNull();
  });

  it('show a joint rank for equal wards and nothing for one without premises', () => {
    const equal = analysisOf([
      { units: 10, notSpots: 2 },
      { units: 10, notSpots: 2 },
      { units: 0, notSpots: 0 },
    ]);
    expect(compareWardsView(equal, [], 'share', null).lines.map(({ rank, share }) => [rank, share])).toEqual([
      ['joint 1st', '20.0 %'],
      ['joint 1st', '20.0 %'],
      ['–', '–'],
    ]);
  });

  it('say moves and differences by sign', () => {
    expect([moveText(3), moveText(-1), moveText(0)]).toEqual(['▲ 3', '▼ 1', '–']);
    const signed = [3.21, -0.4, -0.04, 75.55, -1.15].map(signedPoints);
    expect(signed).toEqual(['+3.2', '−0.4', '0.0', '+75.6', '−1.2']);
  });
});
