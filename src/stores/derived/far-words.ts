import type { DigGround } from '../../domain/dig/dig-ground.ts';
import { LEAD_IN_MOST_METRES } from '../../domain/streets/attach-places.ts';
import { metresOf } from './dig-headline.ts';
import { nearestStreetMetres } from './nearest-street.ts';

/** Why fibre cannot come from a place that a person gave: no loaded street is near; null where one is, or none is known. */
export function farWords(
  { lines }: Pick<DigGround, 'lines'>,
  place: { readonly lon: number; readonly lat: number },
): string | null {
  const metres = nearestStreetMetres(lines, place);
  if (metres === null || metres <= LEAD_IN_MOST_METRES) return null;
  return `The nearest street around the premises is ${metresOf(metres)} away: fibre cannot come from here.`;
}
