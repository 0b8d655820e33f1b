import { areaKindOf, isPostcode } from '../geo/gss-code.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { idKey } from '../tables/id-key.ts';
import type { LookupCodes } from '../tables/lookup-codes.ts';
import { cellCount, cellText, type TextColumn } from '../tables/text-column.ts';

/** A loaded table through which ids can be turned into other codes. */
export interface LookupTable {
  readonly fileName: string;
  readonly columns: readonly TextColumn[];
  /** Codes by key, worked out once per pair of columns. */
  codes(key: TextColumn, code: TextColumn): LookupCodes;
}

/** One look-up on the way: the cell of `key` that equals what we have gives `code`. */
export interface LookupStep {
  readonly fileName: string;
  readonly key: string;
  readonly code: string;
  readonly codes: LookupCodes;
}

/** How a premises row comes by the code of another table: it carries it, or one or two look-ups lead to it. */
export type KeyJoin =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'lookup'; readonly name: string; readonly steps: readonly LookupStep[] };

/** The ids to find, folded by `idKey`: a set, or a map by them. */
export interface KnownKeys {
  readonly size: number;
  has(key: string): boolean;
  keys(): Iterable<string>;
}

/** Cells looked at per column. */
const SAMPLE = 500;
/** Part of a sample that must meet: below it the columns speak of something else. */
const ENOUGH = 0.5;
const MOST_STEPS = 2;

/**
 * The premises column that holds `known` (ids folded by `idKey`), else the shortest way to them through look-up tables,
 * of two steps at most; null where neither leads there for half of a sample. The way with the most matches wins, the
 * earlier one on a tie. Look-ups go only between columns of one kind: UPRN, postcode, or one kind of GSS code.
 */
export function findKeyJoin(
  known: KnownKeys,
  premises: PremisesTable,
  lookups: readonly LookupTable[] = [],
): KeyJoin | null {
  if (known.size === 0) return null;
  const columns = [premises.ids, ...premises.columns];
  let best: KeyJoin | null = null;
  let most = ENOUGH;
  for (const column of columns) {
    const met = matching(sampled(column), known);
    if (met <= most) continue;
    most = met;
    best = { kind: 'column', name: column.name };
  }
  if (best || lookups.length === 0) return best;
  const wanted = kindOfKeys(firstOf(known.keys()));
  if (wanted === null) return null;
  let ways: Way[] = columns.flatMap((column) => {
    const cells = sampled(column);
    const kind = kindOfKeys(cells);
    return kind === null ? [] : [{ name: column.name, kind, cells, steps: [] }];
  });
  const kinds = new Map(lookups.map((table) => [table, table.columns.map((c) => kindOfKeys(sampled(c)))]));
  for (let step = 1; step <= MOST_STEPS; step++) {
    const ends = ways.flatMap((way) => longer(way, kinds, (kind) => kind === wanted));
    const end = bestOf(ends, (way) => matching(way.cells, known));
    if (end) {
      const steps = end.steps.map(({ table, key, code }) => {
        return { fileName: table.fileName, key: key.name, code: code.name, codes: table.codes(key, code) };
      });
      return { kind: 'lookup', name: end.name, steps };
    }
    if (step === MOST_STEPS) break;
    const further = ways.flatMap((way) => longer(way, kinds, (kind) => kind !== wanted));
    // Of several ways to one kind of code the one that loses the fewest premises is followed.
    const filled = (way: Way): number => way.cells.filter((cell) => cell !== '').length / way.cells.length;
    const kindsMet = [...new Set(further.map((way) => way.kind))];
    ways = kindsMet.flatMap(
      (kind) =>
        bestOf(
          further.filter((way) => way.kind === kind),
          filled,
        ) ?? [],
    );
  }
  return null;
}

/** The folded code that each premises row comes to by a join; '' where it comes to none. */
export function keyReader(join: KeyJoin, premises: PremisesTable): (row: number) => string {
  const column = premisesColumn(premises, join.name);
  if (!column) return () => '';
  const steps = join.kind === 'lookup' ? join.steps : [];
  return (row) => {
    let key = idKey(premisesCell(premises, column, row));
    for (const { codes } of steps) key = codes.codeOf.get(key) ?? '';
    return key;
  };
}

/** A join in words: `premises column "oa" → lookup.csv, "oa21cd" to "lad22cd"`. */
export function joinWords(join: KeyJoin): string {
  const steps = join.kind === 'lookup' ? join.steps : [];
  return [
    `"${join.name}"`,
    ...steps.map((step) => `${step.fileName} ("${step.key}" to "${step.code}")`),
  ].join(' → ');
}

/** The column of premises called so, the ids included. */
export function premisesColumn(premises: PremisesTable, name: string): TextColumn | undefined {
  return premises.ids.name === name ? premises.ids : premises.columns.find((column) => column.name === name);
}

/** A way under trial: where the sampled cells have come to. '' is lost on the way. */
interface Way {
  readonly name: string;
  readonly kind: string;
  readonly cells: readonly string[];
  readonly steps: readonly { table: LookupTable; key: TextColumn; code: TextColumn }[];
}

/** A way with one more look-up, to codes of the kinds that are asked for. */
function longer(
  way: Way,
  tables: ReadonlyMap<LookupTable, readonly (string | null)[]>,
  isAsked: (kind: string) => boolean,
): Way[] {
  return [...tables].flatMap(([table, kinds]) => {
    const codes = table.columns.filter((_, c) => {
      const kind = kinds[c];
      return kind !== null && kind !== way.kind && isAsked(kind);
    });
    if (codes.length === 0 || way.steps.some((step) => step.table === table)) return [];
    const keys = table.columns.filter((_, k) => kinds[k] === way.kind);
    return keys.flatMap((key) => {
      const rows = firstRowsOf(key, new Set(way.cells));
      if (rows.size === 0) return [];
      return codes.map((code): Way => {
        const cells = way.cells.map((cell) => {
          const row = rows.get(cell);
          return row === undefined ? '' : idKey(cellText(code, row));
        });
        const kind = kinds[table.columns.indexOf(code)] ?? '';
        return { name: way.name, kind, cells, steps: [...way.steps, { table, key, code }] };
      });
    });
  });
}

/** The way that scores the most, and more than enough; the earlier one on a tie. */
function bestOf(ways: readonly Way[], score: (way: Way) => number): Way | null {
  let best: Way | null = null;
  let most = ENOUGH;
  for (const way of ways) {
    const here = score(way);
    if (here <= most) continue;
    most = here;
    best = way;
  }
  return best;
}

function firstRowsOf(key: TextColumn, wanted: ReadonlySet<string>): Map<string, number> {
  const rows = new Map<string, number>();
  const most = wanted.size - (wanted.has('') ? 1 : 0);
  for (let row = 0; row < cellCount(key) && rows.size < most; row++) {
    const cell = idKey(cellText(key, row));
    if (cell !== '' && wanted.has(cell) && !rows.has(cell)) rows.set(cell, row);
  }
  return rows;
}

function sampled(column: TextColumn): string[] {
  const cells = cellCount(column);
  const stride = Math.max(1, Math.floor(cells / SAMPLE));
  const texts: string[] = [];
  for (let row = 0; row < cells; row += stride) {
    const text = cellText(column, row);
    if (text !== '') texts.push(idKey(text));
  }
  return texts;
}

function firstOf(keys: Iterable<string>): string[] {
  const first: string[] = [];
  for (const key of keys) {
    if (first.length === SAMPLE) break;
    first.push(key);
  }
  return first;
}

function matching(cells: readonly string[], known: KnownKeys): number {
  let met = 0;
  for (const cell of cells) if (cell !== '' && known.has(cell)) met++;
  return cells.length === 0 ? 0 : met / cells.length;
}

/** What nine in ten of the ids are: a kind of GSS code, "postcode", "UPRN"; null where they are of no one kind. */
function kindOfKeys(cells: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const kind = areaKindOf(cell) ?? (isPostcode(cell) ? 'postcode' : UPRN.test(cell) ? 'UPRN' : null);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count > 0.9 * cells.length) return kind;
  return null;
}

/** Up to twelve digits, and too long for a count or a year. */
const UPRN = /^\d{6,12}$/;
