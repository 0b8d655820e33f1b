import type { Lever } from '../../domain/plan/lever.ts';
import { knownOf } from '../../domain/plan/levers-known.ts';
import type { PlanDesigns } from '../../domain/plan/plan-design.ts';
import { numberOf } from './count-text.ts';

/**
 * "Let protected streets be dug: High Street". Roofs are named where the plan's designs name them.
 * @param designs of the plan; null: none
 */
export function leverTitle({ places, ...lever }: Lever, designs: PlanDesigns | null): string {
  const known = knownOf(lever);
  const title = known?.title ?? lever.kind;
  if (places === null || places.length === 0) return title;
  const isOfRoofs = known?.placesAre === 'roofs';
  const names = isOfRoofs ? roofNames(designs) : new Map<string, string>();
  const named = places.flatMap((place) => (isOfRoofs ? (names.get(place) ?? []) : place));
  if (named.length < places.length || named.length > 3)
    return `${title}: ${numberOf(places.length, isOfRoofs ? 'roof' : 'street')}`;
  return `${title}: ${named.join(', ')}`;
}

function roofNames(designs: PlanDesigns | null): Map<string, string> {
  const names = new Map<string, string>();
  for (const { design } of designs?.outcomes ?? []) {
    for (const { roof } of design?.radio?.hubs ?? []) names.set(roof.id, roof.name);
    for (const { behind } of design?.radio?.missed ?? []) if (behind) names.set(behind.roof, behind.roofName);
  }
  return names;
}
