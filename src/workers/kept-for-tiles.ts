import type { Project } from '../domain/project/project.ts';

/** What studies leave for the map's tiles, by the study's name: until it leaves something else or its files are forgotten. */
export class KeptForTiles {
  private readonly byStudy = new Map<string, { readonly project: Project; readonly value: unknown }>();

  get(study: string): unknown {
    return this.byStudy.get(study)?.value;
  }

  /** Keeps what a study made of `project`, in place of what it left before. */
  set(study: string, project: Project, value: unknown): void {
    this.byStudy.set(study, { project, value });
  }

  /** Drops what was made of a project that holds any of these contents. */
  forget(contentIds: readonly string[]): void {
    for (const [study, { project }] of this.byStudy)
      if (project.datasets.some(({ contentId }) => contentIds.includes(contentId)))
        this.byStudy.delete(study);
  }
}
