import type { InputName } from '../domain/project/differing-inputs.ts';
import type { Project } from '../domain/project/project.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import type { OnStep, Settled } from './compute-api.ts';
import type { ContentsInUse } from './contents-in-use.ts';
import { type JobTable, nextTurn } from './job-table.ts';
import type { ContentLost, KeptOne } from './kept-contents.ts';
import type { OpenedProjectFile, WriteOptions, WrittenProjectFile } from './project-files.ts';
import type { OpenedLink, ShareDraft, ShareQuestion } from './share-links.ts';

/** The jobs that keep work beyond the page and bring it back: in the browser's store, as a file, as a link. */
export class KeptWorkJobs {
  private readonly jobs: JobTable;
  private readonly inUse: ContentsInUse;

  constructor(jobs: JobTable, inUse: ContentsInUse) {
    this.jobs = jobs;
    this.inUse = inUse;
  }

  async keep(
    job: string,
    contentIds: readonly string[],
    onStep: OnStep,
  ): Promise<Settled<readonly KeptOne[]>> {
    const step = { what: 'Saving in this browser', fraction: 0 };
    const keep = async (quiet: () => Promise<void>): Promise<readonly KeptOne[]> => {
      const contents = await this.inUse.kept();
      const kept: KeptOne[] = [];
      for (const contentId of contentIds) {
        await quiet();
        kept.push(await contents.keep(contentId));
      }
      return kept;
    };
    return this.jobs.backgroundWatching(job, keep, () => onStep(step));
  }

  async restore(
    job: string,
    { now, later }: { readonly now: readonly KeptContentName[]; readonly later: readonly KeptContentName[] },
    onStep: OnStep,
  ): Promise<Settled<readonly ContentLost[]>> {
    return this.jobs.watching(job, async (signal) => {
      const contents = await this.inUse.kept();
      const lost: ContentLost[] = [];
      for (const [i, name] of now.entries()) {
        onStep({ what: 'Opening your work', fraction: i / now.length });
        await nextTurn();
        signal.throwIfAborted();
        const trouble = await contents.restore(name);
        if (trouble) lost.push(trouble);
      }
      contents.restoreLater(later);
      return lost;
    });
  }

  async writeFile(
    job: string,
    {
      project,
      options,
    }: {
      readonly project: Project;
      readonly options: Pick<WriteOptions, 'leaveOutConfidential' | 'savedAt'>;
    },
    onStep: OnStep,
  ): Promise<Settled<WrittenProjectFile>> {
    return this.jobs.watching(job, async (signal) => {
      const { writeWorkFile } = await import('./project-files.ts');
      await this.inUse.adoptAll(project.datasets);
      const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
      return writeWorkFile(await this.inUse.kept(), project, { ...options, signal, onProgress });
    });
  }

  async openFile(job: string, file: File, onStep: OnStep): Promise<Settled<OpenedProjectFile>> {
    return this.jobs.watching(job, async (signal) => {
      const { openWorkFile } = await import('./project-files.ts');
      const onProgress = (fraction: number, what: string): void => onStep({ what, fraction });
      return openWorkFile(await this.inUse.kept(), file, { signal, onProgress });
    });
  }

  async draftShare(
    job: string,
    { project, question }: { readonly project: Project; readonly question: ShareQuestion },
    onStep: OnStep,
  ): Promise<Settled<ShareDraft>> {
    onStep({ what: 'Listing what will leave', fraction: 0 });
    return this.jobs.watching(job, async () => {
      const { draftShare } = await import('./share-links.ts');
      await this.inUse.adopt(project.datasets);
      return draftShare(await this.inUse.kept(), project, question);
    });
  }

  async openLink(job: string, link: string, onStep: OnStep): Promise<Settled<OpenedLink>> {
    onStep({ what: 'Opening the link', fraction: 0 });
    return this.jobs.watching(job, async (signal) => {
      const { openLink } = await import('./share-links.ts');
      return openLink(await this.inUse.kept(), link, signal);
    });
  }

  async takeFromPack(
    job: string,
    { bytes, missing }: { readonly bytes: ArrayBuffer; readonly missing: readonly InputName[] },
    onStep: OnStep,
  ): Promise<Settled<readonly InputName[]>> {
    onStep({ what: 'Looking in the demo borough', fraction: 0 });
    return this.jobs.watching(job, async () => {
      const { takeFromPack } = await import('./share-links.ts');
      return takeFromPack(await this.inUse.kept(), new Uint8Array(bytes), missing);
    });
  }
}
