import { buildingEntry } from './building-entry.ts';
import type { CaseKind } from './case-kind.ts';
import { cellular } from './cellular.ts';
import { clutterHeightGain } from './clutter-height-gain.ts';
import { clutterStatistical } from './clutter-statistical.ts';
import { freeSpace } from './free-space.ts';
import { fresnelRadius } from './fresnel-radius.ts';
import { gas } from './gas.ts';
import { knifeEdge } from './knife-edge.ts';
import { obstruction } from './obstruction.ts';
import { overRooftops } from './over-rooftops.ts';
import { profiles } from './profiles.ts';
import { rainOverPath } from './rain-over-path.ts';
import { rainPerKilometre } from './rain-per-kilometre.ts';
import { street } from './street.ts';
import { streetCanyon } from './street-canyon.ts';
import { terragraph } from './terragraph.ts';
import { viewsheds } from './viewsheds.ts';

/** The kinds of case files that are checked; the first that a file matches is its kind. */
export const CASE_KINDS: readonly CaseKind[] = [
  freeSpace,
  fresnelRadius,
  knifeEdge,
  obstruction,
  gas,
  rainPerKilometre,
  rainOverPath,
  street,
  overRooftops,
  streetCanyon,
  clutterHeightGain,
  clutterStatistical,
  buildingEntry,
  cellular,
  profiles,
  terragraph,
  viewsheds,
];

/** Files of models that Notspot does not have, by how their names begin, and which model that is. */
export const NOT_IMPLEMENTED: readonly (readonly [start: string, model: string])[] = [
  ['itm_', 'the Longley–Rice model (ITM)'],
  ['p1812_validation', 'the whole of P.1812'],
  ['nycmesh_built_links', 'links over a surface of New York, which no file here holds'],
];
