import type { Comparison } from '../../domain/compare/comparison.ts';
import type { ComparisonRow } from '../../domain/compare/comparison-row.ts';
import { compareWards, type WardMeasure } from '../../domain/compare/ward-standing.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { sourceLine } from '../../domain/not-spots/provenance.ts';
import { countedPercent } from '../../domain/published/counted-share.ts';
import { standingOf } from '../../domain/published/standing.ts';
import { TARGETS } from '../../domain/targets/targets.ts';
import { trackTarget } from '../../domain/targets/track-target.ts';
import { moveText } from './compare-wards.ts';
import { signedPoints } from './signed-points.ts';

const BLANK: ComparisonRow = {
  section: '',
  code: '',
  name: '',
  measure: '',
  date: '',
  value: null,
  low: null,
  high: null,
  unit: '%',
  outOf: null,
  rank: null,
  bestRank: null,
  worstRank: null,
  remark: '',
  source: '',
};

/**
 * Everything that the comparison shows, line by line: targets, the authority among others, wards by the chosen measure,
 * wards by need, and series over time. `withheld` are contents marked confidential: nothing of them is in it.
 */
export function compareRows(given: {
  readonly comparison: Comparison;
  readonly analysis: Analysis;
  readonly measure: WardMeasure;
  readonly layers: readonly LayerRecord[];
  readonly asOf: string;
  readonly withheld: ReadonlySet<string>;
}): ComparisonRow[] {
  return [
    ...targetRows(given),
    ...authorityRows(given),
    ...wardRows(given),
    ...needRows(given),
    ...trendRows(given),
  ];
}

type Given = Parameters<typeof compareRows>[0];

function targetRows({ comparison, asOf, withheld }: Given): ComparisonRow[] {
  const { authority } = comparison;
  return TARGETS.flatMap((target) => {
    const counted = comparison.counted.find(({ technology }) => technology === target.technology);
    if (!counted || counted.layers.some(({ contentId }) => withheld.has(contentId))) return [];
    const track = trackTarget(target, counted, asOf);
    return [
      {
        ...BLANK,
        section: 'target',
        code: authority?.code ?? '',
        name: authority?.name ?? '',
        measure: target.name,
        date: target.by,
        value: track.share.mid,
        low: track.share.low,
        high: track.share.high,
        outOf: counted.units,
        remark: `${track.words} ${target.scope}`,
        source: sourceLine(target.source),
      },
    ];
  });
}

function authorityRows({ comparison, withheld }: Given): ComparisonRow[] {
  const own = comparison.authority?.code ?? '';
  return comparison.published
    .filter(({ contentId }) => !withheld.has(contentId))
    .flatMap((table) => {
      const counted = comparison.counted.find(({ technology }) => technology === table.technology);
      const half = table.step / 2;
      const base = {
        ...BLANK,
        measure: table.label,
        date: table.period ?? '',
        source: sourceLine(table.source),
      };
      const rows = table.figures.map((figure): ComparisonRow => {
        const standing = standingOf(table, figure.code, 0);
        return {
          ...base,
          section: 'published, authorities',
          code: figure.code,
          name: figure.name,
          value: figure.percent,
          low: Math.max(0, figure.percent - half),
          high: Math.min(100, figure.percent + half),
          outOf: figure.units,
          rank: standing?.rank ?? null,
          bestRank: standing?.rank ?? null,
          worstRank: standing ? standing.rank + standing.sharing - 1 : null,
          remark: figure.code === own ? 'this authority' : '',
        };
      });
      if (!counted || table.of === 'land' || counted.layers.some(({ contentId }) => withheld.has(contentId)))
        return rows;
      const share = countedPercent(counted);
      return [
        {
          ...base,
          section: 'counted beside published',
          code: own,
          name: comparison.authority?.name ?? '',
          value: share.mid,
          low: share.low,
          high: share.high,
          outOf: counted.units,
          remark: `counted in ${counted.unit}, not known: ${counted.notKnown}`,
        },
        ...rows,
      ];
    });
}

function wardRows({ analysis, measure, layers, withheld }: Given): ComparisonRow[] {
  const asked = layers.filter(({ technology }) => measure.key === `technology:${technology}`);
  if (asked.some(({ contentId, confidential }) => confidential || withheld.has(contentId))) return [];
  const compared = compareWards(measure, analysis.wardCodes.length);
  const isRanked = analysis.ranksWards || measure.key.startsWith('technology:');
  return compared.wards.map(({ ward, share, units, rank, difference, count: at }) => ({
    ...BLANK,
    section: 'ward',
    code: analysis.wardCodes[ward],
    name: analysis.wardNames[ward],
    measure: measure.label,
    value: 100 * share.mid,
    low: 100 * share.low,
    high: 100 * share.high,
    outOf: units,
    rank: isRanked && rank ? rank.rank : null,
    bestRank: isRanked && rank ? rank.best : null,
    worstRank: isRanked && rank ? rank.worst : null,
    remark: Number.isNaN(difference)
      ? `not known: ${at.notKnown}`
      : `not known: ${at.notKnown}; ${signedPoints(difference)} percentage points from the ${compared.whole.units} ${measure.unitWords} counted together`,
  }));
}

function needRows({ comparison, analysis, withheld }: Given): ComparisonRow[] {
  const { need } = comparison;
  if (need?.kind !== 'ranked' || !analysis.ranksWards || withheld.has(need.choice.contentId)) return [];
  const { ranking, choice, source } = need;
  return ranking.wards.map(({ weighted, plain, move }, ward) => ({
    ...BLANK,
    section: 'ward by need',
    code: analysis.wardCodes[ward],
    name: analysis.wardNames[ward],
    measure: `Not-spots weighed by ${choice.column}${choice.higherMeansMore ? '' : ' (less means more need)'}`,
    value: ranking.weighted[ward],
    unit: analysis.unit,
    outOf: ranking.units[ward],
    rank: weighted?.rank ?? null,
    bestRank: weighted?.best ?? null,
    worstRank: weighted?.worst ?? null,
    remark: plain ? `without need ${plain.rank}, ${moveText(move)}` : '',
    source: sourceLine(source),
  }));
}

function trendRows({ comparison, withheld }: Given): ComparisonRow[] {
  return comparison.trend.flatMap(({ kind, subject, measure, unit, points }) => {
    const open = points.filter(({ contentId }) => !withheld.has(contentId));
    // A series of counts is named after its latest release, and its steps tell of all of them.
    if (kind === 'counted' && open.length < points.length) return [];
    // An area that only a confidential file knows is not named by its gaps elsewhere.
    if (open.every(({ value }) => value === null)) return [];
    return open.map((point) => ({
      ...BLANK,
      section: 'over time',
      code: subject.code,
      name: subject.name,
      measure,
      unit,
      date: point.date,
      value: point.value,
      low: point.low,
      high: point.high,
      source: `${point.fileName}: ${sourceLine(point.source)}`,
    }));
  });
}
