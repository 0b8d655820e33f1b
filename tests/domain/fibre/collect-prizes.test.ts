import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectPrizes } from '../../../src/domain/fibre/collect-prizes.ts';
import { TerminalsApart } from '../../../src/domain/fibre/find-tree.ts';
import type { TrenchAnswer } from '../../../src/domain/fibre/trench-answer.ts';
import { WorkMeter } from '../../../src/domain/fibre/work-meter.ts';
import { lastOf } from '../../builders/last-of.ts';
import {
  exhaustivePrizeCost,
  graphOf,
  type SmallStreets,
  smallStreets,
} from '../../builders/small-streets.ts';

function worthOf(
  streets: SmallStreets,
  prizes: readonly number[],
  required: readonly number[],
): TrenchAnswer {
  const problem = { graph: graphOf(streets), prizes: Float64Array.from(prizes), required };
  return lastOf(collectPrizes(problem, new WorkMeter(3e6)));
}

const asked = smallStreets.chain((streets) =>
  fc.record({
    streets: fc.constant(streets),
    prizes: fc.array(fc.nat(15), { minLength: streets.nodeCount, maxLength: streets.nodeCount }),
    required: fc.subarray([...Array(streets.nodeCount).keys()], { maxLength: 2 }),
  }),
);

describe('what is worth it', () => {
  it('is what a look at every choice of nodes finds', () => {
    fc.assert(
      fc.property(asked, ({ streets, prizes, required }) => {
        const { cost, lowerBound, edges, nodes } = worthOf(streets, prizes, required);
        expect(cost).toBe(exhaustivePrizeCost(streets, prizes, required));
        expect(lowerBound).toBeLessThanOrEqual(cost);
        const paid = [...edges].reduce((sum, edge) => sum + streets.edges[edge][2], 0);
        const lost = prizes.reduce((sum, prize, node) => sum + (nodes.includes(node) ? 0 : prize), 0);
        expect(paid + lost).toBe(cost);
      }),
      { numRuns: 600 },
    );
  });

  it('is nothing where nothing is offered, and never dearer than all prizes', () => {
    fc.assert(
      fc.property(asked, ({ streets, prizes }) => {
        const all = prizes.reduce((sum, prize) => sum + prize, 0);
        expect(worthOf(streets, prizes, []).cost).toBeLessThanOrEqual(all);
        expect(worthOf(streets, prizes.fill(0), [])).toMatchObject({ cost: 0, lowerBound: 0 });
      }),
    );
  });

  it('gives up what cannot be reached, and refuses where that is required', () => {
    const streets: SmallStreets = { nodeCount: 3, edges: [[0, 1, 2]] };
    expect(worthOf(streets, [0, 5, 9], [0])).toMatchObject({ cost: 11, nodes: Int32Array.of(0, 1) });
    expect(() => worthOf(streets, [0, 5, 9], [0, 2])).toThrow(TerminalsApart);
  });

  it('refuses prizes that are no whole pence', () => {
    const streets: SmallStreets = { nodeCount: 2, edges: [[0, 1, 2]] };
    expect(() => worthOf(streets, [0, 0.5], [])).toThrow('Node 1 has the prize 0.5');
    expect(() => worthOf(streets, [0, -1], [])).toThrow(RangeError);
    expect(() => worthOf(streets, [0], [])).toThrow('1 prizes for 2 nodes');
  });
});
