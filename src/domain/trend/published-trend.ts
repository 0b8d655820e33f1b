import { capitalised } from '../capitalised.ts';
import type { PublishedTable } from '../published/published-table.ts';
import { type TrendLeftOut, type TrendPoint, type TrendSeries, UNDATED } from './trend.ts';

/**
 * The published shares of one authority over the dates of all loaded tables, one series per technology and definition.
 * Of two tables of one date the later loaded counts. A table without a date is left out and named.
 */
export function publishedTrend(
  tables: readonly PublishedTable[],
  authority: { readonly code: string; readonly name: string },
): { series: TrendSeries[]; leftOut: TrendLeftOut[] } {
  const leftOut: TrendLeftOut[] = [];
  const alike = new Map<string, Map<string, PublishedTable>>();
  for (const table of tables) {
    if (table.period === null) {
      leftOut.push({ fileName: table.fileName, why: UNDATED });
      continue;
    }
    const key = JSON.stringify([table.technology, table.label, table.definition]);
    const dates = alike.get(key) ?? new Map<string, PublishedTable>();
    dates.set(table.period, table);
    alike.set(key, dates);
  }
  const series = [...alike].map(([id, dates]): TrendSeries => {
    const sorted = [...dates.values()].sort((one, other) =>
      (one.period ?? '') < (other.period ?? '') ? -1 : 1,
    );
    const [first] = sorted;
    return {
      id: `published ${id}`,
      kind: 'published',
      ...(first.of === 'premises' ? { technology: first.technology } : {}),
      subject: authority,
      measure: `${capitalised(first.label)}${first.of === 'premises' ? ', share of premises' : ''}`,
      unit: '%',
      definition: first.definition,
      points: sorted.map((table) => pointOf(table, authority.code)),
    };
  });
  return { series: series.filter(({ points }) => points.some(({ value }) => value !== null)), leftOut };
}

function pointOf(table: PublishedTable, code: string): TrendPoint {
  const percent = table.figures.find((figure) => figure.code === code)?.percent ?? null;
  const half = table.step / 2;
  return {
    date: table.period ?? '',
    value: percent,
    low: percent === null ? null : Math.max(0, percent - half),
    high: percent === null ? null : Math.min(100, percent + half),
    fileName: table.fileName,
    contentId: table.contentId,
    source: table.source,
  };
}
