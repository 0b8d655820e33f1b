import type { StreetGraph } from './street-graph.ts';
import { TreeFrame } from './tree-frame.ts';

/**
 * Cuts off what is not worth it: branches of a tree whose prizes come to less than their edges, each looked at with its
 * own branches cut already (strong pruning, Johnson, Minkoff and Phillips 2000).
 * @returns a pruner of trees that contain the root; what comes out costs no more, prizes not reached included
 */
export function strongPruner(
  graph: StreetGraph,
  { prizes, required }: { readonly prizes: Float64Array; readonly required: readonly number[] },
): (edges: Int32Array, root: number) => Int32Array {
  const frame = new TreeFrame(graph);
  const worths = new Float64Array(graph.nodeCount);
  const isRequired = new Uint8Array(graph.nodeCount);
  for (const node of required) isRequired[node] = 1;
  const isKept = new Uint8Array(graph.nodeCount);
  const mustStay = new Uint8Array(graph.nodeCount);
  return (edges, root) => {
    frame.hang(edges, root);
    const { order, size, parents, parentEdges } = frame;
    for (let place = 0; place < size; place++) {
      worths[order[place]] = prizes[order[place]];
      mustStay[order[place]] = isRequired[order[place]];
    }
    for (let place = size - 1; place > 0; place--) {
      const node = order[place];
      const worth = worths[node] - graph.costs[parentEdges[node]];
      isKept[node] = worth > 0 || mustStay[node] ? 1 : 0;
      if (!isKept[node]) continue;
      worths[parents[node]] += worth;
      if (mustStay[node]) mustStay[parents[node]] = 1;
    }
    isKept[root] = 1;
    const kept: number[] = [];
    for (let place = 1; place < size; place++) {
      const node = order[place];
      if (!isKept[parents[node]]) isKept[node] = 0;
      if (isKept[node]) kept.push(parentEdges[node]);
    }
    return Int32Array.from(kept);
  };
}
