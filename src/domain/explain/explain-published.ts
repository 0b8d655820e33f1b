import type { Comparison } from '../compare/comparison.ts';
import { formulaNumber as n } from '../project/formula-number.ts';
import type { CellExplanation } from './cell-explanation.ts';
import { TOPIC_COMPUTED_IN as IN } from './topic-computed-in.ts';

const AS_PUBLISHED = 'It is as somebody else published it; there is nothing here to count again.';

/** One authority's published share; null where the table or its share is not loaded. */
export function explainPublished(
  { published }: Comparison,
  { table: id, place }: { readonly table: string; readonly place: string },
): CellExplanation | null {
  const table = published.find((one) => one.id === id);
  const figure = table?.figures.find(({ code }) => code === place);
  if (!table || !figure) return null;
  const higher = table.figures.filter(({ percent }) => percent > figure.percent).length;
  return {
    title: `${table.label}: published share of ${figure.name || figure.code}`,
    of: `of its ${table.of}`,
    definition: `${table.definition}. The column “${table.column}” of ${table.fileName}, by the code ${figure.code}.`,
    workings: [
      {
        result: `Place ${n(higher + 1)} of ${n(table.figures.length)} authorities`,
        working: `1 + ${n(higher)} with a higher share`,
        note: '',
      },
    ],
    counted: 'One row of the published table.',
    rows: null,
    sources: [
      {
        gave: 'Published',
        source: { ...table.source, date: table.period ?? table.source.date },
        joined: null,
      },
    ],
    assumptions: table.technologyGuessed
      ? [{ text: 'The technology of the published share is taken from the file’s name.', source: null }]
      : [],
    notKnown: table.step > 0 ? [`Published in steps of ${n(table.step)} percentage points.`] : [],
    checkedHow: AS_PUBLISHED,
    checks: null,
    computedIn: [IN.published],
  };
}

/** One value of a series of dates; null where there is none such. */
export function explainDated(
  { trend }: Comparison,
  { date, place }: { readonly date: string; readonly place: string },
): CellExplanation | null {
  const series = trend.find(({ id }) => id === place);
  const at = series?.points.findIndex((point) => point.date === date) ?? -1;
  const point = series?.points[at];
  if (!series || !point || point.value === null) return null;
  const before = series.points.slice(0, at).findLast(({ value }) => value !== null);
  return {
    title: `${series.measure} of ${series.subject.name || series.subject.code}, ${date}`,
    of: '',
    definition: `${series.definition}. From ${point.fileName}.`,
    workings: before
      ? [
          {
            result: `${n(point.value - (before.value ?? 0))} ${series.unit === '%' ? 'percentage points' : series.unit} since ${before.date}`,
            working: `${n(point.value)} − ${n(before.value ?? 0)}`,
            note: '',
          },
        ]
      : [],
    counted:
      series.kind === 'counted'
        ? 'The rows of the premises, by that release.'
        : 'Of that release’s rows with this code.',
    rows: null,
    sources: [{ gave: point.fileName, source: point.source, joined: null }],
    assumptions: [],
    notKnown: [],
    checkedHow:
      series.kind === 'counted'
        ? 'Make that release the one that counts to check it by brute force.'
        : AS_PUBLISHED,
    checks: null,
    computedIn: [IN[`dated-${series.kind}`]],
  };
}
