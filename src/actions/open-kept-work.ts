import { contentNames } from '../domain/project/content-names.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import type { Kept, ListedProject } from '../storage/kept-projects.ts';
import { StoreRefused } from '../storage/open-database.ts';
import {
  aliveTabs,
  isNothingKept,
  lastProject,
  takeStoppedProjects,
  whenWorkWasKept,
} from '../storage/visits.ts';
import { takeWriterLock, writerLock } from '../storage/writer-lock.ts';
import type { AppContext } from './app-context.ts';
import { followDeletion, takeDeletionMark } from './delete-all-data.ts';
import type { Keeper } from './keeper.ts';
import { WorkKeeper } from './work-keeper.ts';

/** How the start went: a kept project is on show, there is none, or the store or the project could not be opened. */
export type StartOutcome = 'opened' | 'none' | 'refused';

/**
 * What the start of the page does about kept work. `openFirst` is asked once the store is open: where it puts something
 * on show, no kept project is opened.
 */
export async function startKeptWork(
  context: AppContext,
  openFirst: () => Promise<boolean> = async () => false,
): Promise<StartOutcome> {
  followDeletion(context);
  return openKeptWork(context, openFirst);
}

/** Opens the browser's store and the project that was on show last. Never throws: what went wrong is in the keep store. */
export async function openKeptWork(
  context: AppContext,
  openFirst: () => Promise<boolean> = async () => false,
): Promise<StartOutcome> {
  if (isNothingKept()) {
    context.keep.setState({ status: 'off', trouble: 'not-wanted' });
    return 'none';
  }
  try {
    const keeper = await openStore(context);
    if (await openFirst()) return 'opened';
    const stopped = takeStoppedProjects(await aliveTabs());
    const listed = await keeper.projects.list();
    const wanted = lastProject();
    const found = listed.find((one) => idOf(one) === wanted) ?? listed.at(0);
    if (!found) {
      const lastKeptAt = whenWorkWasKept();
      if (takeDeletionMark()) context.keep.setState({ welcome: { kind: 'all-deleted' } });
      else if (lastKeptAt) context.keep.setState({ welcome: { kind: 'removed-by-browser', lastKeptAt } });
      return 'none';
    }
    return await openKept(context, found, { isStopped: stopped.has(idOf(found)) });
  } catch (error) {
    context.keep.setState({
      status: 'off',
      trouble: error instanceof StoreRefused ? error.trouble : 'unreadable',
      problem: error instanceof Error ? error.message : String(error),
    });
    if (context.keep.getState().trouble === 'unreadable') {
      const { listSecondCopies } = await import('./second-copy-list.ts');
      await listSecondCopies(context).catch(() => undefined);
    }
    return 'refused';
  }
}

/** Opens the store and keeps the work on show from now on. Throws StoreRefused. */
export async function openStore(context: AppContext): Promise<Keeper> {
  const keeper = await WorkKeeper.open(context);
  context.keeper.current = keeper;
  keeper.follow();
  context.keep.setState({ status: 'nothing', trouble: null, problem: null, copies: null });
  return keeper;
}

export interface OpenKeptOptions {
  /** It was open in a tab that stopped unexpectedly. */
  readonly isStopped?: boolean;
  /** Take it from the tab that holds it. */
  readonly take?: boolean;
}

/** Puts a kept project on show. Where it cannot be read, what is on show stays and the keep store says why. */
export async function openKept(
  context: AppContext,
  listed: ListedProject,
  { isStopped = false, take = false }: OpenKeptOptions = {},
): Promise<StartOutcome> {
  const keeper = context.keeper.current;
  if (!keeper) return 'refused';
  const id = idOf(listed);
  try {
    if (listed.state !== 'whole')
      throw new ProjectRefused(listed.state === 'newer' ? 'NEWER' : 'DAMAGED', listed.why);
    await keeper.flush();
    const options = keeper.lockOptions();
    const lock = take ? await takeWriterLock(id, options) : await writerLock(id, options);
    const kept = await keeper.projects.read(id).catch((error: unknown) => {
      lock?.release();
      throw error;
    });
    if (!kept) {
      lock?.release();
      return 'none';
    }
    if (kept.updated && lock) await keeper.projects.keepEarlierForm(kept.record);
    const record = lock ? await keeper.projects.takeOver(id, keeper.tab) : kept.record;
    const lost = await bringContents(context, kept);
    context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
    context.project.getState().open(kept.work);
    keeper.show({ record, lock });
    const fileNames = kept.work.project.datasets
      .filter(({ contentId }) => lost.has(contentId))
      .map(({ fileName }) => fileName);
    const welcome =
      fileNames.length > 0
        ? ({ kind: 'contents-lost', fileNames } as const)
        : isStopped
          ? ({ kind: 'restored-after-stop' } as const)
          : kept.updated
            ? ({ kind: 'updated' } as const)
            : null;
    context.keep.setState({ welcome, refused: null });
    return 'opened';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isNewer = error instanceof ProjectRefused && error.code === 'NEWER';
    context.keep.setState({
      refused: {
        id,
        name: listed.state === 'whole' ? listed.record.name : listed.name,
        fictional: false,
        changedAt: listed.state === 'whole' ? listed.record.changedAt : null,
        file: null,
        state: isNewer ? 'newer' : 'damaged',
        why,
      },
    });
    return 'refused';
  }
}

/** Brings the contents of a project into the worker; gives the ids of those that could not be had. */
export async function bringContents(
  context: AppContext,
  { record, work }: Pick<Kept, 'record' | 'work'>,
): Promise<ReadonlySet<string>> {
  const present = contentNames(work.project);
  const names = {
    now: record.contents.filter(({ contentId }) => present.has(contentId)),
    later: record.contents.filter(({ contentId }) => !present.has(contentId)),
  };
  const outcome = await context.compute.run((api, job, onStep) => api.restoreContents(job, names, onStep), {
    onStep: (step) => context.analysis.setState({ status: 'working', step }),
  });
  if (outcome.state === 'done') return new Set(outcome.value.map(({ contentId }) => contentId));
  throw new Error(outcome.state === 'failed' ? outcome.message : 'Opening was stopped.');
}

function idOf(listed: ListedProject): string {
  return listed.state === 'whole' ? listed.record.id : listed.id;
}
