import type { NeedChoice } from '../../domain/need/need-choice.ts';
import type { NeedColumn } from '../../domain/need/need-columns.ts';
import type { Project } from '../../domain/project/project.ts';

/** What the address says where nothing is to be weighed. */
export const NO_NEED = 'none';

/** A choice of need as one line for the address: high or low, file, column, rows. Ids of contents are of one session. */
export function needText(need: NeedChoice, { datasets }: Project): string {
  const fileName = datasets.find(({ contentId }) => contentId === need.contentId)?.fileName ?? '';
  return textOf({ ...need, fileName });
}

/** The choice that such a line names among the columns at hand; null where there is none such. */
export function readNeed(text: string, columns: readonly NeedColumn[]): NeedChoice | null {
  for (const higherMeansMore of [true, false]) {
    const found = columns.find(
      (column) => column.problem === null && textOf({ ...column, higherMeansMore }) === text,
    );
    if (found) return needOf(found, higherMeansMore);
  }
  return null;
}

/**
 * The column to weigh by where nobody chose one: the first whose name, or whose file's, says that it is of need, a score
 * before others; of ranks and deciles the low ones are taken for much need, as the English indices have them. Null where
 * none says so.
 */
export function firstNeed(columns: readonly NeedColumn[]): NeedChoice | null {
  const usable = columns.filter(
    ({ problem, column, fileName }) => problem === null && OF_NEED.test(`${fileName} ${column}`),
  );
  const found = usable.find(({ column }) => /score/i.test(column)) ?? usable[0];
  return found ? needOf(found, !/rank|decile/i.test(found.column)) : null;
}

const OF_NEED =
  /depriv|\bimd|imd[\d_]|\bneed|offline|digital.?exclu|non.?users?\b|without.internet|\bsmes?\b|small.firms?/i;

function needOf({ contentId, codeColumn, column, where }: NeedColumn, higherMeansMore: boolean): NeedChoice {
  return { contentId, codeColumn, column, where, higherMeansMore };
}

function textOf(of: Omit<NeedChoice, 'contentId'> & { readonly fileName: string }): string {
  const rows = of.where.map(({ values }) => values.join('|')).join('|');
  const parts = [of.higherMeansMore ? 'high' : 'low', of.fileName, of.codeColumn, of.column, rows];
  return parts.map((part) => part.replaceAll('/', '_')).join('/');
}
