import type { HeightAbove } from './rooftop-site.ts';

/** One end of a link as a person gives it. */
export interface LinkEnd {
  readonly name: string;
  /** Degrees, WGS84. */
  readonly lon: number;
  readonly lat: number;
  /** Height of the antenna over what `above` names, metres. */
  readonly antennaMetres: number;
  readonly above: HeightAbove;
}
