/**
 * Small marks in localStorage that outlive a crash: which project was open last, that work was kept here at all, and which
 * tabs are running. All of it may be missing or refused; nothing depends on it but what is told and opened first.
 */
const LAST = 'notspot.last-project';
const KEPT = 'notspot.work-was-kept';
const RUNNING = 'notspot.running.';
const TAB_PROJECT = 'notspot.project';
const NOTHING = 'notspot.keep-nothing';
const ALIVE = 'notspot-tab-';

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
 * Marks this tab as running with the project open, until the page goes in order. Returns a function that says so. What is
 * left of an earlier tab tells that it stopped unexpectedly.
 */
export function noteRunning(tab: string, projectId: string): () => void {
  attempt(() => localStorage.setItem(RUNNING + tab, projectId));
  return () => attempt(() => localStorage.removeItem(RUNNING + tab));
}

/** Projects that were open in tabs which never ended in order, and are open in none of `alive`; forgets them. */
export function takeStoppedProjects(alive: ReadonlySet<string>): ReadonlySet<string> {
  const stopped = new Set<string>();
  attempt(() => {
    const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
    for (const name of names.filter((one) => one.startsWith(RUNNING))) {
      const tab = name.slice(RUNNING.length);
      if (alive.has(tab)) continue;
      const projectId = localStorage.getItem(name);
      if (projectId) stopped.add(projectId);
      localStorage.removeItem(name);
    }
  });
  return stopped;
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
