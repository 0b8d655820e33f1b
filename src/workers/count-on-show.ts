import type { Analysis } from '../domain/not-spots/analysis.ts';
import type { Prepared } from '../domain/project/prepared.ts';
import type { Project } from '../domain/project/project.ts';

/** The last count of the screen. */
export interface CountOnShow {
  readonly prepared: Prepared;
  readonly analysis: Analysis;
  readonly project: Project;
}
