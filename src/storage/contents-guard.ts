/**
 * Runs a save, which puts contents and then names them: what lies there unnamed is not cleared away meanwhile. A tab that
 * hangs while it clears holds nobody up for long.
 */
export async function whileNaming<T>(save: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return save();
  let hasBegun = false;
  const begun = (): Promise<T> => {
    hasBegun = true;
    return save();
  };
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS);
    return await navigator.locks.request(NAME, { mode: 'shared', signal }, begun);
  } catch (error) {
    if (hasBegun) throw error;
    return save();
  }
}

/** Runs a clearing if no tab is saving; null where one is, or where that cannot be known. */
export async function whileNoneNames<T>(clear: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return null;
  return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? clear() : null));
}

const NAME = 'notspot-contents';
const LONGEST_WAIT_MILLISECONDS = 3000;
