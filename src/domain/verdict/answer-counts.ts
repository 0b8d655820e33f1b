import type { RowAnswer } from './row-answer.ts';

/** Units by what is known of them. */
export type AnswerCounts = Readonly<Record<RowAnswer, number>>;

/** The answer for one premises, or for several of which perhaps not all have the same (`mixed`). */
export type Answer = RowAnswer | 'mixed';

/** Adds up units by their answers. */
export function countAnswers(answers: readonly RowAnswer[], units: readonly number[]): AnswerCounts {
  const counts: Record<RowAnswer, number> = { yes: 0, perhaps: 0, no: 0, share: 0, 'not-known': 0 };
  for (const [i, answer] of answers.entries()) counts[answer] += units[i];
  return counts;
}

/** The one answer of all, or `mixed`. Nothing counted is not known. */
export function answerOfCounts(counts: AnswerCounts): Answer {
  const given = (Object.keys(counts) as RowAnswer[]).filter((answer) => counts[answer] > 0);
  if (given.length === 0) return 'not-known';
  return given.length === 1 ? given[0] : 'mixed';
}
