import type { HubRoof } from '../plan/hub-roof.ts';
import type { Antenna } from '../radio/sight-path.ts';

/** How a roof answers a place, as codes of `JudgedRoof.answers`; a greater one says more. */
export const ANSWERS = [
  'beyond the radius',
  'blocked',
  'too weak',
  'slower than asked',
  'not known',
  'reached',
] as const;

export type RoofAnswer = (typeof ANSWERS)[number];

/** The code of what a hub serves. */
export const REACHED = ANSWERS.indexOf('reached');

/** Whom a hub on a roof would reach, one entry each in every array, by place. */
export interface RoofReach {
  /** Place in the places that were asked. */
  readonly place: Int32Array;
  /** Along the ground, from antenna to antenna; 0 in the roof's own building, which a cable serves. */
  readonly metres: Float64Array;
  /** From the roof, clockwise from true north; NaN in its own building: any sector will do. */
  readonly azimuthDegrees: Float64Array;
  /** Antenna of the place above the datum of the surface; NaN in the roof's own building. */
  readonly seaMetres: Float64Array;
  /** In the rain reckoned with; in the roof's own building that of the device's fastest step. */
  readonly megabitsPerSecond: Float64Array;
  /** Over the lowest step; 0 in the roof's own building. */
  readonly marginDecibels: Float64Array;
}

/** A roof and how it answers each place. */
export interface JudgedRoof {
  readonly roof: HubRoof;
  /** null: no height is known at its place. */
  readonly antenna: Antenna | null;
  /** Its building; −1: none. */
  readonly building: number;
  /** A code of ANSWERS for each place. */
  readonly answers: Uint8Array;
  readonly reach: RoofReach;
}

/** Roofs judged, in the order of the candidates. */
export interface JudgedRoofs {
  readonly roofs: readonly JudgedRoof[];
  /** 1: no height is known where the place is. One entry for each place. */
  readonly isUnknown: Uint8Array;
  /** What formulas said that do not hold. */
  readonly faults: readonly string[];
}
