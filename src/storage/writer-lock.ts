/**
 * One writer for each project among the tabs of a browser (Web Locks). The holder gives up when another tab asks over a
 * channel, after it has saved; one that does not answer (frozen, crashed) loses the lock.
 */
export interface WriterLock {
  /** False once it was released, given up or taken. */
  isHeld(): boolean;
  /** Lets another tab write. */
  release(): void;
}

export interface WriterLockOptions {
  /** Another tab wants to write: save what is not saved yet. The lock is given up when it settles. */
  readonly onAsked: () => Promise<void>;
  /** The lock is gone: given up on asking, or taken. */
  readonly onLost: () => void;
}

/** How long the holder may take to save before the lock is taken from it. */
export const HAND_OVER_MILLISECONDS = 3000;

/** The lock if no other tab holds it, else null. Without Web Locks every tab may write, and conflicts are told by revision. */
export function writerLock(projectId: string, options: WriterLockOptions): Promise<WriterLock | null> {
  return hold(projectId, { ifAvailable: true }, options);
}

/** Asks the holder to give the lock up, waits, and takes it in any case. */
export async function takeWriterLock(projectId: string, options: WriterLockOptions): Promise<WriterLock> {
  if (!navigator.locks) return NO_LOCK;
  const channel = new BroadcastChannel(channelName(projectId));
  channel.postMessage(ASK);
  channel.close();
  const wait = new AbortController();
  const timer = setTimeout(() => wait.abort(), HAND_OVER_MILLISECONDS);
  try {
    const given = await hold(projectId, { signal: wait.signal }, options);
    if (given) return given;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  } finally {
    clearTimeout(timer);
  }
  return (await hold(projectId, { steal: true }, options)) ?? NO_LOCK;
}

/** True while some tab may write the project. */
export async function isHeld(projectId: string): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some(({ name }) => name === lockName(projectId));
}

const ASK = 'please give the project up';
const NO_LOCK: WriterLock = { isHeld: () => true, release: () => undefined };

function hold(
  projectId: string,
  how: LockOptions,
  { onAsked, onLost }: WriterLockOptions,
): Promise<WriterLock | null> {
  if (!navigator.locks) return Promise.resolve(NO_LOCK);
  return new Promise((resolve, reject) => {
    let release: () => void = () => undefined;
    let isOurs = false;
    const channel = new BroadcastChannel(channelName(projectId));
    const end = (): void => {
      channel.close();
      const wasOurs = isOurs;
      isOurs = false;
      if (wasOurs) onLost();
    };
    channel.onmessage = ({ data }) => {
      if (data !== ASK || !isOurs) return;
      void onAsked()
        .catch(() => undefined)
        .finally(() => release());
    };
    navigator.locks
      .request(lockName(projectId), how, (lock) => {
        if (!lock) {
          channel.close();
          resolve(null);
          return undefined;
        }
        isOurs = true;
        return new Promise<void>((done) => {
          release = done;
          resolve({
            isHeld: () => isOurs,
            release: () => {
              isOurs = false;
              done();
            },
          });
        });
      })
      // Rejected too when another tab took the lock while it was held.
      .then(end, (error: unknown) => {
        const wasOurs = isOurs;
        end();
        if (!wasOurs) reject(error);
      });
  });
}

function lockName(projectId: string): string {
  return `notspot-project-${projectId}`;
}

function channelName(projectId: string): string {
  return `notspot-hand-over-${projectId}`;
}
