import * as v from 'valibot';
import { LEVELS, type RateProblem } from '../domain/cost/check-rate-card.ts';
import type { Spread } from '../domain/cost/rate-card.ts';
import { planCardProblems } from '../domain/plan/check-plan-card.ts';
import type { Lever } from '../domain/plan/lever.ts';
import { PLAN_ITEMS, type PlanCard } from '../domain/plan/plan-card.ts';
import type { Register } from '../domain/plan/register.ts';
import type { Sourced } from '../domain/project/sourced.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { leverSchema } from './barrier-schema.ts';
import { deviceSchema } from './device-schema.ts';
import { type RegisterColumn, unshielded } from './rate-card-csv.ts';
import { cell, numberOf, type RateLine, rateLines, sourceOf } from './rate-card-lines.ts';
import { RateCardRefused } from './rate-card-refused.ts';
import { isOfRates, rateCardOfLines } from './read-rate-card-csv.ts';
import { DEVICE_NUMBERS, DEVICE_PRICES, DEVICE_TEXTS } from './register-devices.ts';

/**
 * What a CSV file has of a register, as `writeRegisterCsv` writes it, maybe edited: rows and columns in any order, more
 * columns than asked for. A part of which it has no row is left out. Throws RateCardRefused with every row that is wrong.
 */
export function readRegisterCsv(text: string, fileName: string): Partial<Register> {
  const { lines, columns, hasCommas } = rateLines(text, fileName);
  const missing = (['part', 'rate', 'value', ...LEVELS] as const).filter((column) => !columns.has(column));
  if (missing.length > 0)
    throw new RateCardRefused('NOT_RATES', fileName, [
      `this is no register: it has no column ${missing.map((name) => `"${name}"`).join(', ')}. Save one from Notspot and edit that.`,
    ]);
  const problems: string[] = [];
  const of = (...parts: readonly string[]) => lines.filter((line) => parts.includes(partOf(line)));
  for (const line of lines)
    if (!isOfRates(partOf(line)) && !OWN_PARTS.includes(partOf(line)))
      problems.push(`row ${line.row}, column part: there is no “${cell(line, 'part').trim()}”.`);
  const numbers = new Numbers(hasCommas, problems);
  const rates = lines.filter((line) => isOfRates(partOf(line)));
  const card = rates.length > 0 ? rateCardOfLines(rates, hasCommas) : null;
  if (card) problems.push(...card.problems);
  const planLines = of('plan card', 'plan item', 'claim');
  const radioLines = of('radio');
  const leverLines = of('lever');
  const parts: Partial<Register> = {
    ...(card ? { rates: card.card } : {}),
    ...(planLines.length > 0 ? { planCard: planCardOf(planLines, numbers) } : {}),
    ...(radioLines.length > 0 ? { devices: grouped(radioLines, numbers, deviceOf) } : {}),
    ...(leverLines.length > 0 ? { levers: grouped(leverLines, numbers, leverOf) } : {}),
  };
  if (lines.length === 0) problems.push('it has no rows. Save a register from Notspot and edit that.');
  if (problems.length > 0) throw new RateCardRefused('WRONG_FIGURE', fileName, problems);
  return parts;
}

const OWN_PARTS: readonly string[] = ['plan card', 'plan item', 'claim', 'radio', 'lever'];

function partOf(line: RateLine): string {
  return cell(line, 'part').trim().toLowerCase();
}

function textIn(line: RateLine | undefined, column: RegisterColumn = 'value'): string {
  return line ? unshielded(cell(line, column)) : '';
}

/** Reads numbers; what is none is told with its row and column. */
class Numbers {
  private readonly hasCommas: boolean;
  readonly problems: string[];

  constructor(hasCommas: boolean, problems: string[]) {
    this.hasCommas = hasCommas;
    this.problems = problems;
  }

  of(line: RateLine, column: RegisterColumn = 'value'): number {
    const said = cell(line, column).trim();
    const value = numberOf(said, this.hasCommas);
    if (!Number.isNaN(value)) return value;
    const words = said === '' ? 'nothing stands there' : `“${said}” is no number`;
    this.problems.push(`row ${line.row}, column ${column}: ${words}. Write a number.`);
    return 0;
  }

  spread(line: RateLine): Sourced<Spread> {
    const [low, mid, high] = LEVELS.map((level) => this.of(line, level));
    return { value: { low, mid, high }, source: sourceOf(line) };
  }

  /** Lines by what they say, each once. */
  byRate(lines: readonly RateLine[]): Map<string, RateLine> {
    const found = new Map<string, RateLine>();
    for (const line of lines) {
      const rate = cell(line, 'rate').trim();
      const had = found.get(rate);
      if (had) this.problems.push(`row ${line.row}: row ${had.row} says the same. Keep one of them.`);
      else found.set(rate, line);
    }
    return found;
  }
}

function planCardOf(lines: readonly RateLine[], numbers: Numbers): PlanCard {
  const before = numbers.problems.length;
  const of = (part: string) => lines.filter((line) => partOf(line) === part);
  const said = numbers.byRate(of('plan card'));
  const items = numbers.byRate(of('plan item'));
  for (const [rate, line] of items)
    if (!(PLAN_ITEMS as readonly string[]).includes(rate))
      numbers.problems.push(`row ${line.row}, column rate: there is no “${rate}”.`);
  const claims = of('claim');
  const card: PlanCard = {
    id: textIn(said.get('id')),
    name: textIn(said.get('name')),
    priceBase: textIn(said.get('priceBase')).trim() || null,
    items: Object.fromEntries(
      PLAN_ITEMS.map((item) => {
        const line = items.get(item);
        if (line) return [item, numbers.spread(line)];
        numbers.problems.push(`there is no row for plan item, ${item}. Add it as a saved register has it.`);
        return [item, { value: { low: 0, mid: 0, high: 0 }, source: null }];
      }),
    ) as PlanCard['items'],
    claims: claims.map((line) => ({
      text: textIn(line, 'of'),
      pounds: numbers.of(line),
      source: sourceOf(line),
    })),
  };
  const rowOf = ({ place }: RateProblem): string => {
    const [part, key] = place.split('.');
    const line = part === 'items' ? items.get(key) : part === 'claims' ? claims[Number(key)] : said.get(part);
    return line ? `row ${line.row}` : place;
  };
  // What is no number or not there has been told already.
  if (numbers.problems.length === before)
    for (const problem of planCardProblems(card)) numbers.problems.push(`${rowOf(problem)}: ${problem.text}`);
  return card;
}

/** One item for each of the things that lines speak of, in the order of their first rows. */
function grouped<Item>(
  lines: readonly RateLine[],
  numbers: Numbers,
  itemOf: (id: string, said: Said) => Item,
): Item[] {
  const groups = new Map<string, RateLine[]>();
  for (const line of lines) {
    const id = textIn(line, 'of');
    const had = groups.get(id);
    if (had) had.push(line);
    else groups.set(id, [line]);
  }
  return [...groups].map(([id, own]) => itemOf(id, { lines: numbers.byRate(own), numbers }));
}

interface Said {
  readonly lines: ReadonlyMap<string, RateLine>;
  readonly numbers: Numbers;
}

function deviceOf(id: string, { lines, numbers }: Said): DeviceProfile {
  const device: Record<string, unknown> = { id };
  const put = (path: string, value: unknown): void => {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const within = names.reduce<Record<string, unknown>>((part, name) => {
      part[name] ??= {};
      return part[name] as Record<string, unknown>;
    }, device);
    within[last] = value;
  };
  for (const path of DEVICE_TEXTS) {
    const text = textIn(lines.get(path));
    put(path, path === 'licence.fee' ? text || null : text);
  }
  for (const { path } of DEVICE_NUMBERS) {
    const line = lines.get(path);
    if (line) put(path, { value: numbers.of(line), source: sourceOf(line) });
  }
  const band = lines.get('band');
  if (band) {
    const value = { lowGigahertz: numbers.of(band, 'low'), highGigahertz: numbers.of(band, 'high') };
    put('band', { value, source: sourceOf(band) });
  }
  const steps = lines.get('steps');
  if (steps) put('steps', { value: jsonIn(steps, numbers), source: sourceOf(steps) });
  for (const path of DEVICE_PRICES) {
    const line = lines.get(path);
    if (!line) continue;
    const [lowPounds, highPounds] = [numbers.of(line, 'low'), numbers.of(line, 'high')];
    const year = cell(line, 'value').trim() === '' ? null : numbers.of(line);
    put(path, { lowPounds, highPounds, year, source: sourceOf(line) });
  }
  return checked(deviceSchema, device, { what: 'radio', id, lines, numbers });
}

function leverOf(id: string, { lines, numbers }: Said): Lever {
  const text = (rate: string): string => textIn(lines.get(rate));
  const [removes, places, cost] = ['removes', 'places', 'cost'].map((rate) => lines.get(rate));
  const hasCost = cost && LEVELS.some((level) => cell(cost, level).trim() !== '');
  const lever = {
    id,
    kind: text('kind').trim(),
    removes: removes ? jsonIn(removes, numbers) : [],
    places: places && cell(places, 'value').trim() !== '' ? jsonIn(places, numbers) : null,
    owner: text('owner'),
    cost: hasCost
      ? { ...numbers.spread(cost).value, unit: textIn(cost, 'unit'), basis: text('cost').trim() }
      : null,
    from: text('from') || null,
    until: text('until') || null,
    source: cost ? sourceOf(cost) : null,
  };
  return checked(leverSchema, lever, { what: 'lever', id, lines, numbers });
}

function jsonIn(line: RateLine, numbers: Numbers): unknown {
  try {
    return JSON.parse(textIn(line));
  } catch {
    numbers.problems.push(
      `row ${line.row}, column value: this is no JSON. Write it as a saved register has it.`,
    );
    return [];
  }
}

/** The item if its schema takes it; else what is wrong is told with its row, and the item is not to be used. */
function checked<Item>(
  schema: v.GenericSchema<unknown, Item>,
  item: unknown,
  { what, id, lines, numbers }: Said & { readonly what: string; readonly id: string },
): Item {
  const result = v.safeParse(schema, item);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    const line = [...lines].find(([rate]) => path === rate || path.startsWith(`${rate}.`))?.[1];
    const where = line ? `row ${line.row}` : `${what} “${id}”, ${path || 'the whole'}`;
    numbers.problems.push(
      !line && issue.input === undefined
        ? `${what} “${id}”: there is no row for ${path}. Add it as a saved register has it.`
        : `${where}: ${issue.message.replace(/\.?$/, '.')}`,
    );
  }
  return item as Item;
}
