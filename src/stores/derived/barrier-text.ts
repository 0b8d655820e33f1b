import type { Barrier } from '../../domain/plan/barrier.ts';
import { isInForce } from '../../domain/plan/is-in-force.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { sourceText } from './source-text.ts';

/** A barrier ready to print. */
export interface BarrierText {
  readonly id: string;
  /** "Road-works restriction, until 12 May 2028" */
  readonly title: string;
  /** What it does on the day of the works: "closes the street to digging", "over by then". */
  readonly effect: string;
  readonly forbids: boolean;
  /** Who can lift it, and where it is from. */
  readonly details: string;
}

/** A barrier with its dates and what it does to works that begin on a day (ISO). */
export function barrierText(barrier: Barrier, worksFrom: string): BarrierText {
  const { id, kind, owner, source, effect, hours } = barrier;
  const stands = isInForce(barrier, worksFrom);
  const forbids = effect.forbids && stands;
  return {
    id,
    title: [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, datesOf(barrier), hours]
      .filter(Boolean)
      .join(', '),
    effect: stands
      ? effect.forbids
        ? 'closes the street to digging'
        : 'charged for, or to be heeded; it closes nothing'
      : 'not in force when works begin',
    forbids,
    details: [
      owner === '' ? 'who can lift it is not known' : `${owner} can lift it`,
      source ? `${sourceText(source).title}, ${sourceText(source).details}` : 'source not known',
    ].join('; '),
  };
}

/** "until 12 May 2028", "from 1 May 2026 until 12 May 2028", "dates not known". */
export function datesOf({ from, until }: Pick<Barrier, 'from' | 'until'>): string {
  const parts = [
    from === null ? '' : `from ${dateWords(from)}`,
    until === null ? '' : `until ${dateWords(until)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : 'dates not known';
}
