import type { ProjectRecord } from '../storage/kept-records.ts';

/**
 * A file may hold steps that the disk never took: the work differs from it by as many as are missing, and no later edit
 * makes up for them.
 */
export function withTrueAge(record: ProjectRecord): ProjectRecord {
  const { file, revision } = record;
  if (!file || file.revision <= revision) return record;
  return { ...record, file: { ...file, revision: Math.max(0, 2 * revision - file.revision) } };
}
