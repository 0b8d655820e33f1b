import { placeInShares } from '../coverage/answers-from-shares.ts';
import { joinWords, keyReader, type LookupTable } from '../coverage/key-join.ts';
import type { ShareCoverage } from '../coverage/layer-data.ts';
import { findShareJoin } from '../coverage/share-join.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { WardMembership } from '../not-spots/ward-membership.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { idKey } from '../tables/id-key.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { rowsWhere } from '../tables/rows-where.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import type { NeedChoice } from './need-choice.ts';

/** How much each premises row weighs. */
export interface NeedWeights {
  /**
   * By premises row: its value ÷ the mean over all units that have one, so that Σ units × weight = units with a value.
   * NaN where it has none.
   */
  readonly weights: Float64Array;
  readonly unitsWithValue: number;
  readonly unitsWithout: number;
  /** In the column's own unit, over units; of the turned values where low means much need. */
  readonly mean: number;
  readonly smallest: number;
  readonly largest: number;
  /** How rows came by their value, as a sentence. */
  readonly way: string;
  /** Codes that stand several times with different values, or hold no number: of these nothing is known. */
  readonly unreadable: number;
}

/** Premises, wards, and whatever may lead from one to the other. */
export interface NeedInput {
  readonly premises: PremisesTable;
  readonly wards: AreaTable;
  readonly membership: WardMembership;
  readonly lookups: readonly LookupTable[];
  readonly loadedAreas: readonly { readonly areas: AreaTable; readonly fileName: string }[];
  /** Shapes of the need table's own rows; null where it has none. */
  readonly ownAreas: AreaTable | null;
}

/**
 * The weight of every premises row by a column of a loaded table. Rows find their value by the ward they lie in (a table
 * of the loaded wards), by the table's own shapes, by a code they carry or look-ups lead to, or by loaded shapes of the
 * same codes. Where low values mean much need, each is turned round within their range first (largest + smallest −
 * value). Throws RangeError, in words for the reader, where values below zero stand in the column, nothing leads to its
 * codes, or every value is zero.
 */
export function* needWeights(
  choice: NeedChoice,
  table: SourceTable,
  input: NeedInput,
): Generator<WorkStep, NeedWeights> {
  const { premises } = input;
  const { values, unreadable } = yield* valuesByCode(choice, rowsWhere(table, choice.where));
  const { area, way } = placed(values, choice, input);
  const numbers = [...values.values()];
  let [smallest, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let unitsWithValue = 0;
  let unitsWithout = 0;
  for (let row = 0; row < premises.count; row++) {
    const value = area[row] < 0 ? Number.NaN : numbers[area[row]];
    if (Number.isNaN(value)) {
      unitsWithout += unitsAt(premises, row);
      continue;
    }
    unitsWithValue += unitsAt(premises, row);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  if (unitsWithValue === 0)
    throw new RangeError(
      `No row of the premises meets a value of "${choice.column}". Its codes may be of another place or vintage.`,
    );
  const turned = (value: number): number => (choice.higherMeansMore ? value : largest + smallest - value);
  let sum = 0;
  for (let row = 0; row < premises.count; row++) {
    const value = area[row] < 0 ? Number.NaN : numbers[area[row]];
    if (!Number.isNaN(value)) sum += unitsAt(premises, row) * turned(value);
  }
  const mean = sum / unitsWithValue;
  if (!(mean > 0))
    throw new RangeError(`Every value of "${choice.column}" here is zero: nothing can be weighed by it.`);
  const weights = new Float64Array(premises.count);
  for (let row = 0; row < premises.count; row++)
    weights[row] = area[row] < 0 ? Number.NaN : turned(numbers[area[row]]) / mean;
  return { weights, unitsWithValue, unitsWithout, mean, smallest, largest, way, unreadable };
}

/** Values by folded code, NaN where a code has none or several. */
function* valuesByCode(
  { codeColumn, column }: NeedChoice,
  table: SourceTable,
): Generator<WorkStep, { values: Map<string, number>; unreadable: number }> {
  const codes = columnNamed(table.columns, codeColumn);
  const cells = columnNamed(table.columns, column);
  if (!codes || !cells)
    throw new RangeError(`${table.fileName} has no column "${codes ? column : codeColumn}".`);
  const values = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: `Reading ${column}`, fraction: row / table.rows };
    const code = idKey(cellText(codes, row));
    if (code === '') continue;
    const value = cellNumber(cells, row);
    if (value < 0)
      throw new RangeError(
        `"${column}" has values below zero (${value} for ${code}): a score around zero cannot be a weight.`,
      );
    const earlier = values.get(code);
    values.set(code, earlier === undefined || Object.is(earlier, value) ? value : Number.NaN);
  }
  let unreadable = 0;
  for (const value of values.values()) if (Number.isNaN(value)) unreadable++;
  return { values, unreadable };
}

/** Part of the loaded wards that a table of wards must have. */
const ENOUGH = 0.5;

/** By premises row the place of its code among `values`, −1 where it has none; and the way there. */
function placed(
  values: ReadonlyMap<string, number>,
  { codeColumn }: NeedChoice,
  { premises, wards, membership, lookups, loadedAreas, ownAreas }: NeedInput,
): { area: Int32Array; way: string } {
  const codes = [...values.keys()];
  const numberOf = new Map(codes.map((code, i) => [code, i]));
  const byWard = wards.codes.map((code) => numberOf.get(idKey(code)) ?? -1);
  if (byWard.filter((number) => number >= 0).length > ENOUGH * byWard.length) {
    const area = Int32Array.from(membership.wardOf, (ward) => (ward < 0 ? -1 : byWard[ward]));
    return { area, way: 'Each row has the value of the ward it lies in.' };
  }
  const shares: ShareCoverage = {
    shape: 'shares',
    codes,
    percent: Float64Array.from(values.values()),
    step: 0,
    areas: ownAreas,
    joinColumn: null,
  };
  if (ownAreas)
    return {
      area: placeInShares(shares, premises).area,
      way: `Each row has the value of the area of the table (“${codeColumn}”) that it lies in.`,
    };
  const join = findShareJoin(codes, premises, loadedAreas, lookups);
  if (!join)
    throw new RangeError(
      `Nothing leads from the premises to the codes in "${codeColumn}": drop in the areas with these codes, or a look-up to them.`,
    );
  if (join.kind === 'areas')
    return {
      area: placeInShares({ ...shares, areas: join.areas }, premises).area,
      way: `Each row has the value of the area of ${join.fileName} that it lies in.`,
    };
  const { area } = placeInShares(shares, premises, keyReader(join, premises));
  return { area, way: `Joined by ${joinWords(join)}.` };
}
