import { unitWord } from '../not-spots/headline.ts';
import type { Unit } from '../premises/premises-table.ts';

/**
 * What is to be said of a dig or plan whose units stand for several addresses each, of which one lead-in, one connection or radio are
 * counted; null where a unit is a place to connect.
 */
export function unitNote(unit: Unit): string | null {
  if (unit !== 'postcodes') return null;
  const one = unitWord(unit, 1);
  return `Counted in ${unit}: each stands for several addresses, yet lead-ins, connections, radios and the cost for each are per ${one}. What it costs to connect all of the addresses is not known.`;
}
