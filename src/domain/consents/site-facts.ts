import type { DeviceProfile } from '../radio/device.ts';
import type { Nation } from './nation.ts';

/** Kinds of protected land and buildings that a loaded file may hold. */
export const DESIGNATIONS = [
  'conservation area',
  'listed building',
  'national park',
  'outstanding natural beauty',
  'world heritage site',
  'other protected land',
] as const;

export type Designation = (typeof DESIGNATIONS)[number];

/**
 * What the loaded files of one designation say of a place. 'no data': no file is loaded, or none reaches the place. 'near': a
 * point of the designation lies within NEAR_METRES, and which building it means is not known.
 */
export interface DesignationFound {
  readonly designation: Designation;
  readonly state: 'inside' | 'outside' | 'near' | 'no data';
  /** Names of what holds the place or is near it, as the file has them. */
  readonly names: readonly string[];
  /** Files that were asked. */
  readonly fileNames: readonly string[];
}

/** All that the consents' rules are asked of. null: not known. */
export interface SiteFacts {
  readonly nation: Nation | null;
  /** From the ground to the building's highest part. */
  readonly buildingMetres: number | null;
  /** The apparatus taken by itself: from the roof below it to its top. */
  readonly apparatusMetres: number | null;
  /** From the building's highest part to the top of the apparatus; negative below it. At most `apparatusMetres`. */
  readonly overBuildingMetres: number | null;
  /** One for each designation, in the order of DESIGNATIONS. */
  readonly designations: readonly DesignationFound[];
  /** The radio in use. */
  readonly device: DeviceProfile | null;
}
