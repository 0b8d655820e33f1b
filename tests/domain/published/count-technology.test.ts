import { describe, expect, it } from 'vitest';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import type { Prepared } from '../../../src/domain/project/prepared.ts';
import { countTechnology } from '../../../src/domain/published/count-technology.ts';
import { crispOf, layerOf, sharesOf } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const wards = areasOf([{ code: 'E05999801', rings: [rectangle(0, 0, 1, 1)] }]);

/** Six premises: four of the first authority (one in no ward), two of the second. */
const ofRow = Int32Array.from([0, 0, 0, 0, 1, 1]);
function preparedWith(answers: readonly (readonly [string, LayerAnswers])[]): Prepared {
  return {
    premises: premisesOf(Array.from({ length: 6 }, () => ({ lon: 0, lat: 0 }))),
    wards,
    membership: { wardOf: Int32Array.from([0, 0, 0, -1, 0, 0]), overlapped: 0 },
    answers: new Map(answers),
    notes: [],
    joins: [],
    ways: new Map(),
    uses: null,
  } as unknown as Prepared;
}

describe('a technology counted in one authority', () => {
  it('is of any operator, with what is not known and what lies in no ward', () => {
    const layers = [
      layerOf({ key: '5g-plover', technology: '5g', operator: 'Plover', definition: 'outdoor' }),
      layerOf({ key: '5g-dunlin', technology: '5g', operator: 'Dunlin', definition: 'outdoor' }),
    ];
    const prepared = preparedWith([
      ['5g-plover', crispOf(['yes', 'no', 'no', 'yes', 'yes', 'no'])],
      ['5g-dunlin', crispOf(['no', 'yes', 'unknown', 'no', 'yes', 'no'])],
    ]);
    const project = projectOf({
      layers,
      datasets: [datasetOf({ role: 'wards', roles: { code: 'WD22CD' } })],
    });
    expect(countTechnology(prepared, project, '5g', { ofRow, authority: 0 })).toMatchObject({
      units: 4,
      low: 3,
      mid: 3,
      high: 3,
      notKnown: 1,
      outside: { units: 1, covered: 1 },
      fromShares: false,
      definition: 'outdoor',
      wardVintage: '2022',
    });
    expect(countTechnology(prepared, project, '5g', { ofRow, authority: 1 })?.mid).toBe(1);
    expect(countTechnology(prepared, project, 'gigabit', { ofRow, authority: 0 })).toBeNull();
  });

  it('has the band of the whole authority’s shares, and leaves a coarser telling aside', () => {
    const layers = ['fine', 'coarse'].map((key) =>
      layerOf({ key, name: key, technology: 'gigabit', shape: 'shares' }),
    );
    const prepared = preparedWith([
      ['fine', sharesOf([0, 0, 1, 1, 2, 2], [50, 100, 0], 1)],
      ['coarse', sharesOf([0, 0, 0, 0, 0, 0], [99])],
    ]);
    const counted = countTechnology(prepared, projectOf({ layers }), 'gigabit', { ofRow, authority: 0 });
    expect(counted).toMatchObject({ units: 4, mid: 3, fromShares: true });
    expect(counted?.layers.map(({ name }) => name)).toEqual(['fine']);
  });
});
