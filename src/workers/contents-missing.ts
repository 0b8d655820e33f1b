import type { DatasetRecord } from '../domain/project/project.ts';

/** Data that a project names and that is not in this browser: nothing can be worked out with it. */
export class ContentsMissing extends Error {
  constructor(datasets: readonly DatasetRecord[]) {
    super(`The data of ${datasets.map(({ fileName }) => fileName).join(', ')} is not in this browser.`);
    this.name = CONTENTS_MISSING;
  }
}

/** The name by which a failed job tells it. */
export const CONTENTS_MISSING = 'ContentsMissing';
