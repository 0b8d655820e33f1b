import { describe, expect, it } from 'vitest';
import { compareWards, wardMeasures } from '../../../src/domain/compare/ward-standing.ts';
import { analysisOf } from '../../builders/analysis.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { sharesOf } from '../../builders/layers.ts';

describe('wards with each other and with the authority', () => {
  it('are ranked by share, with the difference from the share of everything counted', () => {
    const { analysis, project } = countedProject(THREE_WARDS);
    const [share, number] = wardMeasures(analysis, project.layers);
    const { wards, whole, ranked } = compareWards(share, 3);
    // 5 not-spots of 10 premises, one of them outside every ward.
    expect([whole.units, whole.count.mid, ranked]).toEqual([10, 5, 3]);
    expect(wards.map(({ rank }) => rank?.rank)).toEqual([3, 1, 2]);
    expect(wards[1].difference).toBeCloseTo(100 * (3 / 4 - 5 / 10), 9);
    expect(number.by).toBe('count');
    expect(compareWards(number, 3).wards.map(({ rank }) => rank?.rank)).toEqual([3, 1, 2]);
  });

  it('of which most is not known have no rank, and what is not known widens the others', () => {
    const analysis = analysisOf([
      { units: 10, notSpots: 2, notKnown: 6 },
      { units: 10, notSpots: 3, notKnown: 4 },
      { units: 10, notSpots: 5 },
    ]);
    const { wards, ranked } = compareWards(wardMeasures(analysis, [])[0], 3);
    expect(ranked).toBe(2);
    expect([wards[0].rank, wards[0].share.mid]).toEqual([null, Number.NaN]);
    expect(wards[1].rank).toMatchObject({ rank: 2, best: 1, worst: 2 });
    expect(wards[2].rank).toMatchObject({ rank: 1, best: 1, worst: 2 });
  });

  it('are not compared by shares of areas larger than wards', () => {
    const { analysis, project } = countedProject(THREE_WARDS);
    const [gigabit] = project.layers;
    const keys = (notes: typeof analysis.notes) =>
      wardMeasures({ ...analysis, notes }, project.layers).map(({ key }) => key);
    expect(keys([])).toContain('technology:gigabit');
    const coarse = { kind: 'coarse-shares', text: '', count: 1, layerId: gigabit.id } as const;
    expect(keys([coarse])).not.toContain('technology:gigabit');
  });

  it('have the fewest covered as the worst, by technology of any operator', () => {
    const { analysis, project } = countedProject(THREE_WARDS);
    const measures = wardMeasures(analysis, project.layers);
    const fiveG = measures.find(({ key }) => key === 'technology:5g');
    if (!fiveG) throw new Error('no 5G');
    expect(compareWards(fiveG, 3).wards.map(({ count, rank }) => [count.mid, rank?.rank])).toEqual([
      [1, 3],
      [1, 1],
      [1, 2],
    ]);
  });

  it('cannot be told apart where bands overlap; exact equal ones just share a rank', () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i < 10 ? 0 : 1));
    const { analysis, project } = countedProject({
      wards: ['Ash', 'Birch'],
      wardOf: rows,
      // One area of shares across both wards: what stands where in it is open.
      layers: [
        {
          layer: { key: 'gigabit', shape: 'shares' },
          answers: sharesOf(
            rows.map(() => 0),
            [50],
          ),
        },
      ],
      recipe: 'no gigabit',
    });
    const compared = compareWards(wardMeasures(analysis, project.layers)[0], 2);
    expect(compared.wards[0].rank).toMatchObject({ best: 1, worst: 2 });
    const { analysis: equal } = {
      analysis: analysisOf([
        { units: 10, notSpots: 3 },
        { units: 10, notSpots: 3 },
      ]),
    };
    const exact = compareWards(wardMeasures(equal, [])[0], 2);
    expect(exact.wards[0].rank).toMatchObject({ rank: 1, sharing: 2 });
  });

  it('without premises have no rank and count for nobody', () => {
    const analysis = analysisOf([
      { units: 0, notSpots: 0 },
      { units: 4, notSpots: 1 },
    ]);
    const { wards, ranked } = compareWards(wardMeasures(analysis, [])[0], 2);
    expect([wards[0].rank, ranked, wards[1].rank?.rank]).toEqual([null, 1, 1]);
  });
});
