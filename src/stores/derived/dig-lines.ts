import { capitalised } from '../../domain/capitalised.ts';
import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import type { Spread } from '../../domain/cost/rate-card.ts';
import type { ClosedBefore, DigResult, MissedPlace } from '../../domain/dig/dig-design.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import { closedStreetWords, unservedBehind } from './closed-words.ts';
import { numberOf } from './count-text.ts';
import { metresOf, sumText } from './dig-headline.ts';
import { MISSED_REASON_TEXT } from './missed-reason-text.ts';
import { poundsBand, poundsText } from './pounds-text.ts';
import { sharedNames, streetLabel } from './street-label.ts';
import { unitsText } from './units-text.ts';

/** A line of what a route costs. */
export interface CostLine {
  readonly name: string;
  readonly value: string;
  readonly band: string | null;
  /** 0 … 1 of all that is built and paid. */
  readonly share: number;
}

/** The parts of the cost in the order of the bill; yearly ones as they are worth today. */
export function costLines({ parts, whole, termYears }: BillOfQuantities): readonly CostLine[] {
  return parts.map(({ what, isYearly, pence }) => ({
    name: `${capitalised(what)}${isYearly ? `, ${numberOf(termYears, 'year')}` : ''}`,
    value: poundsText(pence.mid),
    band: poundsBand(pence),
    share: whole.mid === 0 ? 0 : pence.mid / whole.mid,
  }));
}

/** What the parts come to: what is built, as the headline has it; what is run; and both. */
export function costTotals(bill: BillOfQuantities): readonly Omit<CostLine, 'share'>[] {
  const term = numberOf(bill.termYears, 'year');
  return [
    totalLine('All that is built', bill.capital, bill),
    totalLine(`All that is run, ${term}`, bill.presentValueOfRunning, bill),
    totalLine('Built and run', bill.whole, bill),
  ];
}

function totalLine(
  name: string,
  pence: Spread,
  bill: Pick<BillOfQuantities, 'ownersUnpriced'>,
): Omit<CostLine, 'share'> {
  return { name, value: sumText(pence.mid, bill), band: poundsBand(pence) };
}

/** A line of quantities. */
export interface QuantityLine {
  readonly name: string;
  readonly quantity: string;
  readonly value: string;
  readonly band: string | null;
}

/** What is dug, used and crossed, and connections, with what building it costs. */
export function quantityLines(bill: BillOfQuantities): readonly QuantityLine[] {
  const money = (pence: Spread) => ({ value: poundsText(pence.mid), band: poundsBand(pence) });
  return [
    ...bill.metres.filter(isSeen).map(({ kind, surface, method, metres, pieces, capital }) => ({
      name:
        kind === 'lead-in'
          ? 'Lead-ins'
          : kind === 'duct'
            ? 'Existing ducts'
            : kind === 'pole route'
              ? 'Existing poles'
              : `${surface === 'not known' ? 'Surface not known' : capitalised(surface)}${kind === 'crossing' ? ', crossing' : ''}, ${method ?? 'nothing dug'}`,
      quantity: kind === 'lead-in' ? `${numberOf(pieces, 'lead-in')}, ${metresOf(metres)}` : metresOf(metres),
      ...money(capital),
    })),
    ...bill.parts
      .filter(({ what }) => what === 'connection')
      .map(({ pence }) => ({
        name: 'Connections',
        quantity: `${percent(bill.premises.takeUpPercent / 100)} of ${count(bill.premises.served)} served`,
        ...money(pence),
      })),
    ...bill.crossings.map(({ crossing, count, pence }) => ({
      name: `Crossing: ${crossing}`,
      quantity: `${numberOf(count, 'time')}; within the lines above`,
      ...money(pence),
    })),
  ];
}

/** What the lines of a bill come to, crossings being within them. */
export function quantityTotal(bill: BillOfQuantities): Omit<QuantityLine, 'quantity'> {
  return totalLine('All that is built', bill.capital, bill);
}

/** A hair of a metre prints as nothing for nothing. */
function isSeen({ metres, pence }: BillOfQuantities['metres'][number]): boolean {
  return metres >= 0.5 || pence.mid >= 50;
}

/** Premises that are not served, by reason. */
export interface MissedGroup {
  /** Its own among the groups. */
  readonly key: string;
  readonly reason: MissedPlace['reason'];
  /** "no way from a fibre point but through High Street, protected until 12 May 2028" */
  readonly title: string;
  readonly words: string;
  /** "12 of 96 premises (12.5 %)" */
  readonly number: string;
  readonly places: readonly { readonly key: string; readonly name: string; readonly detail: string }[];
  /** How many more there are than `places`. */
  readonly more: number;
}

/** Most places listed for a reason; the hand-over file has all. */
const MOST_PLACES = 20;

const REASON_WORDS: Readonly<Record<MissedPlace['reason'], string>> = {
  'no street near': 'No loaded street is near: load streets that reach them.',
  'street not joined to a root':
    'Their street hangs together with no fibre point: it is cut off by what is blocked, closed or not loaded.',
  'not worth it': 'They cost more than they are worth at this aim.',
  'beyond the budget': 'The budget does not reach them.',
};

export function missedGroups({
  served,
  missed,
  unit = 'premises',
}: Pick<DigResult, 'served' | 'missed' | 'unit'>): readonly MissedGroup[] {
  const sum = (places: readonly { readonly units: number }[]): number =>
    places.reduce((total, { units }) => total + units, 0);
  const all = sum(served) + sum(missed);
  const groups = (Object.keys(REASON_WORDS) as MissedPlace['reason'][]).flatMap((reason) => {
    const ofReason = missed.filter((place) => place.reason === reason);
    const behind = new Map(ofReason.map((place) => [place.behind?.street, place.behind]));
    return [...behind].map(([street, closed]) => ({
      reason,
      closed,
      places: ofReason.filter((place) => place.behind?.street === street),
    }));
  });
  return groups.map(({ reason, closed, places }) => {
    const units = sum(places);
    return {
      key: `${reason} ${closed?.street ?? ''}`,
      reason,
      title: closed
        ? `${MISSED_REASON_TEXT[reason]} but through ${closedStreetWords(closed)}`
        : MISSED_REASON_TEXT[reason],
      words: closed ? 'Lift its restriction, or let works begin later.' : REASON_WORDS[reason],
      number: `${unitsText(units, unit)} of ${all.toLocaleString('en-GB')} (${percent(units / all)})`,
      places: places.slice(0, MOST_PLACES).map((place, i) => ({
        key: `${i} ${place.ids[0] ?? ''}`,
        name: place.ids.join(', ') || `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`,
        detail:
          place.nearestMetres === null
            ? 'no street loaded around'
            : `${metresOf(place.nearestMetres)} from ${place.nearestStreet ?? 'a street without a name'}`,
      })),
      more: Math.max(0, places.length - MOST_PLACES),
    };
  });
}

/** What going round a street costs. */
export interface DetourLine {
  readonly street: string;
  readonly name: string;
  /** "Going round High Street, protected until 12 May 2028, costs £14,200 more …. It leaves 28 premises not served." */
  readonly words: string;
}

/**
 * Detours that cost something or leave somebody unserved, the dearest first, then closed streets that were not asked about
 * and leave somebody unserved; and the names of closed streets that cost nothing to go round.
 */
export interface DetourLines {
  readonly dear: readonly DetourLine[];
  readonly free: readonly { readonly street: string; readonly name: string }[];
  /** "Going round 2 closed streets costs nothing more" of `free`, to stand before their names. */
  readonly freeWords: string;
}

export function detourLines(
  result: Pick<DigResult, 'detours'> & Partial<Pick<DigResult, 'missed' | 'unit'>>,
): DetourLines {
  const { detours, missed = [], unit = 'premises' } = result;
  const unserved = unservedBehind({ missed });
  const sorted = [...detours].sort((one, other) => other.pence - one.pence);
  const asked = new Set(detours.map(({ street }) => street));
  const shutOut = missed.flatMap(({ behind }) => (behind && !asked.has(behind.street) ? [behind] : []));
  const cuts = [...new Map(shutOut.map((closed) => [closed.street, closed])).values()];
  const shared = sharedNames(
    [...detours, ...cuts].map(({ street, streetName }) => ({ id: street, name: streetName })),
  );
  const nameOf = ({ street, streetName }: ClosedBefore): string =>
    streetLabel({ id: street, name: streetName }, shared.has(streetName ?? ''));
  const wordsOf = (closed: ClosedBefore): string =>
    closedStreetWords({ ...closed, streetName: nameOf(closed) });
  const free = sorted
    .filter(({ street, pence }) => pence === 0 && !unserved.has(street))
    .map((detour) => ({ street: detour.street, name: nameOf(detour) }));
  return {
    dear: [
      ...sorted
        .filter(({ street, pence }) => pence !== 0 || unserved.has(street))
        .map((detour) => {
          const cost =
            detour.pence === 0
              ? 'nothing more'
              : `${poundsText(detour.pence)} more for those served, built and run`;
          const units = unserved.get(detour.street) ?? 0;
          const left = units === 0 ? '' : ` It leaves ${unitsText(units, unit)} not served.`;
          return {
            street: detour.street,
            name: nameOf(detour),
            words: `Going round ${wordsOf(detour)}, costs ${cost}.${left}`,
          };
        }),
      ...cuts.map((closed) => ({
        street: closed.street,
        name: nameOf(closed),
        words: `There is no way round ${wordsOf(closed)}: it leaves ${unitsText(unserved.get(closed.street) ?? 0, unit)} not served.`,
      })),
    ],
    free,
    freeWords: `Going round ${free.length === 1 ? 'one protected street' : `${free.length} protected streets`} of those asked about costs nothing more`,
  };
}
