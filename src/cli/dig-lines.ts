import type { BillOfQuantities } from '../domain/cost/bill.ts';
import { billOf } from '../domain/cost/bill-of.ts';
import { unpricedWords } from '../domain/cost/owners-unpriced.ts';
import type { RateCard, Spread } from '../domain/cost/rate-card.ts';
import type { DigResult } from '../domain/dig/dig-design.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';
import { gapPercent } from '../domain/fibre/trench-answer.ts';
import type { Unit } from '../domain/premises/premises-table.ts';
import { dateWords } from '../domain/project/date-words.ts';
import { lackWords } from '../domain/project/lacks.ts';

/** What a dig comes to, in lines: headline, quantities, whom it misses, what was assumed. `unit` is what units are. */
export function digLines(
  question: DigQuestion,
  result: DigResult,
  { rates, unit }: { readonly rates: RateCard; readonly unit: Unit },
): string[] {
  const bill = billOf({ ...question, ...result }, rates);
  const unpriced = unpricedWords(bill.ownersUnpriced);
  return [
    headline(question, result, { ...bill, unit }),
    goodness(question, result),
    ...quantities(bill),
    ...missed(result),
    ...result.detours.map(
      ({ street, streetName, until, pence }) =>
        `going round ${streetName ?? street}, ${until === null ? 'closed with no end known' : `closed until ${dateWords(until)}`}: ${pounds(pence)}`,
    ),
    ...(unpriced ? [`${unpriced}, which are at least what they say`] : []),
    ...(bill.assumed.length > 0 ? [`assumed rates: ${bill.assumed.join(', ')}`] : []),
    ...result.notes.map((note) => `note: ${note}`),
  ];
}

function headline(
  { passed }: DigQuestion,
  { served, missed }: DigResult,
  { whole, trenchMetres, days, premises, unit, ownersUnpriced }: BillOfQuantities & { readonly unit: Unit },
): string {
  const units = (places: readonly { readonly units: number }[]): number =>
    places.reduce((sum, place) => sum + place.units, 0);
  const asked = units(served) + units(missed);
  const rule = passed.kind === 'within' ? `within ${passed.metres} m` : 'with a lead-in';
  return `${lackWords(range(whole, pounds), { above: ownersUnpriced, below: [] })} whole; ${number(units(served))} of ${number(asked)} ${unit} served, ${number(premises.passed)} passed (${rule}), ${number(premises.connected)} connected (${premises.takeUpPercent} %); ${number(Math.round(trenchMetres))} m of trench; ${range(days, (value) => value.toFixed(1))} days of works`;
}

function goodness({ aim }: DigQuestion, result: DigResult): string {
  const { searchedPence, lowerBoundPence, mostUnits, isQuick, work, served } = result;
  const gap = gapPercent({ cost: searchedPence, lowerBound: lowerBoundPence });
  const within = `within ${gap.toFixed(2)} % of the best possible`;
  const units = served.reduce((sum, place) => sum + place.units, 0);
  const reach =
    aim.kind === 'serve within a budget' && mostUnits !== null
      ? `; ${number(units)} served, and no route within ${pounds(aim.pence)} can serve more than ${number(mostUnits)}`
      : '';
  const ended = work.isStoppedEarly ? '; stopped early by the clock' : isQuick ? '; a quick answer' : '';
  return `route ${pounds(searchedPence)} (mid, as searched): ${within}${reach}${ended}`;
}

function quantities(bill: BillOfQuantities): string[] {
  return [
    ...bill.metres.map(
      ({ kind, surface, method, metres, pieces, pence }) =>
        `${kind}${method === null ? '' : `, ${surface}, ${method}`}: ${number(Math.round(metres))} m in ${number(pieces)} pieces, ${range(pence, pounds)}`,
    ),
    ...bill.crossings.map(
      ({ crossing, count, pence }) => `crossing, ${crossing}: ${number(count)}, ${range(pence, pounds)}`,
    ),
    `chambers: ${range(bill.chambers, (value) => value.toFixed(1))} (reckoned)`,
    `capital ${range(bill.capital, pounds)}; running ${range(bill.runningAYear, pounds)} a year, worth ${range(bill.presentValueOfRunning, pounds)} over ${bill.termYears} years at ${bill.discountPercent} %`,
    `carbon ${range(bill.carbonKilograms, (kilograms) => number(Math.round(kilograms)))} kg CO₂e; ${range(bill.streetDays, (value) => number(value))} street-days${bill.nameless ? ` (lines without a name, ${number(bill.nameless.lines)}, made whole together: ${range(bill.nameless.days, (value) => value.toFixed(1))})` : ''}`,
  ];
}

function missed({ missed: places }: DigResult): string[] {
  return places.map(
    ({ ids, units, reason, nearestStreet, nearestMetres, behind }) =>
      `missed: ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} more` : ''} (${number(units)}): ${reason}${behind ? `, behind ${behind.streetName ?? behind.street}, ${behind.until === null ? 'closed with no end known' : `closed until ${dateWords(behind.until)}`}` : ''}; nearest street ${nearestStreet ?? 'not known'}${nearestMetres === null ? '' : `, ${nearestMetres.toFixed(1)} m`}`,
  );
}

function range({ low, mid, high }: Spread, words: (value: number) => string): string {
  return low === high ? words(mid) : `${words(low)} – ${words(mid)} – ${words(high)}`;
}

function pounds(pence: number): string {
  return `£${number(Math.round(pence / 100))}`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
