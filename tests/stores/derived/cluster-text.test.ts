import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterSummary } from '../../../src/stores/derived/cluster-summary.ts';
import { clusterTable } from '../../../src/stores/derived/cluster-table.ts';
import { hectaresText, nearestText } from '../../../src/stores/derived/cluster-text.ts';
import { clusterView } from '../../../src/stores/derived/cluster-view.ts';
import { type ClusterSeed, clustersOf, terrace } from '../../builders/cluster-premises.ts';

const covered: ClusterSeed = { easting: 412_200, northing: 301_000, answers: ['yes'] };
const given = [
  ...terrace(412_000, 301_000, 5).map((one) => ({ ...one, use: 'house' })),
  ...terrace(415_000, 301_000, 3).map((one) => ({ ...one, ward: 1, use: 'shop' })),
  ...terrace(418_000, 301_000, 2),
  { ...covered, id: 'lit' },
];
const { clusters } = clustersOf({ premises: given });
const RANGE = {
  premises: terrace(412_000, 301_000, 4).map((one, i) => ({
    ...one,
    answers: [i < 2 ? 'yes' : 'no', 'no'] as const,
  })),
  layers: [
    { key: '5g-high', technology: '5g', confidence: 'high' as const },
    { key: '5g-very-high', technology: '5g', confidence: 'very-high' as const },
  ],
  recipe: 'no 5g',
};

describe('the sentence over clusters', () => {
  it('tells how many hold how many of how many, and the rest', () => {
    const { number, rest, band, scattered, shares } = clusterSummary(clusters);
    expect(`${number} ${rest}`).toBe('2 clusters hold 8 of 10 not-spots (80.0 %); 2 are scattered.');
    expect(band).toBe(null);
    expect(shares).toEqual({ clusters: 0.8, scattered: 0.2 });
    expect(scattered).toContain('2 not-spots in 2 rows of the premises');
  });

  it('tells bounds where there is a range', () => {
    const { rest, band } = clusterSummary(clustersOf(RANGE).clusters);
    expect(rest).toBe('cluster holds about 3 of about 3 not-spots (100.0 %); about 0 are scattered.');
    expect(band).toBe('Between 2 and 4 in clusters, of 2 to 4.');
  });
});

describe('the table of clusters', () => {
  const cells = (cluster: number): Record<string, string> => {
    const table = clusterTable(clusters, { column: 'rank', descending: false });
    return Object.fromEntries(
      table.columns.map(({ key, header }) => [header, table.cell(cluster, key).text]),
    );
  };

  it('has what there is to know of each', () => {
    expect(cells(0)).toMatchObject({
      Cluster: 'Alder 1',
      Rank: '1',
      Ward: 'Alder',
      'Not-spots': '5',
      Homes: '5',
      Businesses: '0',
      'No gigabit': '5',
      'To covered': '120\u00a0m',
    });
  });

  it('sorts every column both ways, and by rank where it has no such column', () => {
    for (const { key } of clusterTable(clusters, { column: 'rank', descending: false }).columns) {
      const up = clusterTable(clusters, { column: key, descending: false }).lines;
      expect([...up].sort()).toEqual([0, 1]);
    }
    expect(clusterTable(clusters, { column: 'rank', descending: true }).lines).toEqual([1, 0]);
    expect(clusterTable(clusters, { column: 'nearest', descending: true }).lines).toEqual([1, 0]);
    expect(clusterTable(clusters, { column: 'constructor', descending: true }).sort.column).toBe('rank');
  });

  it('gives the band of a range beside its middle', () => {
    const table = clusterTable(clustersOf(RANGE).clusters, { column: 'rank', descending: false });
    expect(table.cell(0, 'not-spots')).toMatchObject({ text: 'About 3', band: '2–4' });
  });
});

describe('the view of one cluster', () => {
  it('tells what is missing, for whom, and how far the covered ones are', () => {
    const view = clusterView(clusters, 'e412000-n301000');
    expect(view).toMatchObject({
      name: 'Alder 1',
      rank: '1st of 2 clusters · Alder',
      notSpots: '5',
      of: 'not-spots, 50.0 % of all 10',
      nearest: { id: 'lit', distance: '120\u00a0m' },
      previous: null,
      next: 'e415000-n301000',
      missing: [{ label: 'Gigabit', words: '5 of 5 premises (100.0 %) lack it', more: '' }],
    });
    expect(view?.uses?.lines).toEqual([{ name: 'Homes', value: '5', share: 1 }]);
  });

  it('is none where the cluster is gone', () => {
    expect(clusterView(clusters, 'e1-n1')).toBe(null);
  });
});

describe('measures', () => {
  it('read well', () => {
    expect([0.4, 83.6, 1240].map(nearestText)).toEqual(['under 1\u00a0m', '84\u00a0m', '1,240\u00a0m']);
    expect(nearestText(Number.NaN)).toBe('none');
    expect([4_180, 126_000, 1_843_000].map(hectaresText)).toEqual([
      '0.42\u00a0ha',
      '12.6\u00a0ha',
      '184\u00a0ha',
    ]);
  });

  it('never say nothing of a distance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (metres) => nearestText(metres) !== ''),
    );
  });
});
