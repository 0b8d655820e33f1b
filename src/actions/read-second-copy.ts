import type { Work } from '../domain/project/work.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import type { ProjectRecord } from '../storage/kept-records.ts';
import { readCopy } from '../storage/read-records.ts';

/** A second copy read; `text` null where the browser could not. */
export function readSecondCopy(text: string | null): CopyRead {
  try {
    return readCopy(text ?? '');
  } catch (error) {
    const isNewer = error instanceof ProjectRefused && error.code === 'NEWER';
    return {
      name: 'Project without a readable name',
      state: isNewer ? 'newer' : 'damaged',
      why: error instanceof ProjectRefused ? error.message : 'The copy cannot be read.',
    };
  }
}

/** A second copy as read, or why it cannot be. */
export type CopyRead =
  | { readonly record: ProjectRecord; readonly work: Work }
  | { readonly name: string; readonly state: 'damaged' | 'newer'; readonly why: string };
