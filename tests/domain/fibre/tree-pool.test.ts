import { expect, test } from 'vitest';
import { TreePool } from '../../../src/domain/fibre/tree-pool.ts';

const edges = (...numbers: number[]) => Int32Array.from(numbers);
const costs = ({ trees }: TreePool) => trees.map(({ cost }) => cost);

test('a pool keeps the cheapest, each once whatever the order of its edges', () => {
  const pool = new TreePool(3);
  pool.offer(edges(1, 2), 10);
  pool.offer(edges(2, 1), 10);
  pool.offer(edges(3, 4), 10);
  expect(costs(pool)).toEqual([10, 10]);
  pool.offer(edges(5), 8);
  pool.offer(edges(6), 12);
  expect(costs(pool)).toEqual([8, 10, 10]);
  pool.offer(edges(7), 9);
  expect(costs(pool)).toEqual([8, 9, 10]);
  expect([...pool.trees[0].edges]).toEqual([5]);
});

test('of trees that cost the same, the newer stays', () => {
  const pool = new TreePool(2);
  for (const edge of [1, 2, 3]) pool.offer(edges(edge), 5);
  expect(pool.trees.map((tree) => tree.edges[0])).toEqual([3, 2]);
});
