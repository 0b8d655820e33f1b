import type { DatasetRecord } from '../project/project.ts';

/**
 * Files of a project in an order that does not depend on which kind of them was opened first: by role, heights by what they
 * measure. Files of one kind stay in the order in which they were opened, which has a say: of heights that overlap and of
 * roofs that are called the same one file prevails, and streets are numbered as they come.
 */
export function filesInOrder<File extends Pick<DatasetRecord, 'role' | 'heights'>>(
  files: readonly File[],
): File[] {
  return files.toSorted((one, other) => compare(kindOf(one), kindOf(other)));
}

function kindOf({ role, heights }: Pick<DatasetRecord, 'role' | 'heights'>): string {
  return role === 'heights' ? `${role} ${heights?.kind ?? 'surface'}` : role;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
