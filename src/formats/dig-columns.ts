import type { Spread } from '../domain/cost/rate-card.ts';
import type { CostPart, TrenchPiece } from '../domain/cost/trench-piece.ts';

export type DigCell = string | number | null;

/** A column of a file of a dig: its name, and its cell of an item that stands at a place among its like. */
export type DigColumn<Item> = readonly [name: string, cell: (item: Item, at: number) => DigCell];

/** What a piece is, without its line and its price. */
export const PIECE_COLUMNS: readonly DigColumn<TrenchPiece>[] = [
  ['piece', (_, at) => at + 1],
  ['kind', ({ kind }) => kind],
  ['street_id', ({ street }) => street],
  ['street', ({ streetName }) => streetName],
  ['side', ({ side }) => side],
  ['surface', ({ surface }) => surface],
  ['method', ({ method }) => method],
  ['crossing', ({ crossing }) => crossing],
  ['metres', ({ metres }) => hundredths(metres)],
  ['poles', ({ poles }) => poles],
];

/** Pounds, low, mid and high: capital, and the present value of what is paid each year. */
export const POUNDS_COLUMNS: readonly DigColumn<readonly CostPart[]>[] = [
  ...spreadColumns('capital_pounds', (part) => !part.isYearly),
  ...spreadColumns('running_present_pounds', (part) => part.isYearly),
];

/** The cells of an item by the names of their columns. */
export function cellsByName<Item>(columns: readonly DigColumn<Item>[], item: Item, at = 0) {
  return Object.fromEntries(columns.map(([name, cell]): [string, DigCell] => [name, cell(item, at)]));
}

/** The columns of something that each item has. */
export function columnsOf<Item, Part>(
  columns: readonly DigColumn<Part>[],
  part: (item: Item) => Part,
): DigColumn<Item>[] {
  return columns.map(([name, cell]) => [name, (item, at) => cell(part(item), at)]);
}

/** Whole pence as pounds. */
export function pounds(pence: number): number {
  return pence / 100;
}

/** Metres to the centimetre, days to the hundredth. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Seven decimals: a centimetre. */
export function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

/** A flat line as positions of seven decimals. */
export function positionsOf(line: readonly number[]): [number, number][] {
  return Array.from({ length: Math.floor(line.length / 2) }, (_, i) => [
    degrees(line[2 * i]),
    degrees(line[2 * i + 1]),
  ]);
}

export function sumOf<Item>(list: readonly Item[], value: (item: Item) => number): number {
  let sum = 0;
  for (const item of list) sum += value(item);
  return sum;
}

function spreadColumns(name: string, isMeant: (part: CostPart) => boolean): DigColumn<readonly CostPart[]>[] {
  const column =
    (which: keyof Spread) =>
    (parts: readonly CostPart[]): number =>
      pounds(sumOf(parts.filter(isMeant), ({ pence }) => pence[which]));
  return [
    [`${name}_low`, column('low')],
    [name, column('mid')],
    [`${name}_high`, column('high')],
  ];
}
