import { count, percent } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { RadioMiss } from '../../domain/plan/radio-design.ts';
import { closedStreetWords } from './closed-words.ts';
import { MISSED_REASON_TEXT } from './missed-reason-text.ts';
import type { PlaceAnswer, PlanAnswers } from './plan-answers.ts';
import { placeName } from './plan-place-words.ts';
import { unitsText } from './units-text.ts';

/** Premises that a design does not serve, by why. */
export interface PlanMissed {
  readonly key: string;
  /** "12 of 96 premises (12.5 %)" */
  readonly number: string;
  /** "radio: no roof sees it; fibre: no way from a fibre point" */
  readonly why: string;
  /** What would change it; '': nothing that we know. */
  readonly remedy: string;
  readonly places: readonly { readonly key: string; readonly name: string }[];
  /** How many more places there are than these. */
  readonly more: number;
}

/** Whom a design leaves out, most first; of as many, in the order asked for. */
export function planMissed(answers: PlanAnswers, kind: BuiltIntervention): readonly PlanMissed[] {
  const { places, units: all, unit } = answers;
  const groups = new Map<
    string,
    { why: string; remedy: string; units: number; of: (typeof places)[number][] }
  >();
  for (const place of places) {
    const answer = place.answers[kind];
    if (answer?.how !== 'none' && answer?.how !== 'not known') continue;
    const { why, remedy } = whyMissed(answer);
    const group = groups.get(why) ?? { why, remedy, units: 0, of: [] };
    groups.set(why, group);
    group.units += place.units;
    group.of.push(place);
  }
  return [...groups.values()]
    .sort((one, other) => other.units - one.units)
    .map(({ why, remedy, units, of }) => ({
      key: why,
      number: `${unitsText(units, unit)} of ${count(all)} (${percent(units / all)})`,
      why,
      remedy,
      places: of.slice(0, MOST_PLACES).map((place) => ({ key: place.key, name: placeName(place) })),
      more: Math.max(0, of.length - MOST_PLACES),
    }));
}

/** Why a design does not serve a place, and what would change that; '': nothing that we know. */
export function whyMissed({ radio, dig }: Extract<PlaceAnswer, { how: 'none' | 'not known' }>): {
  readonly why: string;
  readonly remedy: string;
} {
  const ofRadio = radio && `${radio.reason}${radio.behind ? `: ${radio.behind.roofName}` : ''}`;
  const ofDig =
    dig &&
    `${MISSED_REASON_TEXT[dig.reason]}${dig.behind ? ` but through ${closedStreetWords(dig.behind)}` : ''}`;
  const why =
    ofRadio && ofDig ? `radio: ${ofRadio}; fibre: ${ofDig}` : (ofRadio ?? ofDig ?? 'no reason is given');
  const remedies = [
    radio && REMEDIES[radio.reason],
    dig?.behind ? 'Lift what closes the street, under Barriers, or let works begin later.' : null,
  ];
  return { why, remedy: remedies.filter(Boolean).join(' ') };
}

const MOST_PLACES = 30;

const REMEDIES: Readonly<Record<RadioMiss, string>> = {
  'no roof near': 'Let hubs reach farther, or load more roofs.',
  'no roof sees it': 'A taller mast or a nearer roof may see it.',
  'too weak in the rain reckoned with': 'A nearer roof or another radio may carry it.',
  'slower than asked': 'Ask for a lower rate, or take another radio.',
  'every sector that reaches it is full': 'A radio with more clients, or fewer who take it, leaves room.',
  'no sector is left to look that way': 'A radio with more sectors, or another hub, may look there.',
  'no hub is on a roof that reaches it': 'Fibre or another hub may reach it.',
  'only a barred roof reaches it': 'Lift what bars the roof, under Barriers.',
  'the roofs that reach it have no way to fibre': 'Choose or place a fibre point nearer to them.',
  'heights are not known': 'Load heights that reach this far.',
};
