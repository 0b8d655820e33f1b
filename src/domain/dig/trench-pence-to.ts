import { distancesFrom } from '../fibre/distances-from.ts';
import type { WorkStep } from '../project/work-step.ts';
import { askedRoots } from './asked-roots.ts';
import { digGraph } from './dig-graph.ts';
import { DigImpossible } from './dig-impossible.ts';
import type { DigInput } from './dig-over.ts';
import { digPrices } from './dig-prices.ts';
import type { DigQuestion } from './dig-question.ts';
import { joinPlaces } from './join-places.ts';

/**
 * By place, mid whole pence of a trench of its own from the nearest place that fibre may come from, lead-in and the present
 * value of rents and upkeep included; Infinity where none leads there. Throws RateMissing, DigImpossible without a root.
 * @param places degrees
 */
export function* trenchPenceTo(
  question: DigQuestion,
  { network, rates, sharedStreets }: Pick<DigInput, 'network' | 'rates' | 'sharedStreets'>,
  places: readonly { readonly lon: number; readonly lat: number }[],
): Generator<WorkStep, Float64Array> {
  const asked = askedRoots(question, network);
  const points = places.map(({ lon, lat }) => ({ ids: [], units: 0, lon, lat }));
  const joined = yield* joinPlaces(network, points, { own: asked.own, works: question });
  const { pence } = yield* digPrices(joined.network, rates, question, sharedStreets);
  const roots = [...asked.ofFiles.map(({ node }) => node), ...joined.rootNodes].filter((node) => node >= 0);
  if (roots.length === 0)
    throw new DigImpossible(
      'NO_ROOT',
      'There is no place joined to the streets that fibre can come from. Choose a fibre point, or place one near a street.',
    );
  yield { what: 'Reckoning trenches to roofs', fraction: 0 };
  const { graph, nodeOf, root } = digGraph(joined.network, pence, { roots, forced: [] });
  yield { what: 'Reckoning trenches to roofs', fraction: 0.5 };
  const distances = distancesFrom(graph, root, new Uint8Array(graph.nodeCount));
  return Float64Array.from(joined.nodes, (node) =>
    node < 0 || nodeOf[node] < 0 ? Number.POSITIVE_INFINITY : distances[nodeOf[node]],
  );
}
