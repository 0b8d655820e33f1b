import { parseArgs } from 'node:util';
import { CLUSTER_LIMITS, type ClusterQuestion, clusterFault } from '../domain/clusters/cluster-question.ts';
import type { NotSpotsFormat } from '../formats/not-spots-file.ts';
import { UsageError } from './usage-error.ts';

/** What `notspot analyse` was asked. A file is a path, with `#layer` behind it where the file holds several tables. */
export interface AnalyseOptions {
  readonly wards: string;
  /** Only the wards whose cell in a column is one of these values; null: all of the file. */
  readonly wardsWhere: { readonly column: string; readonly values: readonly string[] } | null;
  readonly premises: readonly string[];
  /** Shapes that place premises and shares by their codes. */
  readonly areas: readonly string[];
  /** Tables that lead from one kind of code to another. */
  readonly lookups: readonly string[];
  /** Files that are read and named, but not counted. */
  readonly context: readonly string[];
  readonly coverage: readonly KeyedFile[];
  readonly shares: readonly KeyedFile[];
  readonly extents: ReadonlyMap<string, string>;
  readonly recipe: string | null;
  readonly out: string;
  /** Folder for areas.csv and not-spot-areas.geojson; null: not measured. */
  readonly areasOut: string | null;
  /** Formats of the not-spots besides GeoJSON. */
  readonly formats: readonly NotSpotsFormat[];
  /** Clusters of not-spots at this distance and least size; null: none are asked for. */
  readonly clusters: Pick<ClusterQuestion, 'distanceMetres' | 'leastUnits'> | null;
}

/** KEY=FILE#COLUMN, or KEY=FILE#LAYER#COLUMN */
export interface KeyedFile {
  readonly key: string;
  readonly file: string;
  /** What follows the first "#". */
  readonly column: string | null;
}

/** Reads the options. Throws UsageError naming the option at fault. */
export function readAnalyseOptions(argv: readonly string[]): AnalyseOptions {
  const values = parsed(argv);
  const coverage = (values.coverage ?? []).map((text) => keyedFile('--coverage', text));
  const shares = (values.shares ?? []).map((text) => keyedFile('--shares', text));
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
    wardsWhere:
      values['wards-where'] === undefined ? null : rowFilter('--wards-where', values['wards-where']),
    premises: values.premises?.length ? values.premises : [required(undefined, '--premises')],
    areas: values.areas ?? [],
    lookups: values.lookup ?? [],
    context: values.context ?? [],
    coverage,
    shares,
    extents,
    recipe: values.recipe ?? null,
    out: required(values.out, '--out'),
    areasOut: values['areas-out'] ?? null,
    formats: formatsIn(values.formats ?? ''),
    clusters: clustersIn(values.clusters, values.least),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        wards: { type: 'string' },
        'wards-where': { type: 'string' },
        premises: { type: 'string', multiple: true },
        areas: { type: 'string', multiple: true },
        lookup: { type: 'string', multiple: true },
        context: { type: 'string', multiple: true },
        coverage: { type: 'string', multiple: true },
        shares: { type: 'string', multiple: true },
        extent: { type: 'string', multiple: true },
        recipe: { type: 'string' },
        out: { type: 'string' },
        'areas-out': { type: 'string' },
        formats: { type: 'string' },
        clusters: { type: 'string' },
        least: { type: 'string' },
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

function rowFilter(option: string, text: string): { column: string; values: readonly string[] } {
  const match = /^([^=]+)=(.+)$/.exec(text);
  if (!match) throw new UsageError(`${option} ${text}: write ${option} COLUMN=VALUE,VALUE,…`);
  return { column: match[1], values: match[2].split(',') };
}

const FORMATS: readonly NotSpotsFormat[] = ['geojson', 'csv', 'kml', 'gpkg', 'fgb'];

function formatsIn(text: string): NotSpotsFormat[] {
  return text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
    .map((word) => {
      const format = FORMATS.find((one) => one === word);
      if (!format)
        throw new UsageError(
          `--formats has "${word}". Write some of ${FORMATS.join(', ')}, with commas between.`,
        );
      return format;
    });
}

function clustersIn(distance: string | undefined, least: string | undefined): AnalyseOptions['clusters'] {
  if (distance === undefined) {
    if (least !== undefined) throw new UsageError('--least needs --clusters with a distance in metres.');
    return null;
  }
  const asked = {
    distanceMetres: Number(distance),
    leastUnits: least === undefined ? CLUSTER_LIMITS.leastUnits.usual : Number(least),
  };
  const fault = clusterFault(asked);
  if (!fault) return asked;
  const option = fault.field === 'distanceMetres' ? `--clusters ${distance}` : `--least ${least}`;
  throw new UsageError(`${option}: ${fault.message}`);
}

function required(value: string | undefined, option: string): string {
  if (!value) throw new UsageError(`${option} is missing.`);
  return value;
}
