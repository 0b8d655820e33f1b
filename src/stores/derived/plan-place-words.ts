import type { MissedPlace } from '../../domain/dig/dig-design.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { RadioMissed } from '../../domain/plan/radio-design.ts';
import { closedStreetWords } from './closed-words.ts';
import { metresOf } from './dig-headline.ts';
import { MISSED_REASON_TEXT } from './missed-reason-text.ts';
import type { PlaceAnswer, PlanPlace } from './plan-answers.ts';

/** "Library, 320 Mbit/s, 410 m", "Fibre", "Not served: no roof sees it": what a design does for premises. */
export function answerWords(answer: PlaceAnswer | undefined): string {
  if (!answer) return 'No such design';
  if (answer.how === 'fibre') return 'Fibre';
  if (answer.how === 'radio') {
    const rate = sharedRateOf(answer);
    return answer.metres > 0
      ? `Radio from ${answer.hubName}, ${rate}, ${metresOf(answer.metres)}`
      : `Cable indoors from the hub ${answer.hubName}, ${rate}`;
  }
  const why = [answer.radio && radioWhy(answer.radio), answer.dig && digWhy(answer.dig)].filter(Boolean);
  const both = answer.radio && answer.dig;
  const said = both ? `radio: ${why[0]}; fibre: ${why[1]}` : (why[0] ?? 'no reason is given');
  return `${answer.how === 'none' ? 'Not served' : 'Not known'}: ${said}`;
}

/** "645 Mbit/s (17 each if all draw at once)": what one alone gets, and the share where that is less. */
function sharedRateOf({
  megabitsPerSecond,
  atOnceMegabits,
}: {
  readonly megabitsPerSecond: number;
  readonly atOnceMegabits: number;
}): string {
  const share = Math.floor(atOnceMegabits);
  return share < Math.floor(megabitsPerSecond)
    ? `${rateOf(megabitsPerSecond)} (${count(share)} each if all draw at once)`
    : rateOf(megabitsPerSecond);
}

/** "320 Mbit/s" */
export function rateOf(megabitsPerSecond: number): string {
  return `${count(Math.floor(megabitsPerSecond))} Mbit/s`;
}

/** "SW1A 1AA", "100012 and 4 more": whose premises they are. */
export function placeName({ ids }: Pick<PlanPlace, 'ids'>): string {
  if (ids.length === 0) return 'Without an id';
  const rest = ids.length - MOST_IDS;
  return rest <= 0 ? ids.join(', ') : `${ids.slice(0, MOST_IDS).join(', ')} and ${count(rest)} more`;
}

/** "only a barred roof reaches it: Library" */
function radioWhy({ reason, behind }: RadioMissed): string {
  return behind ? `${reason}: ${behind.roofName}` : reason;
}

/** "no way from a fibre point but through High Street, protected until 31 March 2030" */
function digWhy({ reason, behind, nearestMetres }: MissedPlace): string {
  const far =
    reason === 'no street near' && nearestMetres !== null
      ? ` (the nearest is ${metresOf(nearestMetres)} away)`
      : '';
  return `${MISSED_REASON_TEXT[reason]}${behind ? ` but through ${closedStreetWords(behind)}` : far}`;
}

/** Ids that are told of one place. */
const MOST_IDS = 1;
