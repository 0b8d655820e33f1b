import type { Barrier } from '../../domain/plan/barrier.ts';
import { barrierOwner, barrierTitle } from '../../domain/plan/barrier-words.ts';
import { isInForce } from '../../domain/plan/is-in-force.ts';
import { sourceText } from './source-text.ts';

/** A barrier ready to print. */
export interface BarrierText {
  readonly id: string;
  /** "Protected from road works until 12 May 2028" */
  readonly title: string;
  /** What it does on the day of the works: "It closes the street to digging." */
  readonly effect: string;
  readonly forbids: boolean;
  /** Who decides, and where it is from. */
  readonly details: string;
}

/** A barrier with its dates and what it does to works that begin on a day (ISO), unless it was lifted for the dig. */
export function barrierText(barrier: Barrier, worksFrom: string, isLifted = false): BarrierText {
  const { id, source, effect } = barrier;
  const stands = isInForce(barrier, worksFrom);
  const forbids = effect.forbids && stands && !isLifted;
  return {
    id,
    title: barrierTitle(barrier),
    effect: !stands
      ? 'It is not in force when works begin.'
      : !effect.forbids
        ? 'It closes nothing, but takes money, time or agreement.'
        : isLifted
          ? 'Lifted for this dig: it closes nothing.'
          : 'It closes the street to digging.',
    forbids,
    details: [
      barrierOwner(barrier),
      source ? `${sourceText(source).title}, ${sourceText(source).details}` : 'source not known',
    ].join('; '),
  };
}
