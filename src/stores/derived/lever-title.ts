import type { Lever } from '../../domain/plan/lever.ts';
import { knownOf } from '../../domain/plan/levers-known.ts';
import { numberOf } from './count-text.ts';

/** "Let protected streets be dug: High Street" */
export function knownLeverTitle(lever: Lever): string {
  const places = lever.places ?? [];
  const named = places.length > 3 ? numberOf(places.length, 'place') : places.join(', ');
  return `${knownOf(lever)?.title ?? lever.kind}${named === '' ? '' : `: ${named}`}`;
}
