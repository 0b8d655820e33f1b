import type { LinkAnswer } from './one-link.ts';
import type { ReachQuality, ReachReason } from './reach-answer.ts';

/** "Can this premises see it?": a row of the premises, or any place; to every site of the project. */
export type SeesQuestion =
  | { readonly kind: 'premises'; readonly row: number }
  | { readonly kind: 'place'; readonly name: string; readonly lon: number; readonly lat: number };

/** One site as seen from the premises. */
export interface SeenSite {
  readonly siteId: string;
  readonly quality: ReachQuality;
  readonly reason: ReachReason;
  /** From the site to the best place of the premises: highest point or corner of its building, else its own place. */
  readonly link: LinkAnswer;
  readonly place: 'highest point' | 'corner' | 'own place';
  /**
   * Least metres of mast at the premises, over its roof, that make the path clear, up to the next tenth; 0: none is needed.
   * Of the place of the roof that needs least. Null: more than MOST_MAST_METRES, or not known.
   */
  readonly clearMastMetres: number | null;
  /**
   * How far the weaker way would be over what the lowest rate needs, were the path clear from that mast (or else from where
   * it is), in the rain reckoned with: below 0, no mast makes it hold. Null: not known, or a formula does not hold.
   */
  readonly clearMarginDecibels: number | null;
}

/** Masts longer than this are not looked for. */
export const MOST_MAST_METRES = 30;

/** The sites from best to worst: by quality, then by distance. */
export interface SeesAnswer {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** Whether a building footprint holds it. */
  readonly isOnBuilding: boolean;
  /** The antenna over the roof that was reckoned with, metres. */
  readonly mastMetres: number;
  readonly sites: readonly SeenSite[];
  readonly notes: readonly string[];
}
