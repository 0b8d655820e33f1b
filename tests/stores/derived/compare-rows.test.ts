import { describe, expect, it } from 'vitest';
import { wardMeasures } from '../../../src/domain/compare/ward-standing.ts';
import { comparisonCsv } from '../../../src/formats/comparison-csv.ts';
import { compareRows } from '../../../src/stores/derived/compare-rows.ts';
import { comparisonOf, countedOf, publishedOf } from '../../builders/comparison.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';

const { analysis, project } = countedProject(THREE_WARDS);
const [measure] = wardMeasures(analysis, project.layers);
const published = publishedOf({ E08999001: 76, E08999002: 90 });
const point = { value: 76, low: 75.95, high: 76.05, source: published.source };
const comparison = comparisonOf({
  published: [published],
  counted: [countedOf()],
  trend: [
    {
      id: 't',
      kind: 'published',
      subject: { code: 'E08999001', name: 'Wren' },
      measure: 'Gigabit',
      unit: '%',
      definition: '',
      points: [
        {
          ...point,
          date: '2021',
          value: null,
          low: null,
          high: null,
          fileName: 'other.csv',
          contentId: 'other',
        },
        { ...point, date: '2022', fileName: 'other.csv', contentId: 'other' },
        { ...point, date: '2023-09', fileName: 'published.csv', contentId: 'published' },
      ],
    },
  ],
});
const given = { comparison, analysis, measure, layers: project.layers, asOf: '2026-11-27' };

describe('the exported comparison', () => {
  it('has a line for each thing shown, with ranks, bounds and what is not known left blank', () => {
    const rows = compareRows({ ...given, withheld: new Set() });
    const sections = rows.map(({ section }) => section);
    expect(sections.filter((section) => section === 'target')).toHaveLength(2);
    expect(sections.filter((section) => section === 'ward')).toHaveLength(3);
    const wren = rows.find(
      ({ section, code }) => section === 'published, authorities' && code === 'E08999001',
    );
    expect(wren).toMatchObject({ value: 76, rank: 2, bestRank: 2, worstRank: 2, remark: 'this authority' });
    const text = comparisonCsv(rows, {
      definition: 'no gigabit',
      sources: 'ours',
      countedOn: '2026-11-27',
      remark: '',
    });
    expect(text.split('\r\n')[0]).toContain('rank,rank_best,rank_worst');
    expect(text).toContain('over time,E08999001,Wren,Gigabit,2021,,,,%');
    expect(text.split('\r\n')).toHaveLength(rows.length + 2);
  });

  it('holds nothing of a file marked confidential', () => {
    const rows = compareRows({ ...given, withheld: new Set(['published', 'ours']) });
    expect(rows.map(({ section }) => section)).toEqual(['ward', 'ward', 'ward', 'over time', 'over time']);
    expect(rows.slice(3).map(({ date, source }) => [date, source.startsWith('other.csv')])).toEqual([
      ['2021', true],
      ['2022', true],
    ]);
    const onlyGaps = compareRows({ ...given, withheld: new Set(['published', 'ours', 'other']) });
    expect(onlyGaps.filter(({ section }) => section === 'over time')).toEqual([]);
  });
});
