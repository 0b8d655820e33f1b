/**
 * Small marks in localStorage that outlive a crash: which project was open last, that work was kept here at all, and which
 * tabs went in order. All of it may be missing or refused; nothing depends on it but what is told and opened first.
 */
const LAST = 'notspot.last-project';
const KEPT = 'notspot.work-was-kept';
const ENDED = 'notspot.ended-tabs';
const TAB_PROJECT = 'notspot.project';
const NOTHING = 'notspot.keep-nothing';
const ALIVE = 'notspot-tab-';
/** Most tabs that are remembered to have ended. */
const MOST_ENDED = 200;

/** The project this tab (or else any) had open last; null where none is known. */
export function lastProject(): string | null {
  return attempt(() => sessionStorage.getItem(TAB_PROJECT) ?? localStorage.getItem(LAST)) ?? null;
}

export function noteProject(id: string | null): void {
  attempt(() => {
    if (id === null) {
      sessionStorage.removeItem(TAB_PROJECT);
      localStorage.removeItem(LAST);
    } else {
      sessionStorage.setItem(TAB_PROJECT, id);
      localStorage.setItem(LAST, id);
    }
  });
}

/** When work was last kept in this browser, an ISO instant; null where none is known to have been. */
export function whenWorkWasKept(): string | null {
  return attempt(() => localStorage.getItem(KEPT)) ?? null;
}

export function noteWorkKept(at: string | null): void {
  attempt(() => (at === null ? localStorage.removeItem(KEPT) : localStorage.setItem(KEPT, at)));
}

/**
 * Notes that a tab that kept work went in order. Of one that neither lives nor is noted a project's record still says that
 * it writes: it stopped unexpectedly. (The other way round, a mark of what runs, would not be on the disk yet where the
 * browser is killed within seconds: Chromium writes localStorage late.)
 */
export function noteEnded(tab: string): void {
  attempt(() => localStorage.setItem(ENDED, [...endedTabs().slice(1 - MOST_ENDED), tab].join(' ')));
}

/** Whether a tab is known to have gone in order. */
export function hasEnded(tab: string): boolean {
  return attempt(() => endedTabs().includes(tab)) ?? false;
}

function endedTabs(): readonly string[] {
  return (localStorage.getItem(ENDED) ?? '').split(' ').filter((tab) => tab !== '');
}

/** Holds the mark of a living tab for as long as the page lives. */
export function holdAlive(tab: string): void {
  void navigator.locks
    ?.request(ALIVE + tab, () => new Promise<never>(() => undefined))
    .catch(() => undefined);
}

/** Tabs of this browser that live now. */
export async function aliveTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(ALIVE) ? [name.slice(ALIVE.length)] : [])));
}

/** Whether the person asked, for as long as this tab lives, that nothing be kept. */
export function isNothingKept(): boolean {
  return attempt(() => sessionStorage.getItem(NOTHING)) === 'yes';
}

export function noteNothingKept(isWanted: boolean): void {
  attempt(() => (isWanted ? sessionStorage.setItem(NOTHING, 'yes') : sessionStorage.removeItem(NOTHING)));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
