import type { BillOfQuantities } from '../domain/cost/bill.ts';
import { unpricedWords } from '../domain/cost/owners-unpriced.ts';
import type { RateCard, Spread } from '../domain/cost/rate-card.ts';
import { ratesFingerprint } from '../domain/cost/rates-fingerprint.ts';
import { HOW_RANGES_ADD, spreadWithout } from '../domain/cost/spread.ts';
import type { DigDesign } from '../domain/dig/dig-design.ts';
import { unitWord } from '../domain/not-spots/headline.ts';
import { writeCsv } from './csv.ts';
import { type DigTold, digToldMembers } from './dig-told.ts';

/** A bill with the card that it was made with. */
export interface BilledDesign {
  readonly design: DigDesign;
  readonly bill: BillOfQuantities;
  readonly card: RateCard;
}

/**
 * A bill of quantities as CSV, a line an item: metres, chambers, crossings, costs by part, totals, streets, works, premises.
 * Quantities and pounds are low, mid and high (pounds to the penny; what is paid once, and apart from it yearly sums as present value unless they say so);
 * blank is not known or has none. What it was made of stands on the first line. Never read back: the design's GeoJSON is.
 */
export function billCsv({ design, bill, card }: BilledDesign, told: DigTold): string {
  const about = {
    ...digToldMembers(design, told, LACKS),
    rates: card.name,
    price_base: card.priceBase ?? 'not stated',
    rates_fingerprint: ratesFingerprint(card),
    assumed: bill.assumed.length === 0 ? 'nothing' : bill.assumed.join('; '),
    ranges: HOW_RANGES_ADD,
  };
  return writeCsv(
    [...BILL_COLUMNS, ...Object.keys(about)],
    billLines(bill).map((line, at) => [
      ...BILL_COLUMNS.map((column) => line[column] ?? null),
      ...Object.values(about).map((value) => (at === 0 ? value : null)),
    ]),
  );
}

/** The lines of a bill, in the order of its file. */
export function billLines(bill: BillOfQuantities): BillLine[] {
  return [...quantities(bill), ...costs(bill), ...streetLines(bill), ...works(bill), ...premisesLines(bill)];
}

const LACKS =
  'the line of the route, which premises are served, and what was asked; the design as GeoJSON holds all of it';

export const BILL_COLUMNS = [
  'section',
  'item',
  'surface',
  'method',
  'street_id',
  'street',
  'quantity_low',
  'quantity',
  'quantity_high',
  'unit',
  'pounds_low',
  'pounds',
  'pounds_high',
  'note',
] as const;

export type BillLine = Partial<Record<(typeof BILL_COLUMNS)[number], string | number | null>>;

function quantities({ metres, chambers, crossings, poles, leadIns }: BillOfQuantities): BillLine[] {
  const few = [
    {
      item: 'chambers',
      ...amounts(chambers, 'chambers'),
      note: 'metres of trench ÷ metres between chambers',
    },
    { item: 'poles', ...exactly(poles, 'poles') },
    { item: 'lead-ins', ...exactly(leadIns, 'lead-ins') },
  ];
  return [
    ...metres.flatMap(({ kind, surface, method, metres: length, pence, capital }): BillLine[] => [
      {
        section: 'metres',
        item: kind,
        surface: method === null ? null : surface,
        method,
        ...exactly(length, 'm'),
        ...pounds(capital),
        note: 'capital',
      },
      ...running('metres', spreadWithout(pence, capital), `of the ${kind} above`),
    ]),
    ...few
      .filter(({ quantity }) => quantity !== 0)
      .map((line): BillLine => ({ section: 'quantities', ...line, note: 'note' in line ? line.note : null })),
    ...crossings.map(({ crossing, count, pence }) => ({
      section: 'crossings',
      item: crossing,
      ...exactly(count, 'crossings'),
      ...pounds(pence),
      note: 'within the metres above',
    })),
  ];
}

/** That a sum is at least what it says, and why, after what else is to be said of it. */
export function lackNote(
  { ownersUnpriced }: Pick<BillOfQuantities, 'ownersUnpriced'>,
  note: string | null = null,
): string | null {
  const unpriced = unpricedWords(ownersUnpriced);
  return unpriced ? [...(note ? [note] : []), `at least: ${unpriced}`].join('; ') : note;
}

/** What is paid each year; no line where nothing is. */
function running(section: string, pence: Spread, note: string | null = null): BillLine[] {
  return pence.high > 0 ? [{ section, item: 'running, present value', ...pounds(pence), note }] : [];
}

function costs(bill: BillOfQuantities): BillLine[] {
  const term = `over ${bill.termYears} years at ${bill.discountPercent} % a year, present value`;
  return [
    ...bill.parts.map(({ what, isYearly, pence }) => ({
      section: 'cost by part',
      item: what,
      ...pounds(pence),
      note: isYearly ? term : 'capital',
    })),
    { section: 'cost', item: 'capital', ...pounds(bill.capital), note: lackNote(bill) },
    { section: 'cost', item: 'running, a year', ...pounds(bill.runningAYear), note: lackNote(bill) },
    {
      section: 'cost',
      item: 'running, present value',
      ...pounds(bill.presentValueOfRunning),
      note: lackNote(bill, term),
    },
    {
      section: 'cost',
      item: 'whole',
      ...pounds(bill.whole),
      note: lackNote(bill, 'capital and present value of running'),
    },
  ];
}

function streetLines({ streets }: BillOfQuantities): BillLine[] {
  return streets.flatMap(({ street, name, metres, pence, capital, days, surfaces, barriers }) => {
    const at = { section: 'streets', street_id: street, street: name };
    return [
      {
        ...at,
        item: 'metres',
        ...exactly(metres, 'm'),
        ...pounds(capital),
        note: `capital${barriers.length > 0 ? `; restrictions: ${barriers.join('; ')}` : ''}`,
      },
      ...running('streets', spreadWithout(pence, capital)).map((line) => ({ ...line, ...at })),
      ...surfaces.map((one) => ({
        ...at,
        item: 'metres dug',
        surface: one.surface,
        ...exactly(one.metres, 'm'),
      })),
      { ...at, item: 'days of works', ...amounts(days, 'days') },
    ];
  });
}

function works(bill: BillOfQuantities): BillLine[] {
  const { days, streetDays, nameless, trafficSensitive, carbonKilograms, metresWithoutRate } = bill;
  const without =
    metresWithoutRate > 0 ? `; at least that, as it is not known for ${hundredths(metresWithoutRate)} m` : '';
  const { hours, streetsWithHours, streetsWithoutHours } = trafficSensitive;
  return [
    { item: 'days of works', ...amounts(days, 'days'), note: `of one gang${without}` },
    {
      item: 'street-days',
      ...amounts(streetDays, 'days'),
      note: `${
        nameless
          ? `each named street’s days made whole upwards, added; those of ${nameless.lines} lines without a name made whole together (${hundredths(nameless.days.mid)})`
          : 'each street’s days made whole upwards, added'
      }${without}`,
    },
    {
      item: 'traffic-sensitive hours',
      ...(streetsWithHours > 0 ? amounts(hours, 'hours') : { unit: 'hours' }),
      note: `in streets of stated hours: ${streetsWithHours}; hours not known: ${streetsWithoutHours}`,
    },
    {
      item: 'carbon',
      ...amounts(carbonKilograms, 'kg CO2e'),
      note: `of what is dug by the metre and of lead-ins${without}`,
    },
  ].map((line) => ({ section: 'works', ...line }));
}

function premisesLines(bill: BillOfQuantities): BillLine[] {
  const { premises, pencePerPassed, pencePerConnected } = bill;
  return [
    { item: 'served', ...exactly(premises.served, premises.unit), note: 'with a lead-in' },
    { item: 'passed', ...exactly(premises.passed, premises.unit), note: premises.passedRule },
    {
      item: 'connected',
      ...exactly(premises.connected, premises.unit),
      note: `${premises.takeUpPercent} % of those served, to whole ${premises.unit}`,
    },
    {
      item: 'for each passed',
      ...(pencePerPassed ? pounds(pencePerPassed) : {}),
      note: lackNote(bill, `capital less connections, for each ${unitWord(premises.unit, 1)}`),
    },
    {
      item: 'for each connected',
      ...(pencePerConnected ? pounds(pencePerConnected) : {}),
      note: lackNote(bill, `capital, for each ${unitWord(premises.unit, 1)}`),
    },
  ].map((line) => ({ section: 'premises', ...line }));
}

function amounts({ low, mid, high }: Spread, unit: string) {
  return { quantity_low: hundredths(low), quantity: hundredths(mid), quantity_high: hundredths(high), unit };
}

function exactly(quantity: number, unit: string) {
  return amounts({ low: quantity, mid: quantity, high: quantity }, unit);
}

function pounds({ low, mid, high }: Spread) {
  return { pounds_low: low / 100, pounds: mid / 100, pounds_high: high / 100 };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
