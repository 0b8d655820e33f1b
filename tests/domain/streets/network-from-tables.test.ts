import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkFromTables } from '../../../src/domain/streets/network-from-tables.ts';
import { StreetsRefused } from '../../../src/domain/streets/streets-refused.ts';
import {
  ended,
  findingOf,
  type Line,
  lineFile,
  metresAt,
  networkOf,
  type Place,
} from '../../builders/street-files.ts';

/** Paths of no known class have one edge along their centre, which is simplest to count. */
const NO_FILES = { fibrePoints: [], ducts: [], restrictions: [] };

describe('where lines meet', () => {
  it('an end near another end, or near a line, is joined to it, and said', () => {
    const network = networkOf([
      {
        at: [
          [0, 0],
          [100, 0],
        ],
      },
      {
        at: [
          [100.6, 0.3],
          [200, 0],
        ],
      },
      {
        at: [
          [50, 0.7],
          [50, 80],
        ],
      },
      {
        at: [
          [150, 3],
          [150, 80],
        ],
      },
    ]);
    // The second and third meet the first; the fourth misses the second by 3 m.
    expect(network.edgeCount).toBe(5);
    expect(network.report.components).toEqual([4, 1]);
    expect(findingOf(network, 'SNAPPED_END')?.count).toBe(2);
    expect(findingOf(network, 'TOUCHES_NOTHING')?.examples).toEqual(['row 4']);
  });

  it('lines that cross are cut; where no level is known it is said that this was assumed', () => {
    const network = networkOf([
      {
        at: [
          [-50, 0],
          [50, 0],
        ],
      },
      {
        at: [
          [0, -50],
          [0, 50],
        ],
      },
    ]);
    expect([network.nodeCount, network.edgeCount]).toEqual([5, 4]);
    expect(findingOf(network, 'SPLIT_AT_CROSSING')).toMatchObject({
      count: 1,
      examples: ['line 1 and line 2'],
    });
    expect(network.report.assumed).toContain('1 crossing of no known level: taken for junctions.');
    expect(network.report.notKnown).toContain('levels of 2 of 2 lines');
  });

  it('a vertex in common is a junction that nobody assumed', () => {
    const network = networkOf([
      {
        at: [
          [-50, 0],
          [0, 0],
          [50, 0],
        ],
      },
      {
        at: [
          [0, -50],
          [0, 0],
          [0, 50],
        ],
      },
    ]);
    expect([network.nodeCount, network.edgeCount]).toEqual([5, 4]);
    expect(findingOf(network, 'SPLIT_AT_CROSSING')).toBeUndefined();
  });

  it.each([
    ['level', { level: '1' }, { level: '0' }],
    ['layer of OpenStreetMap, blank on the ground', { layer: '1' }, { layer: '' }],
    ['bridge', { bridge: 'yes' }, { bridge: 'no' }],
    ['tunnel', { tunnel: 'yes' }, { tunnel: '' }],
    ['structure of OS Open Roads', { road_structure: 'Road In Tunnel' }, { road_structure: '' }],
  ])('different levels do not meet: %s', (_, over, under) => {
    const network = networkOf([
      {
        at: [
          [-50, 0],
          [50, 0],
        ],
        says: over,
      },
      {
        at: [
          [0, -50],
          [0, 50],
        ],
        says: under,
      },
    ]);
    expect([network.nodeCount, network.edgeCount]).toEqual([4, 2]);
    expect(findingOf(network, 'KEPT_APART_BY_LEVEL')?.count).toBe(1);
    expect(findingOf(network, 'SPLIT_AT_CROSSING')).toBeUndefined();
  });

  it('a bridge is joined to the street that leads up to it, and not to the one below', () => {
    const network = networkOf([
      {
        at: [
          [-100, 0],
          [-20, 0],
        ],
        says: { level: '0' },
      },
      {
        at: [
          [-20, 0],
          [20, 0],
        ],
        says: { level: '1', bridge: 'yes' },
      },
      {
        at: [
          [20, 0],
          [100, 0],
        ],
        says: { level: '0' },
      },
      {
        at: [
          [0, -50],
          [0, 50],
        ],
        says: { level: '0' },
      },
    ]);
    expect(network.report.components).toEqual([3, 1]);
  });

  it('an end a little short of a bridge is not joined to it', () => {
    const network = networkOf([
      {
        at: [
          [-50, 0],
          [50, 0],
        ],
        says: { level: '1' },
      },
      {
        at: [
          [0, -0.5],
          [0, -50],
        ],
        says: { level: '0' },
      },
    ]);
    expect(network.report.components).toEqual([1, 1]);
  });

  it('reports lines without length and lines drawn twice', () => {
    const network = networkOf([
      {
        at: [
          [0, 0],
          [100, 0],
        ],
        says: { name: 'Long Lane' },
      },
      {
        at: [
          [30, 30],
          [30, 30],
        ],
        says: { name: 'Nowhere' },
      },
      {
        at: [
          [100, 0],
          [50, 0.2],
          [0, 0],
        ],
        says: { name: 'Long Lane again' },
      },
    ]);
    expect(network.edgeCount).toBe(1);
    expect(findingOf(network, 'ZERO_LENGTH')).toMatchObject({
      count: 1,
      examples: ['row 2 of streets.geojson'],
    });
    expect(findingOf(network, 'DUPLICATE')).toMatchObject({
      count: 1,
      examples: ['Long Lane again on Long Lane'],
    });
  });

  it('a ring that touches itself nowhere is one edge; a street through it cuts it', () => {
    const ring: Line = {
      at: [
        [0, 0],
        [40, 0],
        [40, 40],
        [0, 40],
        [0, 0],
      ],
    };
    expect(networkOf([ring]).edgeCount).toBe(1);
    expect(
      networkOf([
        ring,
        {
          at: [
            [-20, 20],
            [60, 20],
          ],
        },
      ]).edgeCount,
    ).toBe(6);
  });

  it('the same files give the same network, to the last bit', () => {
    const lines: Line[] = [
      {
        at: [
          [-50, 0.4],
          [50, 0],
        ],
        says: { class: 'residential', name: 'A' },
      },
      {
        at: [
          [0, -50],
          [3, 50],
        ],
        says: { class: 'residential', name: 'B' },
      },
    ];
    expect(networkOf(lines)).toEqual(networkOf(lines));
  });
});

describe('what is no street', () => {
  it('steps, motorways and railways are left out', () => {
    const says = (text: string) => ({ class: text });
    const network = networkOf([
      {
        at: [
          [0, 0],
          [100, 0],
        ],
        says: says('footpath'),
      },
      {
        at: [
          [0, 10],
          [100, 10],
        ],
        says: says('steps'),
      },
      {
        at: [
          [0, 20],
          [100, 20],
        ],
        says: says('motorway'),
      },
      {
        at: [
          [0, 30],
          [100, 30],
        ],
        says: says('railway'),
      },
    ]);
    expect(network.edgeCount).toBe(1);
    expect(findingOf(network, 'NOT_DIGGABLE')).toMatchObject({
      count: 3,
      examples: ['line 2 (steps)', 'line 3 (motorway)', 'line 4 (railway)'],
    });
    expect(network.report.lines).toBe(1);
  });

  it('is refused with what to do where nothing is left', () => {
    const refused = (streets: ReturnType<typeof lineFile>[]) => () =>
      ended(networkFromTables({ streets, ...NO_FILES }));
    expect(refused([])).toThrow(StreetsRefused);
    expect(refused([lineFile([])])).toThrow(/Load streets as lines/);
    expect(
      refused([
        lineFile([
          {
            at: [
              [0, 0],
              [9, 9],
            ],
            says: { class: 'river' },
          },
        ]),
      ]),
    ).toThrow(/choose the column of their class/);
  });
});

/** Random straight lines on a grid of 5 m, so that touches, overlaps and crossings are common. */
const someLines = fc.array(
  fc
    .tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12))
    .filter(([a, b, c, d]) => a !== c || b !== d)
    .map(
      ([a, b, c, d]): Line => ({
        at: [
          [5 * a, 5 * b],
          [5 * c, 5 * d],
        ],
      }),
    ),
  { minLength: 1, maxLength: 14 },
);

/** The same, to east, north and between, so that lines lie on one another or well apart. */
const someRoundLines = fc.array(
  fc
    .tuple(
      fc.nat(12),
      fc.nat(12),
      fc.constantFrom([1, 0], [0, 1], [1, 1], [1, -1]),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(
      ([a, b, [east, north], steps]): Line => ({
        at: [
          [5 * a, 5 * b],
          [5 * (a + east * steps), 5 * (b + north * steps)],
        ],
      }),
    ),
  { minLength: 1, maxLength: 14 },
);

describe('for any lines', () => {
  it('edges lead from node to node, and their length is that of their shape', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const { edgeCount, tails, heads, lengthMetres, shapeStarts, shapes, nodeLon, nodeLat } =
          networkOf(lines);
        for (let edge = 0; edge < edgeCount; edge++) {
          const [first, last] = [shapeStarts[edge], shapeStarts[edge + 1] - 1];
          expect([shapes[2 * first], shapes[2 * first + 1]]).toEqual([
            nodeLon[tails[edge]],
            nodeLat[tails[edge]],
          ]);
          expect([shapes[2 * last], shapes[2 * last + 1]]).toEqual([
            nodeLon[heads[edge]],
            nodeLat[heads[edge]],
          ]);
          let metres = 0;
          for (let at = first; at < last; at++) {
            const [x1, y1] = metresAt(shapes[2 * at], shapes[2 * at + 1]);
            const [x2, y2] = metresAt(shapes[2 * at + 2], shapes[2 * at + 3]);
            metres += Math.hypot(x2 - x1, y2 - y1);
          }
          expect(lengthMetres[edge]).toBeGreaterThan(0);
          expect(Math.abs(lengthMetres[edge] - metres)).toBeLessThan(0.001 * metres + 0.05);
        }
      }),
    );
  });

  it('two lines hang together exactly where they cross or touch, or both touch others that do', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const gaps = lines.flatMap((one, i) => lines.slice(0, i).map((other) => gapBetween(one, other)));
        fc.pre(gaps.every((gap) => Math.abs(gap - 1) > 0.03));
        expect(networkOf(lines).report.components).toHaveLength(groupsOf(lines));
      }),
    );
  });

  it('footways hang together where their centre lines do, whichever streets have them', () => {
    fc.assert(
      fc.property(
        someLines,
        fc.infiniteStream(fc.constantFrom('residential', 'footpath')),
        (lines, classes) => {
          const mixed = lines.map((line) => ({ ...line, says: { class: classes.next().value as string } }));
          const network = networkOf(mixed);
          expect(network.report.components).toHaveLength(networkOf(lines).report.components.length);
          expect([...network.lengthMetres].every((metres) => metres >= 0 && metres < 200)).toBe(true);
        },
      ),
    );
  });

  it('all of the ground that lines lie on is an edge once', () => {
    fc.assert(
      fc.property(someRoundLines, (lines) => {
        const network = networkOf(lines);
        const metres = network.lengthMetres.reduce((sum, one) => sum + one, 0);
        expect(Math.abs(metres - groundUnder(lines))).toBeLessThan(0.02 * metres + 4);
      }),
    );
  });
});

/** How many groups lines fall into by touch, slowly. */
function groupsOf(lines: readonly Line[]): number {
  const group = lines.map((_, i) => i);
  for (let i = 0; i < lines.length; i++)
    for (let j = 0; j < i; j++)
      if (gapBetween(lines[i], lines[j]) <= 1) {
        const [from, to] = [group[i], group[j]];
        group.forEach((one, k) => {
          if (one === from) group[k] = to;
        });
      }
  return new Set(group).size;
}

/** Metres between two segments: 0 where they cross, else from an end of one to the other. */
function gapBetween({ at: [a, b] }: Line, { at: [c, d] }: Line): number {
  const side = (p: Place, q: Place, r: Place) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0;
  return Math.min(toSegment(a, c, d), toSegment(b, c, d), toSegment(c, a, b), toSegment(d, a, b));
}

function toSegment(p: Place, a: Place, b: Place): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const share = Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(a[0] + share * dx - p[0], a[1] + share * dy - p[1]);
}

/** Metres that are under at least one line: each sampled every 5 cm, what an earlier line covers left out. */
function groundUnder(lines: readonly Line[]): number {
  let metres = 0;
  lines.forEach(({ at: [a, b] }, i) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const steps = Math.ceil(length / 0.05);
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps;
      const place: Place = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
      const isCovered = lines
        .slice(0, i)
        .some(({ at: [c, d] }) => isAlong([a, b], [c, d]) && toSegment(place, c, d) < 1e-6);
      if (!isCovered) metres += length / steps;
    }
  });
  return metres;
}

function isAlong([a, b]: readonly Place[], [c, d]: readonly Place[]): boolean {
  return (b[0] - a[0]) * (d[1] - c[1]) === (b[1] - a[1]) * (d[0] - c[0]);
}
