import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cellText } from '../../domain/tables/text-column.ts';
import { readFile } from '../../formats/read-file.ts';
import { nodeFile } from '../node-file.ts';
import { CaseFileFault } from './case-file-fault.ts';
import type { Case, CaseKind, TableKind } from './case-kind.ts';
import { CASE_KINDS } from './case-kinds.ts';
import { CaseRow } from './case-row.ts';
import type { Comparison } from './compared-figure.ts';

/** What became of a file of cases. */
export interface FileResult {
  readonly cases: number;
  readonly passed: number;
  /** The comparison nearest to its tolerance, or furthest beyond it; null where there was none. */
  readonly worst: Comparison | null;
  /** A line for each case that failed. */
  readonly failures: readonly string[];
}

/** Checks one file, whatever kind it is of. Throws CaseFileFault where it is of none, or broken. */
export async function checkFile(path: string): Promise<FileResult> {
  const cases = path.toLowerCase().endsWith('.json') ? documentCases(path) : await tableCases(path);
  let rows = 0;
  let count = 0;
  let passed = 0;
  let worst: Comparison | null = null;
  const failures: string[] = [];
  for (const one of cases) {
    rows++;
    if (one.aside) continue;
    count++;
    const { comparisons, fault } = comparisonsOf(one);
    const failed = comparisons.filter((comparison) => !passes(comparison));
    for (const comparison of comparisons)
      if (worst === null || strain(comparison) > strain(worst)) worst = comparison;
    if (failed.length === 0 && fault === null) passed++;
    else failures.push(`${one.name}: ${[...failed.map(told), ...(fault ? [fault] : [])].join('; ')}`);
  }
  if (rows === 0) throw new CaseFileFault('NO_FIGURE', `${basename(path)} holds no case to check.`);
  return { cases: count, passed, worst, failures };
}

/** Share of its tolerance that a comparison uses; what is not a number uses all there is. */
function strain({ error, allowed }: Comparison): number {
  if (error === 0) return 0;
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error / allowed;
}

function passes({ error, allowed }: Comparison): boolean {
  return error <= allowed;
}

function comparisonsOf(one: Case): { comparisons: readonly Comparison[]; fault: string | null } {
  try {
    return { comparisons: one.compare(), fault: null };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { comparisons: [], fault: error.message };
  }
}

function told({ what, expected, computed, error, allowed, unit }: Comparison): string {
  return `${what} should be ${expected}, is ${computed}: off by ${error} ${unit}, allowed ${allowed}`;
}

async function tableCases(path: string): Promise<Case[]> {
  const [{ table }] = await readFile(nodeFile(path), {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  const names = table.columns.map(({ name }) => name);
  const kind = CASE_KINDS.find(
    (one): one is TableKind => one.kind === 'table' && one.columns.every((column) => names.includes(column)),
  );
  if (!kind) throw unknownLayout(path, 'table', `columns ${names.join(', ')}`);
  return Array.from({ length: table.rows }, (_, i) => {
    const cells = new Map(table.columns.map((column) => [column.name, cellText(column, i)]));
    const row = new CaseRow(cells.get('case')?.trim() || `row ${i + 1}`, cells);
    return { name: row.name, aside: !row.asserted, compare: () => kind.compare(row) };
  });
}

function documentCases(path: string): Iterable<Case> {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CaseFileFault('NOT_READ', `${basename(path)} is no JSON: ${(error as Error).message}.`);
  }
  const kind = CASE_KINDS.find((one) => one.kind === 'document' && one.matches(document));
  if (kind?.kind !== 'document') {
    const members = typeof document === 'object' && document !== null ? Object.keys(document) : [];
    throw unknownLayout(path, 'document', `members ${members.slice(0, 10).join(', ')}`);
  }
  return kind.cases(document);
}

function unknownLayout(path: string, kind: CaseKind['kind'], found: string): CaseFileFault {
  const known = CASE_KINDS.filter((one) => one.kind === kind)
    .map(({ what }) => what)
    .join('; ');
  return new CaseFileFault(
    'UNKNOWN_LAYOUT',
    `${basename(path)} has no layout known here (${found}). Known are: ${known}. Lay it out like one of these.`,
  );
}
