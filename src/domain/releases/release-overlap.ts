import { boxOf } from '../geo/geometry.ts';
import type { DatasetRecord } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import type { ReleaseKind } from './comparison.ts';
import { keyRows } from './key-rows.ts';

/** A file and its table. */
export interface LoadedFile {
  readonly dataset: Pick<DatasetRecord, 'roles'>;
  readonly table: SourceTable;
}

/**
 * How much of the smaller file the other speaks of too, 0 to 1: keys in common; for footprints the part of the smaller
 * bounding box that both share. 0 where a file has no keys. Yields between chunks.
 */
export function* releaseOverlap(
  kind: ReleaseKind,
  one: LoadedFile,
  other: LoadedFile,
): Generator<WorkStep, number> {
  if (kind === 'coverage') return boxOverlap(one.table, other.table);
  const [keys, others] = [yield* keysOf(one), yield* keysOf(other)];
  if (!keys || !others || keys.size === 0 || others.size === 0) return 0;
  const [few, many] = keys.size <= others.size ? [keys, others] : [others, keys];
  let met = 0;
  for (const key of few.keys()) if (many.has(key)) met++;
  return met / few.size;
}

/** From this part on, two files of one layout speak of the same places. */
export const SAME_PLACES = 0.5;

function* keysOf({ dataset, table }: LoadedFile): Generator<WorkStep, ReadonlyMap<string, number> | null> {
  const name = dataset.roles.id ?? dataset.roles.code;
  const column = name === undefined ? undefined : columnNamed(table.columns, name);
  return column ? (yield* keyRows(column)).rowOf : null;
}

function boxOverlap(one: SourceTable, other: SourceTable): number {
  const [a, b] = [one.geometry.polygons, other.geometry.polygons].map((shapes) =>
    shapes ? boxOf(shapes.coordinates) : null,
  );
  if (!a || !b) return 0;
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  const smaller = Math.min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]));
  return width > 0 && height > 0 && smaller > 0 ? (width * height) / smaller : 0;
}
