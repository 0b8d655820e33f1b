import { describe, expect, it } from 'vitest';
import { forcedLine } from '../../../src/domain/dig/forced-line.ts';
import type { StreetNetwork } from '../../../src/domain/streets/street-network.ts';
import { networkOf } from '../../builders/street-networks.ts';

const lineOf = (network: StreetNetwork, closed: readonly number[] = []) =>
  forcedLine(
    network,
    0,
    Float64Array.from(network.lengthMetres, (metres, edge) =>
      closed.includes(edge) ? Number.POSITIVE_INFINITY : Math.round(metres),
    ),
  ).sort((a, b) => a - b);

describe('forcedLine', () => {
  it('digs a street of one line from end to end, branches too', () => {
    const network = networkOf({
      nodes: [
        [0, 0],
        [100, 0],
        [200, 0],
        [100, 150],
        [100, 20],
      ],
      edges: [
        { ends: [0, 1], street: 'A' },
        { ends: [1, 2], street: 'A' },
        { ends: [1, 4], street: 'A' },
        { ends: [4, 3], street: 'A' },
        { ends: [0, 3], street: 'B' },
      ],
    });
    expect(lineOf(network)).toEqual([0, 1, 2, 3]);
    expect(lineOf(network, [1])).toEqual([0, 2, 3]);
  });

  it('digs one of two footways, and crosses where that is cheaper', () => {
    // South footway 0–1–2, north footway 3–4–5; the east half of the south one is long.
    const network = networkOf({
      nodes: [
        [0, 0],
        [100, 0],
        [200, 0],
        [0, 10],
        [100, 10],
        [200, 10],
      ],
      edges: [
        { ends: [0, 1], street: 'A', side: 'right' },
        { ends: [1, 2], street: 'A', side: 'right', metres: 400 },
        { ends: [3, 4], street: 'A', side: 'left', metres: 300 },
        { ends: [4, 5], street: 'A', side: 'left' },
        { ends: [0, 3], street: 'A', kind: 'crossing' },
        { ends: [1, 4], street: 'A', kind: 'crossing' },
        { ends: [2, 5], street: 'A', kind: 'crossing' },
      ],
    });
    const line = lineOf(network);
    expect(line).toContain(0);
    expect(line).toContain(3);
    expect(line).toContain(5);
    expect(line).not.toContain(1);
    expect(line).not.toContain(2);
  });

  it('digs every part of a street that hangs apart, all but the last piece of a ring, and nothing of one that is closed', () => {
    const ring = networkOf({
      nodes: [
        [0, 0],
        [200, 0],
        [200, 200],
        [0, 200],
        [900, 0],
        [1000, 0],
      ],
      edges: [
        { ends: [0, 1], street: 'A' },
        { ends: [1, 2], street: 'A' },
        { ends: [2, 3], street: 'A' },
        { ends: [3, 0], street: 'A' },
        { ends: [4, 5], street: 'A' },
      ],
    });
    const line = lineOf(ring);
    expect(line).toHaveLength(4);
    expect(line).toContain(4);
    expect(lineOf(ring, [0, 1, 2, 3, 4])).toEqual([]);
  });
});
