/** Web Locks of one browser, kept by name; a tab that crashes or closes lets go of what it holds. */
export class FakeLocks {
  private held: Held[] = [];
  private queue: Waiting[] = [];

  /** The lock manager as one tab sees it. */
  of(tab: object): LockManager {
    const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
      const work = rest.at(-1) as (lock: Lock | null) => unknown;
      const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
      return this.request(tab, name, options, work);
    };
    const query = async () => ({
      held: this.held.map(({ name, mode }) => ({ name, mode })),
      pending: this.queue.map(({ name, mode }) => ({ name, mode })),
    });
    return { request, query } as unknown as LockManager;
  }

  /** What a tab holds and waits for is gone with it; it is told nothing. */
  drop(tab: object): void {
    this.held = this.held.filter((one) => one.tab !== tab);
    this.queue = this.queue.filter((one) => one.tab !== tab);
    this.grant();
  }

  private request(
    tab: object,
    name: string,
    { mode = 'exclusive', ifAvailable, steal, signal }: LockOptions,
    work: (lock: Lock | null) => unknown,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const waiting: Waiting = { tab, name, mode, work, resolve, reject };
      if (steal) {
        const taken = this.held.filter((one) => one.name === name);
        this.held = this.held.filter((one) => one.name !== name);
        for (const one of taken) one.reject(new DOMException('The lock was stolen.', 'AbortError'));
        this.queue.unshift(waiting);
      } else if (ifAvailable && !this.isFree(waiting)) {
        Promise.resolve(work(null)).then(resolve, reject);
        return;
      } else this.queue.push(waiting);
      signal?.addEventListener('abort', () => {
        if (!this.queue.includes(waiting)) return;
        this.queue = this.queue.filter((one) => one !== waiting);
        reject(signal.reason);
      });
      this.grant();
    });
  }

  private isFree({ name, mode }: Pick<Waiting, 'name' | 'mode'>): boolean {
    const others = this.held.filter((one) => one.name === name);
    return others.length === 0 || (mode === 'shared' && others.every((one) => one.mode === 'shared'));
  }

  private grant(): void {
    for (const waiting of [...this.queue]) {
      const isFirst = this.queue.find((one) => one.name === waiting.name) === waiting;
      if (!isFirst || !this.isFree(waiting)) continue;
      this.queue = this.queue.filter((one) => one !== waiting);
      const { name, mode, work, resolve, reject } = waiting;
      this.held.push(waiting);
      const end = (): void => {
        if (!this.held.includes(waiting)) return;
        this.held = this.held.filter((one) => one !== waiting);
        this.grant();
      };
      queueMicrotask(() => {
        Promise.resolve()
          .then(() => work({ name, mode } as Lock))
          .then(resolve, reject)
          .finally(end);
      });
    }
  }
}

interface Held {
  readonly tab: object;
  readonly name: string;
  readonly mode: LockMode;
  readonly reject: (reason: unknown) => void;
}

interface Waiting extends Held {
  readonly work: (lock: Lock | null) => unknown;
  readonly resolve: (value: unknown) => void;
}
