import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigPrices } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';
import { forcedLine } from './forced-line.ts';

/** What must be dug in any case. */
export interface ForcedStreets {
  /** A forest of edges of the network. */
  readonly edges: readonly number[];
  /** Ids of streets that must be dug and cannot: all of them is closed, or no file has them. */
  readonly impossible: readonly string[];
}

/** The lines of all streets that a question wants dug, as far as they are open. */
export function forcedStreets(
  { forced }: Pick<DigQuestion, 'forced'>,
  network: StreetNetwork,
  { pence }: Pick<DigPrices, 'pence'>,
): ForcedStreets {
  const places = new Map(network.streets.map(({ id }, place) => [id, place]));
  const edges: number[] = [];
  const impossible: string[] = [];
  for (const id of new Set(forced)) {
    const street = places.get(id);
    const line = street === undefined ? [] : forcedLine(network, street, pence);
    if (line.length === 0) impossible.push(id);
    edges.push(...line);
  }
  return { edges, impossible };
}
