import type { KeepState, KeepTrouble } from '../keep-store.ts';

/** True where `troubleNotices` has a message: small enough for the first screen, which fetches the notices only then. */
export function hasTrouble(state: KeepState): boolean {
  const { status, trouble, failing, heldElsewhere, refused, welcome, link } = state;
  const isOff = status === 'off' && trouble !== null && !AS_ASKED.has(trouble);
  return isOff || failing !== null || heldElsewhere || refused !== null || welcome !== null || link !== null;
}

/** The person chose these: the bar and the page say so, no notice. */
const AS_ASKED: ReadonlySet<KeepTrouble> = new Set(['not-wanted', 'deleting']);
