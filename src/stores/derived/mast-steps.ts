import { count } from '../../domain/not-spots/headline.ts';
import type { ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { rememberLast } from './remember-last.ts';

/** What a metre of mast adds. */
export interface MastStep {
  readonly metres: number;
  /** Units served from a mast of so many metres, and not-spots among them: whole, though some may be expected ones. */
  readonly served: number;
  readonly newly: number;
  /** More than from a metre less; the first has no metre before it, and adds all it serves. */
  readonly addedServed: number;
  readonly addedNewly: number;
}

/** The mast curve metre by metre. */
export const mastSteps = rememberLast(({ mast }: ReachAnswer): readonly MastStep[] =>
  Array.from(mast.served, (served, metres) => {
    const newlyAt = (at: number): number => Math.round(mast.newlyServed[at] + mast.expectedNewlyServed[at]);
    const newly = newlyAt(metres);
    return {
      metres,
      served,
      newly,
      addedServed: metres === 0 ? served : served - mast.served[metres - 1],
      addedNewly: metres === 0 ? newly : newly - newlyAt(metres - 1),
    };
  }),
);

/** Whether not-spots are expected ones in part, so that their numbers are about so many. */
export function mastIsExpected({ mast }: ReachAnswer): boolean {
  return mast.expectedNewlyServed.some((units) => units > 0);
}

/** What a mast serves, in a sentence: against the mast that the site has, where that is another. */
export function mastWords(reach: ReachAnswer, step: MastStep): string {
  const { mast, recipeWords } = reach;
  const about = mastIsExpected(reach) ? 'about ' : '';
  const newly = recipeWords === null ? '' : `, ${about}${count(step.newly)} of them newly, gigabit or not`;
  const own = Math.floor(mast.askedMetres);
  const before = own >= 0 && own < mast.served.length ? mast.served[own] : null;
  const more = before === null ? 0 : step.served - before;
  const against =
    before === null || Math.abs(step.metres - mast.askedMetres) < 0.5
      ? ''
      : ` ${count(Math.abs(more))} ${more < 0 ? 'fewer' : 'more'} than from ${own} m.`;
  return `From ${step.metres} m: ${count(step.served)} served${newly}.${against}`;
}
