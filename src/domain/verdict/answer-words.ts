import { count } from '../not-spots/headline.ts';
import type { Answer, AnswerCounts } from './answer-counts.ts';
import type { RowAnswer } from './row-answer.ts';

/** The answer as a short phrase for a heading or a cell. Not knowing is never said as no. */
export function answerWords(answer: Answer, counts: AnswerCounts): string {
  if (answer !== 'mixed') return WORDS[answer];
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return `${count(counts.yes)} of ${count(all)}`;
}

/** What there is beside the yes of several premises: "14 have it, 4 do not; for 2 we do not know". */
export function countsWords(counts: AnswerCounts): string {
  const { yes, perhaps, no, share } = counts;
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const unknown = counts['not-known'];
  const known = [
    yes === all && yes > 1 ? 'all have it' : yes > 0 ? `${count(yes)} ${yes === 1 ? 'has' : 'have'} it` : '',
    perhaps > 0 ? `${count(perhaps)} perhaps` : '',
    no === all && no > 1 ? 'none has it' : no > 0 ? `${count(no)} ${no === 1 ? 'does' : 'do'} not` : '',
  ].filter(Boolean);
  const open = [
    share > 0
      ? `for ${share === all && all > 1 ? 'all' : count(share)} we know only the share of the area`
      : '',
    unknown > 0 ? `for ${unknown === all && all > 1 ? 'all' : count(unknown)} we do not know` : '',
  ].filter(Boolean);
  return [known.join(', '), ...open].filter(Boolean).join('; ');
}

const WORDS: Record<RowAnswer, string> = {
  yes: 'Yes',
  perhaps: 'Perhaps',
  no: 'No',
  share: 'We do not know',
  'not-known': 'We do not know',
};
