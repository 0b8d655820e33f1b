import { workOf } from '../domain/project/work-of.ts';
import { whileNaming } from '../storage/contents-guard.ts';
import { KeptByAnother, KeptNoMore, KeptProjects } from '../storage/kept-projects.ts';
import { type SecondCopies, secondCopies } from '../storage/second-copies.ts';
import { holdAlive, noteEnded, noteProject, noteWorkKept } from '../storage/visits.ts';
import type { WriterLockOptions } from '../storage/writer-lock.ts';
import type { ProjectState } from '../stores/project-store.ts';
import type { AppContext } from './app-context.ts';
import { keepContents } from './keep-contents.ts';
import type { Keeper, Shown } from './keeper.ts';
import { KeptSession } from './kept-session.ts';
import { makeSure } from './make-sure.ts';
import { onPageLife } from './on-page-life.ts';
import { openForKeeping } from './open-for-keeping.ts';
import { SecondCopyKeeper } from './second-copy-keeper.ts';
import { withTrueAge } from './with-true-age.ts';
import { WorkOnShow } from './work-on-show.ts';
import { writeSession } from './write-session.ts';

/** Changes that come close together are kept in one go. */
const GATHER_MILLISECONDS = 60;
/** What could not be kept is tried again by itself. */
const RETRY_MILLISECONDS = 10_000;

/**
 * Keeps the work on show in the browser: every change is written to the project's journal, after the contents it names,
 * and the keep store says "saved" only once it is on the disk. One for each page. All that writes takes its turn.
 */
export class WorkKeeper implements Keeper {
  projects: KeptProjects;
  readonly tab = crypto.randomUUID();
  private readonly context: AppContext;
  private readonly onShow: WorkOnShow;
  private readonly copies: SecondCopyKeeper;
  /** What of the project store is accounted for. */
  private seen: Pick<ProjectState, 'version' | 'opened' | 'renewed'>;
  private turn: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unfollow: () => void = () => undefined;
  private isStopped = false;

  private constructor(context: AppContext, projects: KeptProjects, copies: SecondCopies | null) {
    this.context = context;
    this.projects = projects;
    this.onShow = new WorkOnShow(context);
    this.copies = new SecondCopyKeeper(context, this.onShow, copies);
    this.seen = context.project.getState();
  }

  private get session(): KeptSession {
    return this.onShow.session;
  }

  /** Opens the store. Throws StoreRefused. */
  static async open(context: AppContext): Promise<WorkKeeper> {
    let keeper: WorkKeeper | null = null;
    const database = await openForKeeping(context, () => keeper);
    keeper = new WorkKeeper(context, new KeptProjects(database), await secondCopies());
    holdAlive(keeper.tab);
    return keeper;
  }

  /** Follows the project store from now on, until `stop`. */
  follow(): void {
    this.seen = this.context.project.getState();
    const stop = this.context.project.subscribe((now) => this.heed(now));
    const stopLife = onPageLife({
      onHidden: () => void this.flush(),
      onGone: () => this.session.record && noteEnded(this.tab),
      onBack: () => void this.look(),
    });
    this.unfollow = () => {
      stop();
      stopLife();
    };
  }

  show(shown: Shown | null): void {
    this.session.end();
    this.copies.putOff();
    const lock = shown?.lock?.isHeld() ? shown.lock : null;
    this.onShow.session = new KeptSession(shown && withTrueAge(shown.record), lock);
    const isReading = shown !== null && lock === null;
    noteProject(shown?.record.id ?? null);
    // A store that is shut stays shut, whatever is put on show.
    const isOff = this.context.keep.getState().status === 'off';
    this.onShow.tell({
      ...(isOff ? {} : { status: shown ? 'saved' : 'nothing', trouble: null }),
      savedAt: shown?.record.changedAt ?? null,
      problem: null,
      failing: null,
      heldElsewhere: isReading,
      isUndoShorter: false,
    });
    const { version, opened, renewed, open } = this.context.project.getState();
    this.context.project.setState({
      readOnly: isReading || this.context.keep.getState().trouble === 'overtaken',
    });
    if (!shown) return;
    // The work that is opened lies on the disk: it is not a change.
    this.seen = { version: version + 1, opened: opened + 1, renewed };
    open(shown.work);
  }

  lockOptions(projectId: string): WriterLockOptions {
    const isShown = (): boolean => this.session.id === projectId;
    return {
      onAsked: async () => {
        if (!isShown()) return;
        this.context.project.setState({ readOnly: true });
        await this.flush();
      },
      onLost: () => {
        if (isShown()) void this.lost(this.session);
      },
    };
  }

  holds(projectId: string): boolean {
    return this.session.record?.id === projectId && this.session.lock?.isHeld() === true;
  }

  async flush(): Promise<boolean> {
    this.disarm();
    await this.inTurn(() => this.saveWaiting());
    return this.session.waiting.length === 0;
  }

  async retry(): Promise<void> {
    this.onShow.tell({ status: 'saving', problem: null });
    await this.flush();
  }

  async savedToFile(at: string, version?: number): Promise<void> {
    await this.inTurn(async () => {
      await this.saveWaiting();
      const { session } = this;
      const later = version === undefined ? 0 : this.context.project.getState().version - version;
      const revision = Math.max(0, (session.record?.revision ?? 0) + session.waiting.length - later);
      if (!session.record) session.file = { at, revision };
      if (!session.record) return this.onShow.tell({});
      if (!session.lock) return;
      try {
        session.record = await this.projects.savedToFile(session.record, { at, revision });
      } catch {
        // The file is there all the same; its age stays as it was.
        session.isUnsure = true;
      }
      this.onShow.tell({});
    });
  }

  async keepOpened(savedAt: string | null): Promise<void> {
    const { version } = this.context.project.getState();
    this.session.waiting.push(null);
    this.onShow.tell({ status: 'saving' });
    await this.flush();
    if (savedAt !== null) await this.savedToFile(savedAt, version);
  }

  async keepAsNew(name: string): Promise<void> {
    await this.inTurn(async () => {
      await this.saveWaiting();
      this.onShow.branch(name);
      await this.saveWaiting();
    });
  }

  async keepWhole(): Promise<void> {
    await this.inTurn(async () => {
      this.onShow.beginAnew();
      this.session.waiting.push(null);
      this.onShow.tell({ status: 'saving', trouble: null, heldElsewhere: false });
      await this.saveWaiting();
    });
  }

  async keepAgain(contentIds: readonly string[]): Promise<boolean> {
    const { session } = this;
    if (!session.record || !session.lock) return false;
    for (const contentId of contentIds) session.kept.delete(contentId);
    session.waiting.push(null);
    if (this.context.keep.getState().status !== 'off') this.onShow.tell({ status: 'saving' });
    await this.flush();
    return true;
  }

  async endCopies(): Promise<void> {
    await this.copies.end();
  }

  async reopen(): Promise<void> {
    const database = await openForKeeping(this.context, () => this);
    this.projects.close();
    this.projects = new KeptProjects(database);
    const { record, waiting } = this.session;
    const status = waiting.length > 0 ? 'saving' : record ? 'saved' : 'nothing';
    this.onShow.tell({ status, trouble: null, problem: null });
    await this.inTurn(async () => {
      const { session } = this;
      const found = session.record && (await this.projects.recordOf(session.record.id).catch(() => null));
      if (session.record && !found) this.onShow.beginWhole();
      await this.saveWaiting();
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.unfollow();
    this.disarm();
    this.session.end();
    this.onShow.session = new KeptSession();
    this.projects.close();
    this.onShow.tell({});
    await this.turn;
    await this.endCopies();
  }

  /**
   * Takes in what happened to the project store. Stores call their listeners again within a call where one of them makes
   * a change, so that a version may be told late, twice or never: then the whole work is kept instead of its entries.
   */
  private heed(now: ProjectState): void {
    const { session } = this;
    const isReplaced = now.opened !== this.seen.opened;
    // A work whose data is there again is the same work.
    const versions = now.version - this.seen.version - (now.renewed - this.seen.renewed);
    this.seen = { ...this.seen, renewed: Math.max(this.seen.renewed, now.renewed) };
    if (versions <= 0) return;
    this.seen = { version: now.version, opened: now.opened, renewed: now.renewed };
    if (isReplaced && !session.record && now.entries.length === 0) {
      // Another work that is not kept: it will be once it is changed, which the address may do while it is opened.
      session.waiting = [];
      session.file = null;
      this.onShow.tell({});
      return;
    }
    const isTold = !isReplaced && versions === 1 && now.entries.length > 0;
    session.waiting.push(...(isTold ? now.entries : new Array<null>(versions).fill(null)));
    const { status, trouble } = this.context.keep.getState();
    const isOff = status === 'off';
    this.onShow.tell(isOff ? {} : { status: 'saving' });
    if (!isOff || trouble === 'closed') this.arm(GATHER_MILLISECONDS);
  }

  /** Not put off by later ones: a long row of quick changes is kept on the way. */
  private arm(milliseconds: number): void {
    this.timer ??= setTimeout(() => void this.flush(), milliseconds);
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Runs work once all that was asked for before has ended, however it ended. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Keeps all that waits, what comes meanwhile too, until nothing does or it does not work. */
  private async saveWaiting(): Promise<void> {
    while (!this.isStopped && this.session.waiting.length > 0) if (!(await this.save(this.session))) return;
  }

  /** False where it did not work and there is no use in trying again at once. */
  private async save(session: KeptSession): Promise<boolean> {
    const entries = session.waiting.slice();
    const state = this.context.project.getState();
    try {
      await this.openAgain();
      if (session.isUnsure) await makeSure(this, session);
      const at = new Date().toISOString();
      const whole = workOf(state);
      await whileNaming(async () => {
        const { work, contents } = await keepContents(this.context, whole, new Map(session.kept));
        const addition = { entries, work, contents, at, writer: this.tab };
        await writeSession(session, {
          keeper: this,
          onShow: this.onShow,
          addition,
          isShortened: work !== whole,
        });
      });
      session.waiting.splice(0, entries.length);
      this.saved(session, at);
      return true;
    } catch (error) {
      if (session !== this.session) return false;
      if (error instanceof KeptByAnother) {
        this.onShow.branchFromAnother();
        return true;
      }
      if (error instanceof KeptNoMore) {
        this.onShow.beginWhole();
        return true;
      }
      session.isUnsure = true;
      // What failed may concern a state that is over.
      if (this.context.project.getState().version !== state.version) return true;
      this.failed(error);
      return false;
    }
  }

  /** A store that the browser closed by itself can be opened again. */
  private async openAgain(): Promise<void> {
    const { status, trouble } = this.context.keep.getState();
    if (status !== 'off' || trouble !== 'closed') return;
    const database = await openForKeeping(this.context, () => this);
    this.projects.close();
    this.projects = new KeptProjects(database);
  }

  private saved(session: KeptSession, at: string): void {
    if (!this.isStopped) noteWorkKept(at);
    if (session !== this.session) return;
    const { welcome, waiting } = session;
    session.welcome = null;
    this.onShow.tell({
      status: waiting.length > 0 ? 'saving' : 'saved',
      savedAt: at,
      problem: null,
      failing: null,
      trouble: null,
      isUndoShorter: session.isShortened,
      ...(welcome ? { welcome } : {}),
    });
    this.copies.soon(session);
  }

  private failed(error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const isOff = this.context.keep.getState().status === 'off';
    if (name === 'QuotaExceededError') this.onShow.tell({ status: 'full', failing: 'full', problem: null });
    else if (isOff) this.onShow.tell({});
    else this.onShow.tell({ status: 'failed', failing: 'failed', problem: message });
    if (!isOff) this.arm(RETRY_MILLISECONDS);
  }

  /** The lock is gone. What is not kept yet is, here if no other tab has written yet, else as a copy. */
  private async lost(session: KeptSession): Promise<void> {
    session.lock = null;
    this.context.project.setState({ readOnly: true });
    await this.inTurn(async () => {
      if (session === this.session) await this.saveWaiting();
      if (session !== this.session) return;
      if (session.waiting.length > 0) {
        this.onShow.branchFromAnother();
        await this.saveWaiting();
      } else this.onShow.tell({ heldElsewhere: true });
    });
  }

  /** After the page stood still: another tab may have taken the project. */
  private async look(): Promise<void> {
    await this.inTurn(async () => {
      const { session } = this;
      const { record } = session;
      if (!record) return;
      const found = await this.projects.recordOf(record.id).catch(() => null);
      const isOurs = !found || (found.writer === record.writer && found.revision === record.revision);
      if (isOurs || this.session !== session) return;
      if (session.waiting.length > 0) await this.saveWaiting();
      else {
        session.end();
        this.context.project.setState({ readOnly: true });
        this.onShow.tell({ heldElsewhere: true });
      }
    });
  }
}
