import { expect, test } from 'vitest';
import { strongPruner } from '../../../src/domain/fibre/prune-strongly.ts';
import { graphOf } from '../../builders/small-streets.ts';

// A root 0, a branch 1 – 2 that is worth it only with its end, and a branch 3 that is not.
const graph = graphOf({
  nodeCount: 5,
  edges: [
    [0, 1, 4],
    [1, 2, 3],
    [0, 3, 6],
    [3, 4, 5],
  ],
});
const all = Int32Array.of(0, 1, 2, 3);
const prune = (prizes: readonly number[], required: readonly number[] = []) =>
  Array.from(strongPruner(graph, { prizes: Float64Array.from(prizes), required })(all, 0)).sort();

test('branches stay where their prizes come to more than their edges', () => {
  expect(prune([0, 1, 7, 5, 5])).toEqual([0, 1]);
  expect(prune([0, 0, 7, 0, 0])).toEqual([]);
  expect(prune([0, 5, 1, 0, 20])).toEqual([0, 2, 3]);
});

test('what is required stays, with the way to it', () => {
  expect(prune([0, 0, 0, 0, 0], [4])).toEqual([2, 3]);
});
