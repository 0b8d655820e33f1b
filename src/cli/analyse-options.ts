import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** What `notspot analyse` was asked. */
export interface AnalyseOptions {
  readonly wards: string;
  readonly premises: readonly string[];
  readonly coverage: readonly KeyedFile[];
  readonly shares: readonly KeyedFile[];
  readonly extents: ReadonlyMap<string, string>;
  readonly recipe: string | null;
  readonly out: string;
}

/** KEY=FILE#COLUMN */
export interface KeyedFile {
  readonly key: string;
  readonly file: string;
  readonly column: string | null;
}

/** Reads the options. Throws UsageError naming the option at fault. */
export function readAnalyseOptions(argv: readonly string[]): AnalyseOptions {
  const values = parsed(argv);
  const coverage = (values.coverage ?? []).map((text) => keyedFile('--coverage', text));
  const shares = (values.shares ?? []).map((text) => keyedFile('--shares', text));
  for (const { key, column } of shares) {
    if (!column)
      throw new UsageError(`--shares ${key}=… does not say which column. Write --shares ${key}=FILE#column.`);
  }
  const keys = [...coverage, ...shares].map(({ key }) => key.toLowerCase());
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice)
    throw new UsageError(
      `The key "${twice}" is given twice. Give each file its own, for example ${twice}-a and ${twice}-b.`,
    );
  if (keys.length === 0)
    throw new UsageError('No coverage is given. Add --coverage KEY=FILE or --shares KEY=FILE#column.');
  const extents = new Map<string, string>();
  for (const text of values.extent ?? []) {
    const { key, file } = keyedFile('--extent', text);
    if (!coverage.some((one) => one.key === key))
      throw new UsageError(`--extent names "${key}", which no --coverage has.`);
    extents.set(key, file);
  }
  return {
    wards: required(values.wards, '--wards'),
    premises: values.premises?.length ? values.premises : [required(undefined, '--premises')],
    coverage,
    shares,
    extents,
    recipe: values.recipe ?? null,
    out: required(values.out, '--out'),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        wards: { type: 'string' },
        premises: { type: 'string', multiple: true },
        coverage: { type: 'string', multiple: true },
        shares: { type: 'string', multiple: true },
        extent: { type: 'string', multiple: true },
        recipe: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function keyedFile(option: string, text: string): KeyedFile {
  const match = /^([A-Za-z0-9_][A-Za-z0-9_-]*)=([^#]+)(?:#(.+))?$/.exec(text);
  if (!match)
    throw new UsageError(
      `${option} ${text}: write ${option} KEY=FILE; a key has letters, digits, "-" and "_".`,
    );
  return { key: match[1], file: match[2], column: match[3] ?? null };
}

function required(value: string | undefined, option: string): string {
  if (!value) throw new UsageError(`${option} is missing.`);
  return value;
}
