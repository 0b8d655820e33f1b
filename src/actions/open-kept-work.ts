import { contentNames } from '../domain/project/content-names.ts';
import type { Project } from '../domain/project/project.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import { type Kept, KeptByAnother, type ListedProject } from '../storage/kept-projects.ts';
import { StoreRefused } from '../storage/open-database.ts';
import { aliveTabs, hasEnded, isNothingKept, lastProject, whenWorkWasKept } from '../storage/visits.ts';
import { takeWriterLock, type WriterLock, writerLock } from '../storage/writer-lock.ts';
import type { KeepWelcome } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';
import { followDeletion, takeDeletionMark } from './delete-all-data.ts';
import { keepFound } from './keep-found.ts';
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
  const outcome = await openKeptWork(context, openFirst);
  if (takeDeletionMark() && outcome === 'none') context.keep.setState({ welcome: { kind: 'all-deleted' } });
  return outcome;
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
  let keeper: Keeper | null = null;
  // Fetched while the store opens: where it has nothing the demo borough waits for it.
  if (lastProject() === null) void copyList().catch(() => undefined);
  try {
    const opened = await WorkKeeper.open(context);
    keeper = opened;
    const alive = await aliveTabs();
    const listed = await keeper.projects.list();
    adopt(context, opened);
    if (await openFirst()) return 'opened';
    if (context.project.getState().done.length > 0) {
      // Somebody was quicker than the store: that is the work on show.
      await keeper.keepWhole();
      return 'opened';
    }
    const wanted = lastProject();
    const found = listed.find((one) => idOf(one) === wanted) ?? listed.at(0);
    if (!found) {
      const lastKeptAt = whenWorkWasKept();
      const copies = await copiesLeft(context);
      if (lastKeptAt || copies > 0)
        context.keep.setState({ welcome: { kind: 'removed-by-browser', lastKeptAt } });
      return 'none';
    }
    return await openKept(context, found, { isStopped: hasStopped(found, alive) });
  } catch (error) {
    void keeper?.stop();
    context.keeper.current = null;
    const trouble = error instanceof StoreRefused ? error.trouble : 'unreadable';
    context.keep.setState({ status: 'off', trouble, problem: messageOf(error) });
    if (trouble === 'unreadable') await copiesLeft(context);
    return 'refused';
  }
}

function copyList(): Promise<typeof import('./list-second-copies.ts')> {
  return import('./list-second-copies.ts');
}

/** Looks for second copies where the store has nothing, and gives how many there are. */
async function copiesLeft(context: AppContext): Promise<number> {
  const { listSecondCopies } = await copyList();
  await listSecondCopies(context).catch(() => undefined);
  return context.keep.getState().copies?.length ?? 0;
}

/** Opens the store and keeps the work on show from its next change on. Throws StoreRefused. */
export async function openStore(context: AppContext): Promise<Keeper> {
  const keeper = await WorkKeeper.open(context);
  adopt(context, keeper);
  return keeper;
}

function adopt(context: AppContext, keeper: WorkKeeper): void {
  context.keeper.current = keeper;
  keeper.follow();
  context.keep.setState({ status: 'nothing', trouble: null, problem: null, copies: null });
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
  if (keeper.holds(id)) return 'opened';
  let lock: WriterLock | null = null;
  try {
    if (listed.state !== 'whole')
      throw new ProjectRefused(listed.state === 'newer' ? 'NEWER' : 'DAMAGED', listed.why);
    await keepPresent(keeper);
    const options = keeper.lockOptions(id);
    lock = take ? await takeWriterLock(id, options) : await writerLock(id, options);
    const kept = await readFor(keeper, id, lock);
    if (!kept) {
      lock?.release();
      return 'none';
    }
    const { lost, again } = await bringContents(context, kept);
    await keepPresent(keeper);
    context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
    keeper.show({ ...kept, lock });
    context.keep.setState({ welcome: welcomeTo(kept, lost, isStopped), refused: null });
    void keepFound(context, again);
    return 'opened';
  } catch (error) {
    lock?.release();
    const isDamaged = error instanceof ProjectRefused || isUnreadable(error);
    const isNewer = error instanceof ProjectRefused && error.code === 'NEWER';
    context.keep.setState({
      refused: {
        id,
        name: listed.state === 'whole' ? listed.record.name : listed.name,
        fictional: false,
        changedAt: listed.state === 'whole' ? listed.record.changedAt : null,
        file: null,
        state: isNewer ? 'newer' : isDamaged ? 'damaged' : 'whole',
        why: messageOf(error),
      },
    });
    if (isDamaged && !isNewer) await copiesLeft(context);
    return 'refused';
  }
}

/** What is on show must be kept before another takes its place. */
async function keepPresent(keeper: Keeper): Promise<void> {
  if (await keeper.flush()) return;
  throw new Error(
    'What you changed last could not be kept in this browser and would be lost. Save it to a file first.',
  );
}

/** The project as it is once nobody but the holder of the lock may write it. */
async function readFor(keeper: Keeper, id: string, lock: WriterLock | null): Promise<Kept | null> {
  for (let tries = 0; ; tries++) {
    const kept = await keeper.projects.read(id);
    if (!kept || !lock) return kept;
    try {
      return { ...kept, record: await keeper.projects.takeOver(kept.record, keeper.tab) };
    } catch (error) {
      // A tab that was frozen with the project in hand may have written once more meanwhile.
      if (error instanceof KeptByAnother && tries < MOST_TRIES) continue;
      // A full disk takes no new mark: the revision alone tells a conflict then.
      if (error instanceof Error && error.name === 'QuotaExceededError') return kept;
      throw error;
    }
  }
}

const MOST_TRIES = 5;

function welcomeTo(
  { work, updated }: Kept,
  lost: ReadonlySet<string>,
  isStopped: boolean,
): KeepWelcome | null {
  const gone = lostFiles(work.project, lost);
  if (gone) return gone;
  if (isStopped) return { kind: 'restored-after-stop' };
  return updated ? { kind: 'updated' } : null;
}

/** What to tell of files whose data could not be had; null where there are none. */
export function lostFiles({ datasets }: Project, lost: ReadonlySet<string>): KeepWelcome | null {
  const gone = datasets.filter(({ contentId }) => lost.has(contentId));
  if (gone.length === 0) return null;
  return {
    kind: 'contents-lost',
    fileNames: gone.map(({ fileName }) => fileName),
    contentIds: gone.map(({ contentId }) => contentId),
  };
}

/** Contents of a project that is opened, by their ids. */
export interface Brought {
  readonly lost: ReadonlySet<string>;
  /** Those that the store had lost and that came from elsewhere. */
  readonly again: readonly string[];
}

/** Brings the contents of a project into the worker. */
export async function bringContents(
  context: AppContext,
  { record, work }: Pick<Kept, 'record' | 'work'>,
): Promise<Brought> {
  const present = contentNames(work.project);
  const names = {
    now: record.contents.filter(({ contentId }) => present.has(contentId)),
    later: record.contents.filter(({ contentId }) => !present.has(contentId)),
  };
  const outcome = await context.compute.run((api, job, onStep) => api.restoreContents(job, names, onStep), {
    onStep: (step) => context.analysis.setState({ status: 'working', step }),
  });
  if (outcome.state === 'done') {
    const lost = new Set(outcome.value.map(({ contentId }) => contentId));
    return lost.size > 0 && work.project.fictional
      ? withoutDemo(context, work.project, lost)
      : { lost, again: [] };
  }
  throw new Error(outcome.state === 'failed' ? outcome.message : 'Opening was stopped.');
}

/** The demo borough comes with the app: what is lost of it is read from there. */
async function withoutDemo(
  context: AppContext,
  { datasets }: Pick<Project, 'datasets'>,
  lost: ReadonlySet<string>,
): Promise<Brought> {
  const { demoPacksOf } = await import('../datasets/demo-packs.ts');
  const files = new Map(datasets.map(({ contentId, fileName }) => [contentId, fileName]));
  const names = [...lost].map((contentId) => files.get(contentId) ?? '');
  const again: string[] = [];
  for (const { fetchPack } of demoPacksOf(names)) {
    const bytes = await fetchPack(import.meta.env.BASE_URL).catch(() => null);
    if (!bytes) break;
    const buffer = bytes.slice().buffer;
    const outcome = await context.compute.run((api, job, onStep) => api.openPack(job, buffer, onStep));
    if (outcome.state !== 'done') break;
    again.push(...outcome.value.datasets.map(({ contentId }) => contentId).filter((id) => lost.has(id)));
  }
  return { lost: new Set([...lost].filter((contentId) => !again.includes(contentId))), again };
}

/** True where the tab that wrote the project last neither lives nor went in order. */
function hasStopped(listed: ListedProject, alive: ReadonlySet<string>): boolean {
  if (listed.state !== 'whole') return false;
  const { writer } = listed.record;
  return writer !== '' && !alive.has(writer) && !hasEnded(writer);
}

function idOf(listed: ListedProject): string {
  return listed.state === 'whole' ? listed.record.id : listed.id;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How browsers say that the bytes of a record are gone from the disk. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && /^(DataError|NotReadableError|UnknownError)$/.test(error.name);
}
