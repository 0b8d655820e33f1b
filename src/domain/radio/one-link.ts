import type { HeightPart } from '../terrain/height-grid.ts';
import type { LinkBudget } from './link-budget.ts';
import type { LinkEnd } from './link-end.ts';
import type { PathClearance } from './path-clearance.ts';

/** Two ends: `from` carries the hub's antenna, `to` the premises'. */
export interface OneLinkQuestion {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
}

/** How a pair of ends is judged. No link: both are at one place or on one building, and nothing is reckoned. */
export type LinkClass = PathClearance['class'] | 'no link';

/** An end as it stands over the heights. Null: not known there. */
export interface PlacedEnd extends LinkEnd {
  /** The antenna above the datum of the surface (sea). */
  readonly seaMetres: number | null;
  /** What lies below it, above the same datum; ground null also where no ground model is loaded. */
  readonly surfaceMetres: number | null;
  readonly groundMetres: number | null;
  /** Where it looks to see the other: degrees clockwise from true north, and up (negative: down); null without heights or distance. */
  readonly azimuthDegrees: number | null;
  readonly tiltDegrees: number | null;
}

/** What lies between two ends, first end first. Arrays are as long as `distancesMetres`; NaN is not known. */
export interface LinkProfile {
  /** From 0 to the length, at most half a cell apart. */
  readonly distancesMetres: Float64Array;
  readonly surfaceMetres: Float64Array;
  /** Null where no ground model is loaded. */
  readonly groundMetres: Float64Array | null;
  /** Stretches of the surface that are not known, as first and last distance. */
  readonly notKnown: readonly (readonly [number, number])[];
}

/** One link judged. What cannot be reckoned is null, and `reasons` say where and why. */
export interface LinkAnswer {
  readonly class: LinkClass;
  readonly from: PlacedEnd;
  readonly to: PlacedEnd;
  /** Along the ground, as the profile; and from antenna to antenna, as the budget has it (null: a height is not known). */
  readonly distanceMetres: number;
  readonly slantMetres: number | null;
  /** What it was reckoned at. */
  readonly frequencyGigahertz: number;
  readonly earthFactor: number;
  /** Metres from either antenna within which nothing blocks: their own roofs. */
  readonly ownRoofMetres: number;
  /** Null where the ends are one place. */
  readonly profile: LinkProfile | null;
  /** Over the profile without the own roofs. */
  readonly clearance: PathClearance | null;
  /** Bullington over the surface; 0 over a clear path. */
  readonly diffractionDecibels: number | null;
  /** From the hub to the premises. */
  readonly budget: LinkBudget | null;
  /** From the premises to the hub; null where that is the same in every line's value, or nothing is reckoned. */
  readonly budgetBack: LinkBudget | null;
  /** Why something above is null, the class no link or not known, or a height odd: whole sentences with place and remedy. */
  readonly reasons: readonly string[];
  /** Where the heights along the path come from. */
  readonly parts: readonly HeightPart[];
  readonly groundParts: readonly HeightPart[];
  /** What the height model says of itself. */
  readonly notes: readonly string[];
}
