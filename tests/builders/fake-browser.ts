import { AsyncLocalStorage } from 'node:async_hooks';
import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { AppContext } from '../../src/actions/app-context.ts';
import { keepContentsNeeded } from '../../src/actions/free-memory.ts';
import type { ContentFiles } from '../../src/storage/content-files.ts';
import { makeAppContext } from './app-context.ts';
import { FakeLocks } from './fake-locks.ts';

/**
 * One browser in Node: a store, locks and channels that its tabs share, and per tab a page, which can close, crash or
 * freeze. What a tab runs must run in `in(tab, …)`, so that `navigator` and the others are the tab's own.
 */
export class FakeBrowser {
  readonly locks = new FakeLocks();
  readonly contents = new MemoryContents();
  readonly localStorage = new FakeStorage();
  readonly factory = new IDBFactory();
  readonly tabs = new Set<FakeTab>();
  /** True: whatever is put in a store throws QuotaExceededError. */
  isFull = false;
  /** Full for records alone. */
  isStoreFull = false;

  open(): FakeTab {
    const tab = new FakeTab(this);
    this.tabs.add(tab);
    return tab;
  }

  /** Ends every tab. */
  end(): void {
    for (const tab of this.tabs) tab.close();
  }
}

export class FakeTab {
  readonly browser: FakeBrowser;
  readonly context: AppContext;
  readonly sessionStorage = new FakeStorage();
  readonly navigator: { readonly locks: LockManager };
  readonly document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  readonly page = new EventTarget();
  readonly channels = new Set<FakeChannel>();
  readonly transactions = new Set<IDBTransaction>();
  isGone = false;
  /** A frozen tab hears nothing of the others. */
  isFrozen = false;
  private readonly endContext: () => void;
  private readonly stopForgetting: () => void;

  constructor(browser: FakeBrowser) {
    this.browser = browser;
    this.navigator = { locks: browser.locks.of(this) };
    const made = this.in(() =>
      makeAppContext({
        contentFiles: async () => browser.contents.of(this),
        contentPrefix: `file-${++FakeTab.count}`,
      }),
    );
    this.context = made.context;
    this.endContext = made.end;
    this.stopForgetting = keepContentsNeeded(this.context);
  }

  /** Runs what belongs to this tab. */
  in<T>(work: () => T): T {
    return running.run(this, work);
  }

  /** Closed in order. */
  close(): void {
    this.in(() => this.page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false })));
    this.end();
  }

  /** Gone between two instructions: what was not committed is not. */
  crash(): void {
    this.end();
  }

  private end(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.browser.tabs.delete(this);
    for (const transaction of this.transactions) {
      try {
        transaction.abort();
      } catch {
        // Committed already.
      }
    }
    this.browser.locks.drop(this);
    for (const channel of this.channels) channel.close();
    this.stopForgetting();
    this.in(() => this.context.keeper.current?.stop());
    this.endContext();
  }

  private static count = 0;
}

/** Contents in memory: slow by a turn, and full when the browser is. */
export class MemoryContents {
  readonly bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Full for the data of files alone. */
  isFull = false;

  of(tab: FakeTab): ContentFiles {
    const turn = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (tab.isGone) throw new DOMException('The tab is gone.', 'InvalidStateError');
    };
    return {
      has: async (hash) => {
        await turn();
        return this.bytes.has(hash);
      },
      put: async (hash, bytes) => {
        await turn();
        if (this.isFull || tab.browser.isFull) throw new DOMException('Full.', 'QuotaExceededError');
        this.bytes.set(hash, bytes.slice());
      },
      get: async (hash) => {
        await turn();
        return this.bytes.get(hash)?.slice() ?? null;
      },
      remove: async (hash) => {
        await turn();
        this.bytes.delete(hash);
      },
      list: async () => {
        await turn();
        return [...this.bytes.keys()];
      },
    };
  }
}

export class FakeStorage {
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key(i: number): string | null {
    return [...this.items.keys()][i] ?? null;
  }
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.items.set(name, value);
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}

class FakeChannel {
  readonly name: string;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  private readonly tab: FakeTab;

  constructor(name: string) {
    this.name = name;
    this.tab = tabNow();
    this.tab.channels.add(this);
  }

  postMessage(data: unknown): void {
    for (const tab of this.tab.browser.tabs)
      for (const other of tab.channels)
        if (other !== this && other.name === this.name)
          setImmediate(() => tab.in(() => tab.isFrozen || tab.isGone || other.onmessage?.({ data })));
  }

  close(): void {
    this.onmessage = null;
    this.tab.channels.delete(this);
  }
}

const running = new AsyncLocalStorage<FakeTab>();

function tabNow(): FakeTab {
  const tab = running.getStore();
  if (!tab) throw new Error('This runs outside of any tab.');
  return tab;
}

// Every transaction belongs to the tab that begins it, dies with it, and finds no room in a full browser.
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
  const tab = running.getStore();
  if (tab?.isGone) throw new DOMException('The tab is gone.', 'InvalidStateError');
  const transaction = begin.apply(this, given);
  if (!tab) return transaction;
  tab.transactions.add(transaction);
  for (const end of ['complete', 'abort'])
    transaction.addEventListener(end, () => tab.transactions.delete(transaction));
  const open = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    const store = open(name);
    if (given[1] !== 'readwrite') return store;
    for (const write of ['put', 'add'] as const) {
      const put = store[write].bind(store);
      store[write] = (value: unknown, key?: IDBValidKey) => {
        const end = transaction as unknown as { _abort(name: string): void };
        if (tab.browser.isFull || tab.browser.isStoreFull)
          queueMicrotask(() => tab.transactions.has(transaction) && end._abort('QuotaExceededError'));
        return put(value, key);
      };
    }
    return store;
  };
  return transaction;
};

for (const [name, of] of Object.entries({
  indexedDB: (tab: FakeTab) => tab.browser.factory,
  navigator: (tab: FakeTab) => tab.navigator,
  // What a tab does while it ends is done by the test alone.
  localStorage: (tab: FakeTab) => (tab.isGone ? new FakeStorage() : tab.browser.localStorage),
  sessionStorage: (tab: FakeTab) => tab.sessionStorage,
  document: (tab: FakeTab) => tab.document,
  history: () => ({ state: null, replaceState: () => undefined }),
  addEventListener: (tab: FakeTab) => tab.page.addEventListener.bind(tab.page),
  removeEventListener: (tab: FakeTab) => tab.page.removeEventListener.bind(tab.page),
}))
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      const tab = running.getStore();
      return tab && of(tab);
    },
  });
Object.defineProperty(globalThis, 'BroadcastChannel', { configurable: true, value: FakeChannel });
