import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { CountOnShow } from './count-on-show.ts';
import type { KeptForTiles } from './kept-for-tiles.ts';

/** What a study works on: the loaded files with all that was derived from them, and the count on show. */
export interface StudyBench {
  readonly workbench: Workbench;
  /** null before the first. */
  readonly latest: CountOnShow | null;
  readonly kept: KeptForTiles;
  /** Of the project, where the study writes a file; else null. */
  readonly fingerprints: Fingerprints | null;
  /** Hashes of the project's contents by their ids, where the study writes or reads a file that names them; else null. */
  readonly hashes: ReadonlyMap<string, string> | null;
}
