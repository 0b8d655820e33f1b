import type { BillOfQuantities } from '../../domain/cost/bill.ts';
import { unpricedWords } from '../../domain/cost/owners-unpriced.ts';
import type { Spread } from '../../domain/cost/rate-card.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import { NOT_LED } from '../../domain/dig/dig-notes.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import { unitNote } from '../../domain/dig/unit-note.ts';
import { gapPercent } from '../../domain/fibre/trench-answer.ts';
import { count, percent, percentPoints, unitWord } from '../../domain/not-spots/headline.ts';
import { lackWords } from '../../domain/project/lacks.ts';
import { closedStreetWords } from './closed-words.ts';
import { numberOf } from './count-text.ts';
import { MISSED_REASON_TEXT } from './missed-reason-text.ts';
import { poundsRange, poundsText } from './pounds-text.ts';
import { streetDaysNote } from './street-days-note.ts';
import { unitsText } from './units-text.ts';

/** A fact of a design beside its headline. */
export interface DigFact {
  readonly name: string;
  readonly value: string;
  /** What else belongs to it: its range, what it is of. */
  readonly note: string | null;
  /** Made with a rate that nobody sourced. */
  readonly isAssumed: boolean;
}

/** What a design comes to, ready to print. */
export interface DigHeadline {
  /** "£412,300" */
  readonly number: string;
  /** "to build, for 96 of the 98 premises asked for (98.0 %)" */
  readonly rest: string;
  /** "between £310,200 and £560,900"; null where the sum is exact. */
  readonly range: string | null;
  readonly isAssumed: boolean;
  readonly facts: readonly DigFact[];
  /** "Within 1.3 % of the best possible: …" */
  readonly bound: string;
  /** Notes of the result that the headline cannot be read without. */
  readonly notes: readonly string[];
}

type BoundQuestion = Pick<DigQuestion, 'aim' | 'rootIds' | 'ownRoots'>;

/** Cost with its range, premises served of those asked for, metres, days, and how near to the best possible it is. */
export function digHeadline(question: BoundQuestion, result: DigResult, bill: BillOfQuantities): DigHeadline {
  const units = (places: readonly { readonly units: number }[]): number =>
    places.reduce((sum, place) => sum + place.units, 0);
  const served = units(result.served);
  const asked = served + units(result.missed);
  const isAssumed = bill.assumed.length > 0;
  const unpriced = unpricedWords(bill.ownersUnpriced);
  const range = poundsRange(bill.capital);
  const share = asked === 0 ? '' : ` (${percent(served / asked)})`;
  return {
    number: sumText(bill.capital.mid, bill),
    rest: `to build, for ${count(served)} of the ${unitsText(asked, bill.premises.unit)} asked for${share}`,
    range: range && unpriced ? `${range}, and what is not known` : range,
    isAssumed,
    facts: [...missedFacts(result, asked), ...factsOf(bill, served)],
    bound: boundWords(question, result, { served, asked }),
    notes: [
      unitNote(bill.premises.unit),
      unpriced && `${unpriced}.`,
      ...result.notes.filter((note) => note.startsWith(NOT_LED)),
    ].flatMap((note) => note ?? []),
  };
}

/** A sum of a bill: "£412,300"; "at least £412,300" where what an owner asks for leave is not known. */
export function sumText(
  pence: number,
  { ownersUnpriced }: Pick<BillOfQuantities, 'ownersUnpriced'>,
  per = '',
): string {
  return lackWords(`${poundsText(pence)}${per}`, { above: ownersUnpriced, below: [] });
}

/** What works take: at least that, where the card has no rate for some of the metres. */
export function worksText(
  text: string,
  { metresWithoutRate }: Pick<BillOfQuantities, 'metresWithoutRate'>,
): string {
  return lackWords(text, { above: metresWithoutRate > 0 ? ['metres without a rate'] : [], below: [] });
}

/** The headline as it is read out. */
export function digSentence(question: BoundQuestion, result: DigResult, bill: BillOfQuantities): string {
  const { number, rest, range } = digHeadline(question, result, bill);
  const quick = result.isQuick ? 'Quick answer: ' : '';
  return `${quick}${number} ${rest}${range ? `, ${range}` : ''}.`;
}

/** How many are not served, and why. */
function missedFacts({ missed }: DigResult, asked: number): DigFact[] {
  if (missed.length === 0) return [];
  const byReason = new Map<string, number>();
  for (const { reason, behind, units } of missed) {
    const why = behind ? `because of ${closedStreetWords(behind)}` : MISSED_REASON_TEXT[reason];
    byReason.set(why, (byReason.get(why) ?? 0) + units);
  }
  const units = [...byReason.values()].reduce((sum, one) => sum + one, 0);
  return [
    {
      name: 'Not served',
      value: `${count(units)} of ${count(asked)}`,
      note: [...byReason].map(([why, number]) => `${why}: ${count(number)}`).join('; '),
      isAssumed: false,
    },
  ];
}

function factsOf(bill: BillOfQuantities, served: number): DigFact[] {
  const isAssumed = bill.assumed.length > 0;
  const { premises } = bill;
  const { unit } = premises;
  const facts: (DigFact | null)[] = [
    {
      name: 'Trench',
      value: metresOf(bill.trenchMetres),
      note: `and ${numberOf(bill.leadIns, 'lead-in')} of ${metresOf(bill.leadInMetres)} together`,
      isAssumed: false,
    },
    bill.ductMetres + bill.poleMetres > 0
      ? {
          name: 'Not dug',
          value: metresOf(bill.ductMetres + bill.poleMetres),
          note: [
            bill.ductMetres > 0 ? `in existing ducts ${metresOf(bill.ductMetres)}` : '',
            bill.poleMetres > 0
              ? `on ${numberOf(bill.poles, 'existing pole')} ${metresOf(bill.poleMetres)}`
              : '',
          ]
            .filter(Boolean)
            .join(', '),
          isAssumed: false,
        }
      : null,
    {
      name: 'Road works',
      value: worksText(numberOf(Math.round(bill.streetDays.mid), 'day'), bill),
      note: wholeRange(
        bill.streetDays,
        'days',
        `${streetDaysNote(bill)}; one gang digs for ${numberOf(Math.round(bill.days.mid), 'day')}`,
      ),
      isAssumed,
    },
    bill.pencePerConnected
      ? {
          name: unit === 'premises' ? 'For each connected' : `For each connected ${unitWord(unit, 1)}`,
          value: sumText(bill.pencePerConnected.mid, bill),
          note: [
            poundsRange(bill.pencePerConnected),
            `what is built ÷ ${unit === 'premises' ? count(premises.connected) : unitsText(premises.connected, unit)} connected: ${percent(premises.takeUpPercent / 100)} of the ${count(served)} served take it`,
          ]
            .filter(Boolean)
            .join('; '),
          isAssumed,
        }
      : null,
    {
      name: 'Passed',
      value: unitsText(premises.passed, unit),
      note: passedNote(premises, served),
      isAssumed: false,
    },
    {
      name: 'To run',
      value: sumText(bill.runningAYear.mid, bill, ' a year'),
      note: `${poundsRange(bill.runningAYear) ?? 'exactly'}; with that over ${numberOf(bill.termYears, 'year')} at ${percentPoints(bill.discountPercent)} % it comes to ${sumText(bill.whole.mid, bill)} (${poundsRange(bill.whole) ?? 'exactly'})`,
      isAssumed,
    },
    {
      name: 'Carbon of the works',
      value: worksText(tonnesOf(bill.carbonKilograms.mid), bill),
      note: `between ${tonnesOf(bill.carbonKilograms.low)} and ${tonnesOf(bill.carbonKilograms.high)} CO₂e, of what is dug by the metre and of lead-ins`,
      isAssumed,
    },
  ];
  return facts.filter((fact) => fact !== null);
}

/** By which rule, and how many of them are not of the dig: whether these have gigabit is not asked. */
function passedNote({ passed, passedRule }: BillOfQuantities['premises'], served: number): string {
  const others = passed - served;
  const besides =
    others > 0
      ? `; the other ${count(others)}, with gigabit or without, are passed and not connected by this dig`
      : '';
  return `${passedRule}; ${count(served)} of them are served and have a lead-in${besides}`;
}

/** How near to the best possible a route is proved to be: from the points that fibre may come from, at the middle of every rate. */
function boundWords(
  { aim, rootIds, ownRoots }: BoundQuestion,
  result: DigResult,
  { served, asked }: { readonly served: number; readonly asked: number },
): string {
  const cost = result.searchedPence;
  const gap = gapPercent({ cost, lowerBound: result.lowerBoundPence });
  if (!Number.isFinite(gap)) return 'How near to the best possible it is, is not known.';
  const within = `${gap < 0.05 ? 'less than 0.1' : percentPoints(gap)} % of the best possible`;
  if (result.isQuick) return `A quick answer, within ${within}: refining may find a cheaper route.`;
  const points = new Set([...rootIds, ...ownRoots.map(({ id }) => id)]).size;
  const from = `from the ${points === 1 ? 'fibre point' : numberOf(points, 'fibre point')} chosen`;
  const isPart = served < asked && aim.kind !== 'serve what is worth it';
  const to = isPart ? ` to the ${count(served)} served` : '';
  const best =
    gap === 0
      ? `The best possible${to} ${from}: no route can be cheaper at the middle of these rates, each premises being joined to the nearest street that may be dug.`
      : `Within ${within}${to} ${from}: built, connected and run, none can cost less than ${poundsText(result.lowerBoundPence)} where this one costs ${poundsText(cost)}, at the middle of these rates, each premises being joined to the nearest street that may be dug.`;
  if (aim.kind !== 'serve within a budget' || result.mostUnits === null || result.mostUnits >= asked)
    return best;
  return `No route within the budget ${from} can serve more than ${unitsText(result.mostUnits, result.unit ?? 'premises')}. ${best}`;
}

/** "1,240 m", "12.4 km" from ten kilometres on. */
export function metresOf(metres: number): string {
  return metres < 10_000 ? `${count(metres)} m` : `${KILOMETRES.format(metres / 1_000)} km`;
}

function tonnesOf(kilograms: number): string {
  return kilograms < 10_000 ? `${count(kilograms)} kg` : `${KILOMETRES.format(kilograms / 1_000)} t`;
}

/** "between 54 and 80 days, each street’s days made whole" */
export function wholeRange({ low, high }: Spread, unit: string, note = ''): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  const range = from === to ? '' : `between ${count(from)} and ${count(to)} ${unit}`;
  return [range, note].filter(Boolean).join(', ');
}

const KILOMETRES = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
