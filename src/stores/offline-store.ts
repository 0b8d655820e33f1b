import { createStore } from 'zustand/vanilla';

/** The app as a thing that was fetched: whether it opens without a network, and whether it is the newest. */
export interface OfflineState {
  /**
   * Whether this browser keeps the app's files and opens it without a network. 'working': they are being fetched;
   * 'impossible': this browser, or this address, keeps none.
   */
  readonly kept: 'working' | 'yes' | 'no' | 'impossible';
  /** What the browser says of the network: true may still mean a network that leads nowhere. */
  readonly isOnline: boolean;
  /** 'waiting': a newer release is here and starts with the next reload. 'replaced': this tab shows an older one. */
  readonly release: 'newest' | 'waiting' | 'replaced';
  /** A part of the app did not arrive, and nothing on the screen has said so yet. */
  readonly isPartMissing: boolean;
}

export function createOfflineStore() {
  return createStore<OfflineState>()(() => ({
    kept: 'working',
    isOnline: true,
    release: 'newest',
    isPartMissing: false,
  }));
}

export type OfflineStore = ReturnType<typeof createOfflineStore>;
