import type { KeepState } from '../keep-store.ts';

/** True where `troubleNotices` has a message: small enough for the first screen, which fetches the notices only then. */
export function hasTrouble(state: KeepState): boolean {
  const { status, trouble, failing, heldElsewhere, refused, welcome, link } = state;
  const isOff = status === 'off' && trouble !== null && trouble !== 'not-wanted';
  return isOff || failing !== null || heldElsewhere || refused !== null || welcome !== null || link !== null;
}
