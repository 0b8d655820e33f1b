import type { LayerRecord } from '../coverage/layer.ts';
import { type LayerTallies, tallyLayers } from '../not-spots/analyse.ts';
import type { Prepared } from '../project/prepared.ts';

/**
 * What was prepared for `all` layers, for those of them that are `left`: the same as preparing it anew, without counting
 * again what no missing layer touches.
 */
export function preparedWithout(
  prepared: Prepared,
  all: readonly LayerRecord[],
  left: readonly LayerRecord[],
): Prepared {
  if (left.length === all.length) return prepared;
  const ids = new Set(left.map(({ id }) => id));
  const isLeft = ({ layerId }: { readonly layerId: string | null }): boolean =>
    layerId === null || ids.has(layerId);
  const answers = new Map([...prepared.answers].filter(([id]) => ids.has(id)));
  const rest = {
    ...prepared,
    answers,
    notes: prepared.notes.filter(isLeft),
    joins: prepared.joins.filter(isLeft),
    ways: new Map([...prepared.ways].filter(([id]) => ids.has(id))),
  };
  return { ...rest, tallies: talliesWithout(rest, all, left) };
}

/** Numbers of operators are counted again only for technologies that lost a layer. */
function talliesWithout(
  prepared: Prepared,
  all: readonly LayerRecord[],
  left: readonly LayerRecord[],
): LayerTallies {
  const { tallies } = prepared;
  const touched = new Set(all.filter((layer) => !left.includes(layer)).map(({ technology }) => technology));
  const layers = left.filter(({ technology }) => touched.has(technology));
  const anew = tallyLayers({ ...prepared, layers }).operators;
  const kept = tallies.operators.filter(({ technology }) => !touched.has(technology));
  const technologies = [...new Set(left.map(({ technology }) => technology))];
  const ids = new Set(left.map(({ id }) => id));
  return {
    ...tallies,
    layers: tallies.layers.filter(({ layerId }) => ids.has(layerId)),
    operators: [...kept, ...anew].sort(
      (one, other) => technologies.indexOf(one.technology) - technologies.indexOf(other.technology),
    ),
  };
}
