import type { BillOfQuantities } from '../domain/cost/bill.ts';
import type { Spread } from '../domain/cost/rate-card.ts';
import { HOW_RANGES_ADD } from '../domain/cost/spread.ts';
import type { BuiltIntervention } from '../domain/plan/intervention.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { HubSector, RadioDesign } from '../domain/plan/radio-design.ts';
import { BILL_COLUMNS, type BillLine, billLines, lackNote } from './bill-csv.ts';
import { type DigColumn, hundredths } from './dig-columns.ts';
import { designsToHandOver, type PlanTold, planToldColumns } from './plan-told.ts';
import { toldTable } from './told-table.ts';

/** What a design's radio comes to by part: whole pence, over the term as they are worth today where they are yearly. */
export interface BilledRadio {
  readonly parts: readonly {
    readonly what: string;
    readonly isYearly: boolean;
    readonly pence: Spread;
  }[];
  readonly capital: Spread;
  readonly presentValueOfRunning: Spread;
  readonly whole: Spread;
}

/** The bills of a design; null for what it does not build. */
export interface PlanBill {
  readonly kind: BuiltIntervention;
  readonly trench: BillOfQuantities | null;
  readonly radio: BilledRadio | null;
}

/** Which cards the bills were made with. */
export interface BilledWith {
  readonly rates: string;
  readonly ratesPriceBase: string | null;
  readonly card: string;
  readonly cardPriceBase: string | null;
  /** Figures that went into it and that nobody sourced, by name. */
  readonly assumed: readonly string[];
}

/**
 * The bills of quantities of all designs of a plan as CSV, trench and radio together: a line an item, `design` and `part` say
 * of which. The columns of capital and of running (present value) each add to the design's bill, as only its parts stand in
 * them; the same money by metre, crossing, street and total is `told_again`, streets last. Quantities and pounds are low, mid
 * and high; blank is not known or has none. Never read back: the plan's GeoJSON is. Throws RangeError where the plan has no design.
 */
export function planBillCsv(
  plan: Plan,
  { bills, billedWith }: { readonly bills: readonly PlanBill[]; readonly billedWith: BilledWith },
  told: PlanTold,
): string {
  const designs = designsToHandOver(plan);
  const lines = bills.flatMap(({ kind, trench, radio }): Line[] => {
    const design = designs.find((one) => one.kind === kind);
    return [
      ...(trench ? billLines(trench).map((line) => ({ design: kind, part: 'trench' as const, line })) : []),
      ...(radio && design?.radio
        ? radioLines(design.radio, radio).map((line) => ({ design: kind, part: 'radio' as const, line }))
        : []),
      ...wholeLines(trench, radio).map((line) => ({ design: kind, part: 'together' as const, line })),
    ];
  });
  // Sorting keeps the order of what is alike.
  lines.sort(
    (one, other) => Number(one.line.section === 'streets') - Number(other.line.section === 'streets'),
  );
  const { rates, ratesPriceBase, card, cardPriceBase, assumed } = billedWith;
  return toldTable(COLUMNS, lines, {
    ...planToldColumns(plan, told, LACKS),
    rates,
    rates_price_base: ratesPriceBase ?? 'not stated',
    plan_card: card,
    plan_card_price_base: cardPriceBase ?? 'not stated',
    assumed: assumed.length === 0 ? 'nothing' : assumed.join('; '),
    ranges: HOW_RANGES_ADD,
    columns:
      'Capital and running each add, design by design, to its bill; what is told again is the same money by metre, crossing, street, premises and total, and adds to nothing.',
  });
}

interface Line {
  readonly design: BuiltIntervention;
  readonly part: 'trench' | 'radio' | 'together';
  readonly line: BillLine;
}

const POUNDS: ReadonlySet<string> = new Set(['pounds_low', 'pounds', 'pounds_high']);

const COLUMNS: readonly DigColumn<Line>[] = [
  ['design', ({ design }) => design],
  ['part', ({ part }) => part],
  ...BILL_COLUMNS.filter((name) => !POUNDS.has(name)).map(
    (name): DigColumn<Line> => [name, ({ line }) => line[name] ?? null],
  ),
  ...moneyColumns('capital'),
  ...moneyColumns('running_present_value'),
  ...moneyColumns('told_again'),
];

/** Which of a bill's sums a line's pounds stand in: those of the parts alone add to the bill. */
function moneyColumns(sum: 'capital' | 'running_present_value' | 'told_again'): DigColumn<Line>[] {
  return (['pounds_low', 'pounds', 'pounds_high'] as const).map((end) => [
    `${sum}_${end}`,
    ({ line }) => (sumOfLine(line) === sum ? (line[end] ?? null) : null),
  ]);
}

function sumOfLine({ section, note }: BillLine): 'capital' | 'running_present_value' | 'told_again' {
  if (section !== 'cost by part') return 'told_again';
  return note === 'capital' ? 'capital' : 'running_present_value';
}

const LACKS =
  'the line of the trench, which premises are served and by which hub, notes on the designs, levers, barriers, and what was asked; the plan as GeoJSON holds all of it';

function radioLines({ hubs, served, missed }: RadioDesign, bill: BilledRadio): BillLine[] {
  const sectors = hubs.flatMap((hub) => hub.sectors);
  const links = hubs.filter(({ backhaul }) => backhaul.kind === 'link').length;
  return [
    quantity('hubs', hubs.length, 'hubs'),
    quantity('hubs joined by trench', hubs.length - links, 'hubs'),
    quantity('hubs joined by radio link', links, 'hubs'),
    quantity('sectors', sectors.length, 'sectors'),
    quantity('links to premises', served.filter(({ metres }) => metres > 0).length, 'links'),
    quantity(
      'units served',
      sumOf(served, ({ units }) => units),
      'units',
    ),
    quantity(
      'units joined by a cable indoors',
      sumOf(served, ({ units, metres }) => (metres > 0 ? 0 : units)),
      'units',
    ),
    quantity(
      'units not served',
      sumOf(missed, ({ units }) => units),
      'units',
    ),
    {
      ...quantity('clients', sumOf(sectors, clientsOf), 'units'),
      note: 'units in sectors × take-up, an expectation and so no whole number; those in a hub’s own building take no room in one',
    },
    ...bill.parts.map(
      ({ what, isYearly, pence }): BillLine => ({
        section: 'cost by part',
        item: what,
        ...pounds(pence),
        note: isYearly ? 'over the term, present value' : 'capital',
      }),
    ),
    { section: 'cost', item: 'capital', ...pounds(bill.capital) },
    {
      section: 'cost',
      item: 'running, present value',
      ...pounds(bill.presentValueOfRunning),
      note: 'over the term, present value',
    },
    { section: 'cost', item: 'whole', ...pounds(bill.whole), note: 'capital and present value of running' },
  ];
}

/** What trench and radio come to together: each of low, mid and high added. */
function wholeLines(trench: BillOfQuantities | null, radio: BilledRadio | null): BillLine[] {
  const both = [trench, radio].flatMap((one) => one ?? []);
  if (both.length === 0) return [];
  const line = (item: string, of: (bill: BilledRadio | BillOfQuantities) => Spread): BillLine => {
    const spreads = both.map(of);
    return {
      section: 'cost',
      item,
      ...pounds({
        low: sumOf(spreads, ({ low }) => low),
        mid: sumOf(spreads, ({ mid }) => mid),
        high: sumOf(spreads, ({ high }) => high),
      }),
      note: trench ? lackNote(trench, 'trench and radio together') : 'trench and radio together',
    };
  };
  return [
    line('capital', ({ capital }) => capital),
    line('running, present value', ({ presentValueOfRunning }) => presentValueOfRunning),
    line('whole', ({ whole }) => whole),
  ];
}

function quantity(item: string, value: number, unit: string): BillLine {
  const amount = hundredths(value);
  return { section: 'quantities', item, quantity_low: amount, quantity: amount, quantity_high: amount, unit };
}

function pounds({ low, mid, high }: Spread) {
  return { pounds_low: low / 100, pounds: mid / 100, pounds_high: high / 100 };
}

function clientsOf({ clients }: HubSector): number {
  return clients;
}

function sumOf<Item>(list: readonly Item[], value: (item: Item) => number): number {
  let sum = 0;
  for (const item of list) sum += value(item);
  return sum;
}
