import type { MarkKind } from '../marks-store.ts';

/** How a kind of mark looks, on the map and in the list: an outline of its own, a sign inside, a colour, a word. */
export interface MarkLook {
  /** Filled outline in a box of 24 × 24, as SVG path data. */
  readonly outline: string;
  /** Strokes on it, in the ground's colour. */
  readonly sign: string;
  /** Custom property that holds the colour. */
  readonly token: MarkToken;
  readonly word: string;
}

export type MarkToken =
  | '--mark-found'
  | '--mark-quality'
  | '--mark-gained'
  | '--mark-lost'
  | '--mark-changed';

export const MARK_LOOKS: Readonly<Record<MarkKind, MarkLook>> = {
  found: {
    outline: 'M12 22C9 17.5 5 14 5 9.5a7 7 0 0 1 14 0C19 14 15 17.5 12 22Z',
    sign: 'M12 8.2v2.6M10.7 9.5h2.6',
    token: '--mark-found',
    word: 'found',
  },
  quality: {
    outline: 'M12 3 22 20.5H2Z',
    sign: 'M12 9.5v5M12 17.4v.2',
    token: '--mark-quality',
    word: 'to look at',
  },
  gained: {
    outline: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z',
    sign: 'M12 8v8M8 12h8',
    token: '--mark-gained',
    word: 'gained',
  },
  lost: {
    outline: 'M4 4h16v16H4Z',
    sign: 'M8 12h8',
    token: '--mark-lost',
    word: 'lost',
  },
  changed: {
    outline: 'M12 2 22 12 12 22 2 12Z',
    sign: 'M9 10h6M9 14h6',
    token: '--mark-changed',
    word: 'changed',
  },
};

export const MARK_KINDS = Object.keys(MARK_LOOKS) as readonly MarkKind[];
