import { contentNames } from '../domain/project/content-names.ts';
import { contentsOfWork } from '../domain/project/contents-of-work.ts';
import type { Step } from '../domain/project/step.ts';
import type { Work, WorkEntry } from '../domain/project/work.ts';
import { PROJECT_SCHEMA } from '../formats/project-migrations.ts';
import { KeptByAnother, KeptNoMore, KeptProjects } from '../storage/kept-projects.ts';
import type { KeptContentName, ProjectRecord } from '../storage/kept-records.ts';
import { type KeptDatabase, openDatabase } from '../storage/open-database.ts';
import { type SecondCopies, secondCopies } from '../storage/second-copies.ts';
import { holdAlive, noteProject, noteRunning, noteWorkKept } from '../storage/visits.ts';
import { type WriterLock, writerLock } from '../storage/writer-lock.ts';
import type { KeepTrouble } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';
import type { Keeper, Shown } from './keeper.ts';

/** Entries that may follow a snapshot before the journal is folded into the next. */
const LONGEST_JOURNAL = 100;
/** Changes that come close together are kept in one go. */
const GATHER_MILLISECONDS = 60;
/** The second copy follows when the hands rest. */
const SECOND_COPY_MILLISECONDS = 1500;

/**
 * Keeps the work on show in the browser: every change is written to the project's journal, after the contents it names,
 * and the keep store says "saved" only once it is on the disk. One for each page.
 */
export class WorkKeeper implements Keeper {
  projects: KeptProjects;
  private readonly context: AppContext;
  private readonly copies: SecondCopies | null;
  readonly tab = crypto.randomUUID();
  private record: ProjectRecord | null = null;
  private lock: WriterLock | null = null;
  private waiting: WorkEntry[] = [];
  private journalLength = 0;
  /** Contents of the present project known to lie in the store. */
  private kept = new Map<string, string>();
  /** True where the kept work has fewer steps of undo than the one on show. */
  private isShortened = false;
  private saving: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private copyTimer: ReturnType<typeof setTimeout> | undefined;
  private goneInOrder: () => void = () => undefined;
  private isStopped = false;
  private unfollow: () => void = () => undefined;

  private constructor(context: AppContext, projects: KeptProjects, copies: SecondCopies | null) {
    this.context = context;
    this.projects = projects;
    this.copies = copies;
  }

  /** Opens the store. Throws StoreRefused. */
  static async open(context: AppContext): Promise<WorkKeeper> {
    const database = await openFor(context, () => keeper);
    const keeper: WorkKeeper = new WorkKeeper(context, new KeptProjects(database), await secondCopies());
    holdAlive(keeper.tab);
    return keeper;
  }

  /** Follows the project store from now on, until `stop`. */
  follow(): void {
    const stop = this.context.project.subscribe((now, before) => {
      if (now.version === before.version || now.opened !== before.opened) return;
      this.waiting.push(...now.entries);
      if (this.context.keep.getState().status === 'off') {
        this.tell({});
        return;
      }
      this.tell({ status: 'saving' });
      // Not put off by later ones: a long row of quick changes is kept on the way.
      this.timer ??= setTimeout(() => void this.flush(), GATHER_MILLISECONDS);
    });
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    const freeze = (): void => void this.flush();
    const leave = ({ persisted }: PageTransitionEvent): void => {
      void this.flush();
      if (!persisted) this.goneInOrder();
    };
    document.addEventListener('visibilitychange', hide);
    document.addEventListener('freeze', freeze);
    addEventListener('pagehide', leave);
    this.unfollow = () => {
      stop();
      document.removeEventListener('visibilitychange', hide);
      document.removeEventListener('freeze', freeze);
      removeEventListener('pagehide', leave);
    };
  }

  show(shown: Shown | null): void {
    this.leave();
    this.record = shown?.record ?? null;
    this.lock = shown?.lock ?? null;
    this.kept = new Map(shown?.record.contents.map(({ contentId, hash }) => [contentId, hash]));
    this.journalLength = LONGEST_JOURNAL;
    this.isShortened = false;
    this.waiting = [];
    noteProject(shown?.record.id ?? null);
    if (shown) this.goneInOrder = noteRunning(this.tab, shown.record.id);
    this.tell({
      status: shown ? 'saved' : 'nothing',
      savedAt: shown?.record.changedAt ?? null,
      problem: null,
      failing: null,
      trouble: null,
      heldElsewhere: shown !== null && shown.lock === null,
    });
    this.context.project.setState({ readOnly: shown !== null && shown.lock === null });
  }

  lockOptions() {
    return { onAsked: () => this.flush(), onLost: () => this.lost() };
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.saving) await this.saving;
    if (this.waiting.length === 0) return;
    this.saving = this.save().finally(() => {
      this.saving = null;
    });
    await this.saving;
    if (this.waiting.length > 0 && this.context.keep.getState().status === 'saving') await this.flush();
  }

  async retry(): Promise<void> {
    this.tell({ status: 'saving', problem: null });
    await this.flush();
  }

  async savedToFile(at: string): Promise<void> {
    await this.flush();
    if (!this.record) return;
    this.record = await this.projects.savedToFile(this.record, { at, revision: this.record.revision });
    this.tell({});
  }

  async keepOpened(savedAt: string | null): Promise<void> {
    while (this.saving) await this.saving;
    this.saving = this.save().finally(() => {
      this.saving = null;
    });
    await this.saving;
    if (savedAt !== null) await this.savedToFile(savedAt);
  }

  async keepContentsAgain(contentIds: readonly string[]): Promise<void> {
    for (const contentId of contentIds) this.kept.delete(contentId);
    if (this.record && !this.context.keep.getState().heldElsewhere) await this.keepOpened(null);
  }

  async keepAsNew(name: string): Promise<void> {
    this.leave();
    this.record = null;
    this.context.project.setState({ readOnly: false });
    const { project, change } = this.context.project.getState();
    change(`Copied as ${name}`, { kind: 'set-name', name, fictional: project.fictional });
    await this.flush();
  }

  async keepWhole(): Promise<void> {
    this.leave();
    this.record = null;
    this.kept.clear();
    this.context.project.setState({ readOnly: false });
    this.tell({ status: 'saving', trouble: null, heldElsewhere: false });
    await this.save();
  }

  async reopen(): Promise<void> {
    const database = await openFor(this.context, () => this);
    this.projects = new KeptProjects(database);
    const { id } = this.record ?? {};
    const isThere = id !== undefined && (await database.count('projects', id)) > 0;
    if (this.record && !isThere) return this.keepWhole();
    this.tell({ status: this.record ? 'saved' : 'nothing', trouble: null, problem: null });
    if (this.waiting.length > 0) await this.retry();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.unfollow();
    clearTimeout(this.timer);
    clearTimeout(this.copyTimer);
    this.waiting = [];
    this.leave();
    this.record = null;
    this.projects.close();
    this.tell({});
    await this.saving;
  }

  private leave(): void {
    this.lock?.release();
    this.lock = null;
    this.goneInOrder();
    this.goneInOrder = () => undefined;
  }

  private lost(): void {
    this.lock = null;
    if (this.waiting.length > 0) {
      // Taken before all was kept: what is not yet lives on in a copy.
      void this.keepCopy();
      return;
    }
    this.context.project.setState({ readOnly: true });
    this.tell({ heldElsewhere: true });
  }

  private async save(): Promise<void> {
    const entries = this.waiting.slice();
    const whole = workOf(this.context.project.getState());
    try {
      const { work, contents } = await this.keepContents(whole);
      const isShortened = work !== whole;
      const at = new Date().toISOString();
      if (!this.record) await this.createRecord(work, contents, at);
      else if (isShortened || this.isShortened || this.journalLength + entries.length > LONGEST_JOURNAL) {
        this.record = await this.projects.fold(this.record, { work, contents, at });
        this.journalLength = 0;
      } else {
        this.record = await this.projects.append(this.record, { entries, work, contents, at });
        this.journalLength += entries.length;
      }
      if (this.isStopped) return;
      this.isShortened = isShortened;
      this.waiting.splice(0, entries.length);
      noteWorkKept(at);
      this.tell({
        status: this.waiting.length > 0 ? 'saving' : 'saved',
        savedAt: at,
        problem: null,
        failing: null,
      });
      this.copySoon();
    } catch (error) {
      await this.failed(error);
    }
  }

  private async createRecord(work: Work, contents: readonly KeptContentName[], at: string): Promise<void> {
    const record: ProjectRecord = {
      id: crypto.randomUUID(),
      schema: PROJECT_SCHEMA,
      name: work.project.name,
      fictional: work.project.fictional,
      createdAt: at,
      changedAt: at,
      revision: 0,
      writer: this.tab,
      contents,
      file: null,
    };
    await this.projects.create(record, work);
    if (this.isStopped) return;
    this.record = record;
    this.journalLength = 0;
    this.lock = await writerLock(record.id, this.lockOptions());
    noteProject(record.id);
    this.goneInOrder = noteRunning(this.tab, record.id);
  }

  /**
   * Puts the contents that a work names into the store. Where it has no room for those that only steps of undo name, the
   * work without these steps.
   */
  private async keepContents(
    work: Work,
  ): Promise<{ readonly work: Work; readonly contents: readonly KeptContentName[] }> {
    try {
      return { work, contents: await this.keepEach(contentsOfWork(work)) };
    } catch (error) {
      const present = contentNames(work.project);
      if (!isFull(error) || [...present].some((contentId) => !this.kept.has(contentId))) throw error;
      const fits = (step: Step): boolean => [...contentNames(step.inverse)].every((id) => this.kept.has(id));
      const shortened = {
        project: work.project,
        done: lastOf(work.done, fits),
        undone: lastOf(work.undone, fits),
      };
      return { work: shortened, contents: await this.keepEach(contentsOfWork(shortened)) };
    }
  }

  private async keepEach(needed: ReadonlySet<string>): Promise<readonly KeptContentName[]> {
    // One by one, so that those that had room are known though another had none.
    for (const contentId of needed) {
      if (this.kept.has(contentId)) continue;
      const outcome = await this.context.compute.run((api, job, onStep) =>
        api.keepContents(job, [contentId], onStep),
      );
      if (outcome.state === 'cancelled') throw new Error('Saving was stopped.');
      if (outcome.state === 'failed') throw Object.assign(new Error(outcome.message), { name: outcome.name });
      for (const { hash } of outcome.value) this.kept.set(contentId, hash);
    }
    return [...needed].sort().map((contentId) => ({ contentId, hash: this.kept.get(contentId) ?? '' }));
  }

  private async failed(error: unknown): Promise<void> {
    if (this.isStopped) return;
    if (error instanceof KeptByAnother) {
      await this.keepCopy();
      return;
    }
    if (error instanceof KeptNoMore) {
      await this.keepWhole();
      return;
    }
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (isFull(error)) this.tell({ status: 'full', failing: 'full', problem: null });
    else if (name === 'InvalidStateError' && this.context.keep.getState().status === 'off') this.tell({});
    else this.tell({ status: 'failed', failing: 'failed', problem: message });
  }

  /** Another tab wrote the project meanwhile: this tab's work becomes a project of its own, and both are there. */
  private async keepCopy(): Promise<void> {
    const { project } = this.context.project.getState();
    const name = `${project.name} (copy from another tab)`;
    await this.keepAsNew(name);
    this.tell({ welcome: { kind: 'kept-as-copy', name }, heldElsewhere: false });
  }

  private copySoon(): void {
    clearTimeout(this.copyTimer);
    this.copyTimer = setTimeout(() => {
      const { record } = this;
      if (!record || !this.copies || this.waiting.length > 0) return;
      const { project, done, undone } = this.context.project.getState();
      const text = JSON.stringify({ record, work: { project, done, undone } });
      // The first copy stands if this one cannot be made.
      void this.copies.put(record.id, text).catch(() => undefined);
    }, SECOND_COPY_MILLISECONDS);
  }

  private tell(state: Partial<ReturnType<AppContext['keep']['getState']>>): void {
    const { record } = this;
    const file = record?.file ?? null;
    this.context.keep.setState({
      projectId: record?.id ?? null,
      waiting: this.waiting.length,
      file: file && {
        at: file.at,
        changesSince: (record?.revision ?? 0) - file.revision + this.waiting.length,
      },
      ...state,
    });
  }
}

function openFor(context: AppContext, keeper: () => Keeper): Promise<KeptDatabase> {
  const off = (trouble: KeepTrouble): void => context.keep.setState({ status: 'off', trouble });
  return openDatabase({
    onOvertaken: async () => {
      await keeper().flush();
      off('overtaken');
      context.project.setState({ readOnly: true });
    },
    onDeleting: () => {
      void keeper().stop();
      off('deleted');
      context.project.setState({ readOnly: true });
    },
    onClosed: () => off('closed'),
  });
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** The last steps in a row that fit: an earlier one cannot be taken back past one that is gone. */
function lastOf(steps: readonly Step[], fits: (step: Step) => boolean): readonly Step[] {
  const gone = steps.findLastIndex((step) => !fits(step));
  return steps.slice(gone + 1);
}

function workOf({ project, done, undone }: Work): Work {
  return { project, done, undone };
}
