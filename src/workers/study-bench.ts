import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import type { Prepared, Workbench } from '../domain/project/workbench.ts';
import type { KeptForTiles } from './kept-for-tiles.ts';

/** What a study works on: the loaded files with all that was derived from them, and the count on show. */
export interface StudyBench {
  readonly workbench: Workbench;
  /** The last count of the screen; null before the first. */
  readonly latest: {
    readonly prepared: Prepared;
    readonly analysis: Analysis;
    readonly project: Project;
  } | null;
  readonly kept: KeptForTiles;
  /** Of the project, where the study writes a file; else null. */
  readonly fingerprints: Fingerprints | null;
  /** Hashes of the project's contents by their ids, where the study writes or reads a file that names them; else null. */
  readonly hashes: ReadonlyMap<string, string> | null;
}
