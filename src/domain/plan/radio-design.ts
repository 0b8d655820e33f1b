import type { DigPlace } from '../dig/dig-design.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { Barrier } from './barrier.ts';
import type { HubRoof } from './hub-roof.ts';

/** How a hub is joined to fibre: a trench to its foot, or a radio link to a hub that has one. */
export type Backhaul =
  | { readonly kind: 'trench' }
  | {
      readonly kind: 'link';
      /** Id of the other hub's roof. */
      readonly to: string;
      readonly metres: number;
      readonly megabitsPerSecond: number;
    };

/** One sector of a hub: where it looks, and who it serves. */
export interface HubSector {
  /** Clockwise from true north, 0 to 360. */
  readonly azimuthDegrees: number;
  /** Units within it, and those that take the service (a share of the units): at most the device's clients a sector. */
  readonly units: number;
  readonly clients: number;
}

/** A hub that is to be built. */
export interface Hub {
  readonly roof: HubRoof;
  /** The antenna above the datum of the surface. */
  readonly seaMetres: number;
  readonly backhaul: Backhaul;
  readonly sectors: readonly HubSector[];
}

/** Premises that a hub serves. */
export interface RadioPlace extends DigPlace {
  /** Places in `hubs`, and among that hub's sectors: the first of several that share who is more than a sector holds. */
  readonly hub: number;
  readonly sector: number;
  /**
   * From the hub's antenna to theirs, along the ground; where the hub looks to see them, clockwise from true north. Both 0 in the
   * hub's own building, which is joined by a cable indoors and takes no room in a sector.
   */
  readonly metres: number;
  readonly azimuthDegrees: number;
  /** Their antenna above the datum of the surface; left out where the design does not say. */
  readonly seaMetres?: number;
  /** In the rain reckoned with, and no more than the hub's backhaul carries; what is left over the lowest step. */
  readonly megabitsPerSecond: number;
  readonly marginDecibels: number;
}

/** Why no hub serves premises. */
export const RADIO_MISSES = [
  'no roof near',
  'no roof sees it',
  'too weak in the rain reckoned with',
  'slower than asked',
  'every sector that reaches it is full',
  'no sector is left to look that way',
  'no hub is on a roof that reaches it',
  'only a barred roof reaches it',
  'the roofs that reach it have no way to fibre',
  'heights are not known',
] as const;

export type RadioMiss = (typeof RADIO_MISSES)[number];

export interface RadioMissed extends DigPlace {
  readonly reason: RadioMiss;
  /** The barred roof that would serve them; left out where none would. `barrier`: its id, "closed:…" where a person rules it out. */
  readonly behind?: { readonly roof: string; readonly roofName: string; readonly barrier: string };
}

/** Rooftop radio to some premises: every one asked is served or missed with its reason. */
export interface RadioDesign {
  /** What units are; absent: premises. */
  readonly unit?: Unit;
  readonly deviceId: string;
  readonly hubs: readonly Hub[];
  readonly served: readonly RadioPlace[];
  readonly missed: readonly RadioMissed[];
  /** Those that stand in the hubs' way, and those that bar the roofs that somebody is `behind`: place is the roof's id. */
  readonly barriers: readonly Barrier[];
  /** Roofs that were compared, and those of them that are barred. */
  readonly considered: number;
  readonly barred: number;
  /** What was assumed or not known, in words. */
  readonly notes: readonly string[];
}
