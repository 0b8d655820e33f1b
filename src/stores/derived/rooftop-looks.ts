import type { ReachQuality } from '../../domain/radio/reach-answer.ts';

/** How a thing of the Rooftops page looks on the map and in lists: an outline of its own, a sign inside, a colour. */
export interface RooftopLook {
  /** Filled outline in a box of 24 × 24, as SVG path data. */
  readonly outline: string;
  /** Strokes on it, in the ground's colour. */
  readonly sign: string;
  /** Custom property that holds the colour. */
  readonly token: string;
}

const DISC = 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z';
const SQUARE = 'M4 4h16v16H4Z';

/** Served premises are amber discs; the others are shapes of ink, each its own. */
export const QUALITY_LOOKS: Readonly<Record<ReachQuality, RooftopLook & { readonly label: string }>> = {
  clear: { label: 'Clear', outline: DISC, sign: 'M7.6 12.4l3 3 5.8-6.4', token: '--tech-radio' },
  marginal: {
    label: 'Marginal',
    outline: DISC,
    sign: 'M7 13.2c1.7-3.2 3.3-3.2 5-1.2s3.3 2 5-1.2',
    token: '--tech-radio',
  },
  obstructed: {
    label: 'Obstructed',
    outline: 'M12 3 22 20.5H2Z',
    sign: 'M12 9.5v7',
    token: '--map-label-quiet',
  },
  'too weak': {
    label: 'Too weak',
    outline: SQUARE,
    sign: 'M8.5 16v-2.4M12 16v-4.6',
    token: '--map-label-quiet',
  },
  blocked: {
    label: 'Blocked',
    outline: SQUARE,
    sign: 'M8.5 8.5l7 7M15.5 8.5l-7 7',
    token: '--map-label',
  },
  'not known': {
    label: 'Not known',
    outline: DISC,
    sign: 'M9.6 9.8a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.7M12 16.4v.1',
    token: '--premises-not-known',
  },
  'no link': {
    label: 'No link',
    outline: 'M12 2 22 12 12 22 2 12Z',
    sign: 'M9 12h6',
    token: '--premises-not-known',
  },
};

/** A roof with an aerial. */
export const SITE_LOOK: RooftopLook = {
  outline: 'M12 2.5 21.5 10v11.5h-19V10Z',
  sign: 'M12 18v-6.5M8.6 10.6a4.6 4.6 0 0 1 6.8 0M10.2 18h3.6',
  token: '--tech-radio',
};

/** A premises, as an end of links. */
export const END_LOOK: RooftopLook = { outline: DISC, sign: 'M12 8.5v7M8.5 12h7', token: '--mark-found' };

/** A roof that is offered. */
export const CANDIDATE_LOOK: RooftopLook = { outline: DISC, sign: '', token: '--map-label' };

/** How a link's line looks: colour and dashes, in widths of the line (none: drawn through). */
export interface LinkLook {
  readonly label: string;
  readonly token: string;
  readonly dashes: readonly number[];
}

/** What a link's line says: how its ends reach each other; or nothing yet, which is no answer. */
export type LinkState = ReachQuality | 'not reckoned';

export const LINK_LOOKS: Readonly<Record<LinkState, LinkLook>> = {
  clear: { label: QUALITY_LOOKS.clear.label, token: '--tech-radio', dashes: [] },
  marginal: { label: QUALITY_LOOKS.marginal.label, token: '--tech-radio', dashes: [4, 1.5] },
  obstructed: {
    label: QUALITY_LOOKS.obstructed.label,
    token: '--map-label-quiet',
    dashes: [2.5, 1, 0.6, 1],
  },
  'too weak': {
    label: QUALITY_LOOKS['too weak'].label,
    token: '--map-label-quiet',
    dashes: [5, 1, 0.6, 1, 0.6, 1],
  },
  blocked: { label: QUALITY_LOOKS.blocked.label, token: '--map-label', dashes: [1.5, 1.5] },
  'not known': {
    label: QUALITY_LOOKS['not known'].label,
    token: '--premises-not-known',
    dashes: [0.6, 1.6],
  },
  'no link': { label: QUALITY_LOOKS['no link'].label, token: '--premises-not-known', dashes: [0.6, 3] },
  'not reckoned': { label: 'Not reckoned yet', token: '--map-label-quiet', dashes: [0.3, 0.8] },
};

export const LINK_STATES = Object.keys(LINK_LOOKS) as readonly LinkState[];
