import type { Analysis } from '../not-spots/analysis.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_YES } from '../not-spots/count-shares.ts';
import { count } from '../not-spots/headline.ts';
import type { InCount } from './verdict.ts';

/** What the not-spot count makes of some rows; null where the analysis is of other premises. */
export function inCount(analysis: Analysis | null, rows: readonly number[]): InCount | null {
  if (!analysis || rows.some((row) => row >= analysis.rowState.length)) return null;
  const each = rows.map((row) => answerOf(analysis.rowState[row]));
  const answers = new Set(each);
  const answer = answers.size === 1 ? [...answers][0] : 'mixed';
  const definition = `not-spots are ${analysis.unit} that have ${analysis.recipeWords}`;
  const one = rows.length === 1;
  const words = {
    yes: `${one ? 'It counts' : 'All of them count'} as a not-spot: ${definition}.`,
    no: `${one ? 'It does not count' : 'None of them counts'} as a not-spot: ${definition}.`,
    'not-known': `The count does not know whether ${one ? 'it is' : 'they are'} a not-spot: ${definition}.`,
    share: `The count takes ${one ? 'it' : 'them'} in part, because only a share or a less sure prediction is known: ${definition}.`,
    mixed: `${mixedWords(each)}: ${definition}.`,
  }[answer];
  return { answer, words };
}

function answerOf(state: number): Exclude<InCount['answer'], 'mixed'> {
  if (state === ROW_YES) return 'yes';
  if (state === ROW_NO) return 'no';
  return state === ROW_NOT_KNOWN ? 'not-known' : 'share';
}

/** "1 of 3 counts as a not-spot, 1 in part; for 1 the count does not know". Nothing known to be one is not said to be some. */
function mixedWords(each: readonly Exclude<InCount['answer'], 'mixed'>[]): string {
  const number = (wanted: InCount['answer']): number => each.filter((one) => one === wanted).length;
  const [yes, share, unknown] = [number('yes'), number('share'), number('not-known')];
  const counted =
    yes > 0
      ? `${count(yes)} of ${count(each.length)} ${yes === 1 ? 'counts as a not-spot' : 'count as not-spots'}`
      : `Of ${count(each.length)} none is known to be a not-spot`;
  const part = share > 0 ? `, ${count(share)} ${share === 1 ? 'counts' : 'count'} in part` : '';
  return `${counted}${part}${unknown > 0 ? `; for ${count(unknown)} the count does not know` : ''}`;
}
