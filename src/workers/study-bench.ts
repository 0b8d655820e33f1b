import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { Project } from '../domain/project/project.ts';
import type { Prepared, Workbench } from '../domain/project/workbench.ts';

/** What a study works on: the loaded files with all that was derived from them, and the count on show. */
export interface StudyBench {
  readonly workbench: Workbench;
  /** The last count of the screen; null before the first. */
  readonly latest: {
    readonly prepared: Prepared;
    readonly analysis: Analysis;
    readonly project: Project;
  } | null;
  /**
   * What a study leaves for the map's tiles, by the study's name: kept until it leaves something else, or the contents
   * it was made from are forgotten.
   */
  readonly kept: Map<string, unknown>;
}
