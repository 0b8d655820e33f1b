import type { AreaTable } from '../geo/area-table.ts';
import type { FileIssue, IssueCode, IssueOutcome } from '../tables/file-report.ts';
import { idKey } from '../tables/id-key.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { cellNumber, columnNumbers } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { LayerRecord } from './layer.ts';
import type { ShareCoverage } from './layer-data.ts';

/** How a column of shares is read where it is not plainly the percentage covered. Explained at LayerRecord. */
export interface ShareReading
  extends Pick<LayerRecord, 'inverted' | 'blankIsZero' | 'totalColumn' | 'operatorColumns'> {
  readonly areas?: AreaTable;
  readonly joinColumn?: string;
}

/**
 * Shares per area from a column of percentages, or of counts beside a column of totals (`totalColumn`, or one called
 * "All Premises" or "All Matched Premises"). The rounding step is that of the most decimals printed in the column; counts
 * are not rounded (step 0). Not known: blanks (unless `blankIsZero` and its family of operator columns says something),
 * values outside 0–100, negative codes such as Ofcom's −1, and codes that stand twice with different values; all but
 * blanks are counted. Throws RangeError where a column is not in the table.
 */
export function sharesFromTable(
  table: SourceTable,
  codeColumn: string,
  valueColumn: string,
  measure: 'percent' | 'count',
  options: ShareReading = {},
): { shares: ShareCoverage; issues: FileIssue[] } {
  const found = new IssueCollector();
  const codes = mustHave(table, codeColumn);
  const values = mustHave(table, valueColumn);
  const totals = measure === 'count' ? totalsOf(table, options.totalColumn) : null;
  const exactly = options.operatorColumns
    ? exactShares(table, options.operatorColumns, options.blankIsZero === true)
    : null;
  const areas = new Map<string, Area>();
  let decimals = 0;
  let largest = 0;
  for (let row = 0; row < table.rows; row++) {
    const code = cellText(codes, row).trim();
    if (code === '') {
      found.add('UNMATCHED_ID', 'left-out', () => `data row ${row + 1}`);
      continue;
    }
    const isBlank = isBlankAt(values, row);
    if (exactly && exactly.sums[row] > 0 && Math.abs(exactly.sums[row] - 100) > SUM_TOLERANCE)
      found.add('CODED_VALUE', 'note', () => `${code}: ${Number(exactly.sums[row].toFixed(2))}`);
    if (exactly && !isBlank && Number.isNaN(exactly.sums[row]))
      found.add('BAD_VALUE', 'left-out', () => `${code}: shares by number of operators`);
    const saysSomething = !exactly || exactly.sums[row] > 0;
    const percent =
      isBlank && options.blankIsZero && saysSomething
        ? 0
        : measure === 'percent'
          ? cellNumber(values, row)
          : (100 * cellNumber(values, row)) / (totals ? cellNumber(totals, row) : Number.NaN);
    const isShare = percent >= 0 && percent <= 100;
    if (isShare) {
      if (measure === 'percent') decimals = Math.max(decimals, decimalsOf(values, row));
      largest = Math.max(largest, percent);
    } else if (!isBlank) {
      found.add('BAD_VALUE', 'left-out', () => `${code}: "${cellText(values, row).slice(0, 20)}"`);
    }
    const share = !isShare ? Number.NaN : options.inverted ? 100 - percent : percent;
    // Joined by this key: "m1 1aa" and "M11AA" are one code.
    const key = idKey(code) || code;
    const earlier = areas.get(key);
    if (earlier === undefined) areas.set(key, { code, share, row, differs: false });
    else if (!Object.is(earlier.share, share) || areDifferent(exactly?.columns, earlier.row, row))
      earlier.differs = true;
  }
  for (const area of areas.values()) {
    if (!area.differs) continue;
    area.share = Number.NaN;
    found.add('DUPLICATE_ID', 'left-out', area.code);
  }
  if (measure === 'percent' && !options.inverted && decimals > 0 && largest > 0 && largest <= 1)
    found.add('BAD_VALUE', 'note', `largest: ${largest}`);
  const sorted = [...areas.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
  const shares: ShareCoverage = {
    shape: 'shares',
    codes: sorted.map(({ code }) => code),
    percent: Float64Array.from(sorted, ({ share }) => share),
    step: measure === 'percent' ? Number(`1e-${decimals}`) : 0,
    ...(exactly
      ? {
          exactly: exactly.columns.map((column) =>
            Float64Array.from(sorted, ({ share, row }) => (Number.isNaN(share) ? Number.NaN : column[row])),
          ),
        }
      : {}),
    areas: options.areas ?? null,
    joinColumn: options.joinColumn ?? null,
  };
  return { shares, issues: found.issues(message) };
}

/** How a layer's column is read. */
export function shareReading(layer: LayerRecord): ShareReading {
  const { inverted, blankIsZero, totalColumn, operatorColumns } = layer;
  return { inverted, blankIsZero, totalColumn, operatorColumns };
}

/** One code as it first stands: its share (NaN: not known), its row, and whether it stands again with other values. */
interface Area {
  readonly code: string;
  share: number;
  readonly row: number;
  differs: boolean;
}

/** Published families of shares are rounded to two decimals each; five of them can be this far from 100. */
const SUM_TOLERANCE = 0.1;

/** Shares covered by exactly n operators by row, and their sum; a blank is 0 where the file says so, else NaN. */
function exactShares(
  table: SourceTable,
  names: readonly string[],
  blankIsZero: boolean,
): { columns: Float64Array[]; sums: Float64Array } {
  const columns = names.map((name) => {
    const column = mustHave(table, name);
    const numbers = columnNumbers(column);
    for (let row = 0; row < numbers.length; row++) {
      if (blankIsZero && isBlankAt(column, row)) numbers[row] = 0;
      else if (!(numbers[row] >= 0 && numbers[row] <= 100)) numbers[row] = Number.NaN;
    }
    return numbers;
  });
  const sums = new Float64Array(table.rows);
  for (const numbers of columns) for (let row = 0; row < sums.length; row++) sums[row] += numbers[row];
  return { columns, sums };
}

/** Whether two rows hold other shares by number of operators. */
function areDifferent(columns: readonly Float64Array[] = [], one: number, other: number): boolean {
  return columns.some((column) => !Object.is(column[one], column[other]));
}

/** Whether a cell holds nothing but spaces. */
function isBlankAt(column: TextColumn, row: number): boolean {
  for (let at = column.offsets[row]; at < column.offsets[row + 1]; at++)
    if (column.bytes[at] > SPACE) return false;
  return true;
}

/** Ofcom's names for the premises of an area: those matched to an address first, as its percentages are out of these. */
const TOTALS = [/^all matched premises$/i, /^all premises$/i, /^prem_count$/i];

function totalsOf(table: SourceTable, name: string | undefined): TextColumn | null {
  if (name !== undefined) return mustHave(table, name);
  for (const pattern of TOTALS) {
    const column = table.columns.find((candidate) => pattern.test(candidate.name.trim()));
    if (column) return column;
  }
  return null;
}

/** Decimals printed in a cell. Ten at most: beyond that a computed number was printed, not a rounded one. */
function decimalsOf({ bytes, offsets }: TextColumn, row: number): number {
  const point = bytes.subarray(offsets[row], offsets[row + 1]).indexOf(POINT);
  if (point < 0) return 0;
  let decimals = 0;
  for (
    let at = offsets[row] + point + 1;
    at < offsets[row + 1] && bytes[at] >= ZERO && bytes[at] <= NINE;
    at++
  )
    decimals++;
  return Math.min(10, decimals);
}

const SPACE = 32;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

function mustHave(table: SourceTable, name: string): TextColumn {
  const column = columnNamed(table.columns, name);
  if (!column) throw new RangeError(`${table.fileName} has no column "${name}".`);
  return column;
}

function message(code: IssueCode, outcome: IssueOutcome, count: number): string {
  switch (code) {
    case 'UNMATCHED_ID':
      return `${counted(count, 'row')} without an area code: left out.`;
    case 'CODED_VALUE':
      return `In ${counted(count, 'area')} the shares by number of operators do not sum to 100. Check them before trusting partial not-spots.`;
    case 'DUPLICATE_ID':
      return `${counted(count, 'code')} stand twice with different values: not known.`;
    default:
      return outcome === 'note'
        ? 'No share is above 1 %. If these are fractions, multiply them by 100 and load the file again.'
        : `${counted(count, 'value')} outside 0 to 100: not known.`;
  }
}
