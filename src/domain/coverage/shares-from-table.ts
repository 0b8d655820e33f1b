import type { AreaTable } from '../geo/area-table.ts';
import type { FileIssue, IssueCode, IssueOutcome } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { ShareCoverage } from './layer-data.ts';

/**
 * Shares per area from a column of percentages, or of counts beside a column of totals (`totalColumn`, or one called
 * "All Premises" or "All Matched Premises"). The rounding step is that of the most decimals printed in the column; counts
 * are not rounded (step 0). Not known: blanks, values outside 0–100, negative codes such as Ofcom's −1, and codes that
 * stand twice with different values; all but blanks are counted. Throws RangeError where a column is not in the table.
 */
export function sharesFromTable(
  table: SourceTable,
  codeColumn: string,
  valueColumn: string,
  measure: 'percent' | 'count',
  options: { readonly areas?: AreaTable; readonly joinColumn?: string; readonly totalColumn?: string } = {},
): { shares: ShareCoverage; issues: FileIssue[] } {
  const found = new IssueCollector();
  const codes = mustHave(table, codeColumn);
  const values = mustHave(table, valueColumn);
  const totals = measure === 'count' ? totalsOf(table, options.totalColumn) : null;
  const byCode = new Map<string, number>();
  const ambiguous = new Set<string>();
  let decimals = 0;
  let largest = 0;
  for (let row = 0; row < table.rows; row++) {
    const code = cellText(codes, row).trim();
    if (code === '') {
      found.add('UNMATCHED_ID', 'left-out', () => `data row ${row + 1}`);
      continue;
    }
    const percent =
      measure === 'percent'
        ? cellNumber(values, row)
        : (100 * cellNumber(values, row)) / (totals ? cellNumber(totals, row) : Number.NaN);
    const isShare = percent >= 0 && percent <= 100;
    if (isShare) {
      if (measure === 'percent') decimals = Math.max(decimals, decimalsOf(values, row));
      largest = Math.max(largest, percent);
    } else if (values.offsets[row] !== values.offsets[row + 1]) {
      found.add('BAD_VALUE', 'left-out', () => `${code}: "${cellText(values, row).slice(0, 20)}"`);
    }
    const share = isShare ? percent : Number.NaN;
    const earlier = byCode.get(code);
    if (earlier === undefined) byCode.set(code, share);
    else if (!Object.is(earlier, share)) ambiguous.add(code);
  }
  for (const code of ambiguous) {
    byCode.set(code, Number.NaN);
    found.add('DUPLICATE_ID', 'left-out', code);
  }
  if (measure === 'percent' && decimals > 0 && largest > 0 && largest <= 1)
    found.add('BAD_VALUE', 'note', `largest: ${largest}`);
  const sorted = [...byCode.keys()].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const shares: ShareCoverage = {
    shape: 'shares',
    codes: sorted,
    percent: Float64Array.from(sorted, (code) => byCode.get(code) ?? Number.NaN),
    step: measure === 'percent' ? Number(`1e-${decimals}`) : 0,
    areas: options.areas ?? null,
    joinColumn: options.joinColumn ?? null,
  };
  return { shares, issues: found.issues(message) };
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
    case 'DUPLICATE_ID':
      return `${counted(count, 'code')} stand twice with different values: not known.`;
    default:
      return outcome === 'note'
        ? 'No share is above 1 %. If these are fractions, multiply them by 100 and load the file again.'
        : `${counted(count, 'value')} outside 0 to 100: not known.`;
  }
}
