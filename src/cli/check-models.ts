import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CaseFileFault } from './check-models/case-file-fault.ts';
import { NOT_IMPLEMENTED } from './check-models/case-kinds.ts';
import { checkFile } from './check-models/check-file.ts';
import type { Comparison } from './check-models/compared-figure.ts';
import { UsageError } from './usage-error.ts';

export const CHECK_MODELS_USAGE = `Usage: npm run -s notspot -- check-models --cases DIR

  --cases DIR   a folder with radio/*.csv and los/*.json: numbers that others computed or measured, each with the
                tolerance it is to be met by (tol_dB, tol_m, tol_rel). Rows whose "assert" is not "yes" are skipped

Prints a line per file, "FILE cases N passed N worst E", where E is the largest error in the unit of its tolerance
(dB, m, or a share of the expected value), then "N passed, N failed". What failed, and why, goes to standard error.
Ends with 0 only if nothing failed.
`;

/** `notspot check-models`: our physics against a folder of cases. Returns the exit code. */
export async function checkModels(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stderr.write(CHECK_MODELS_USAGE);
    return 0;
  }
  const folder = folderOf(argv);
  const files = caseFiles(folder);
  if (files.length === 0)
    throw new Error(`${folder} holds no radio/*.csv and no los/*.json. Name the folder above these two.`);
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const outcome = await checkOne(folder, file);
    passed += outcome.passed;
    failed += outcome.failed;
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function checkOne(folder: string, file: string): Promise<{ passed: number; failed: number }> {
  const model = NOT_IMPLEMENTED.find(([start]) => file.split('/')[1].startsWith(start))?.[1];
  if (model !== undefined) {
    process.stdout.write(`${file} skipped: not implemented (${model})\n`);
    return { passed: 0, failed: 0 };
  }
  try {
    const { cases, passed, worst, failures } = await checkFile(join(folder, file));
    process.stdout.write(`${file} cases ${cases} passed ${passed} worst ${errorOf(worst)}\n`);
    for (const failure of failures) process.stderr.write(`${file} ${failure}\n`);
    return { passed, failed: cases - passed };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = error instanceof CaseFileFault ? error.code : 'NOT_READ';
    process.stdout.write(`${file} not checked: ${code}\n`);
    process.stderr.write(`${file} ${code}: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** Four digits are enough to compare with a tolerance; null: nothing was compared. */
function errorOf(worst: Comparison | null): string {
  return worst === null ? '-' : String(Number(worst.error.toPrecision(4)));
}

function folderOf(argv: readonly string[]): string {
  let cases: string | undefined;
  try {
    ({ cases } = parseArgs({ args: [...argv], options: { cases: { type: 'string' } } }).values);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  if (!cases) throw new UsageError('Say which folder holds the cases: --cases DIR.');
  if (!existsSync(cases)) throw new UsageError(`There is no folder ${cases}. Name one with --cases DIR.`);
  return cases;
}

/** The case files of a folder, sorted: `radio/x.csv`, `los/y.json`. */
function caseFiles(folder: string): string[] {
  return ['los', 'radio'].flatMap((room) => {
    const path = join(folder, room);
    if (!existsSync(path)) return [];
    const names = readdirSync(path).filter((name) => /\.(?:csv|json)$/i.test(name));
    return names.sort().map((name) => `${room}/${name}`);
  });
}
