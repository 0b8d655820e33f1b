import type { Sourced } from '../project/sourced.ts';
import { bullingtonLossDecibels } from './bullington.ts';
import { CLEAR } from './link-meter.ts';
import type { ClearanceClass } from './path-clearance.ts';
import type { PathProfile } from './path-profile.ts';
import { recommendation } from './recommendations.ts';

/**
 * What is lost over what stands in a path of a class: nothing over a clear one, else Bullington's edge over the surface.
 * Throws OutOfRange where the path is not clear and longer than 5 km, or not known.
 */
export function diffractionOver(
  found: ClearanceClass,
  profile: () => PathProfile,
  given: { readonly frequencyGigahertz: number; readonly earthFactor: number },
): Sourced<number> {
  if (found === 'clear') return CLEAR;
  return { value: bullingtonLossDecibels(profile(), given), source: recommendation('P.526-15') };
}
