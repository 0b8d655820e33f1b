import { workOf } from '../domain/project/work-of.ts';
import { copyText } from '../storage/copy-text.ts';
import type { SecondCopies } from '../storage/second-copies.ts';
import type { AppContext } from './app-context.ts';
import type { KeptSession } from './kept-session.ts';
import type { WorkOnShow } from './work-on-show.ts';

/** The second copy follows when the hands rest. */
const SECOND_COPY_MILLISECONDS = 1500;

/** Writes the second copy of the work on show after it is kept. `copies`: null where the browser has no place for them. */
export class SecondCopyKeeper {
  private readonly context: AppContext;
  private readonly onShow: WorkOnShow;
  private readonly copies: SecondCopies | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private copying: Promise<unknown> = Promise.resolve();

  constructor(context: AppContext, onShow: WorkOnShow, copies: SecondCopies | null) {
    this.context = context;
    this.onShow = onShow;
    this.copies = copies;
  }

  /** A copy follows once nothing was kept for a while. */
  soon(session: KeptSession): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const { record } = session;
      const { copies } = this;
      // One whose lock is gone is another tab's to copy.
      if (!record || !copies || !this.isToCopy(session)) return;
      if (session.waiting.length > 0) return;
      const work = workOf(this.context.project.getState());
      // The first copy stands if this one cannot be made.
      this.copying = this.copying
        .then(() => copyText(record, work))
        .then((text) => (this.isToCopy(session) ? copies.put(record.id, text) : undefined))
        .catch(() => undefined);
    }, SECOND_COPY_MILLISECONDS);
  }

  /** No copy follows of what was kept so far, unless one is being written. */
  putOff(): void {
    clearTimeout(this.timer);
  }

  /** No copy follows; settles once none is being written. */
  async end(): Promise<void> {
    this.putOff();
    await this.copying;
  }

  /** What was on show when a copy was begun still is, and is still this tab's. */
  private isToCopy(session: KeptSession): boolean {
    return session === this.onShow.session && session.lock?.isHeld() === true;
  }
}
