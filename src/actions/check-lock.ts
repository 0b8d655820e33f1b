import type { AppContext } from './app-context.ts';

/** Whether the content policy binds a part of the app; null where that part did not answer. */
export interface LockCheck {
  readonly part: string;
  readonly locked: boolean | null;
}

/**
 * Has the page and the worker try to fetch data:,x, which leaves nothing: a policy that forbids all connections but our
 * own refuses it, and no policy allows it.
 */
export async function checkLock(context: AppContext): Promise<readonly LockCheck[]> {
  const [page, worker] = await Promise.all([
    isPageLocked(),
    context.compute.api.isLocked().catch(() => null),
  ]);
  return [
    { part: 'This page', locked: page },
    { part: 'The part that reads your files and counts', locked: worker },
  ];
}

async function isPageLocked(): Promise<boolean> {
  try {
    await fetch('data:,x');
    return false;
  } catch {
    return true;
  }
}
