import { describe, expect, it } from 'vitest';
import { billOf } from '../../../src/domain/cost/bill-of.ts';
import { connectionPence } from '../../../src/domain/cost/connection-pence.ts';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { DigImpossible } from '../../../src/domain/dig/dig-impossible.ts';
import { NOT_LED } from '../../../src/domain/dig/dig-notes.ts';
import type { DigQuestion } from '../../../src/domain/dig/dig-question.ts';
import { smallRates } from '../../builders/rate-cards.ts';
import { DIG_QUESTION, digFor, premisesAt } from '../../builders/small-digs.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

/** Two long streets, A in the south and B in the north, with C, D and E across from west to east. R is south-west. */
const NODES = [
  [0, 0],
  [100, 0],
  [200, 0],
  [0, 100],
  [100, 100],
  [200, 100],
] as const;
const EDGES = [
  { ends: [0, 1], street: 'A' },
  { ends: [1, 2], street: 'A' },
  { ends: [3, 4], street: 'B', barriers: ['b'] },
  { ends: [4, 5], street: 'B', barriers: ['b'] },
  { ends: [0, 3], street: 'C' },
  { ends: [1, 4], street: 'D' },
  { ends: [2, 5], street: 'E' },
] as const;
const ladder = (until: string | null) =>
  networkOf({
    nodes: NODES,
    edges: EDGES,
    barriers: [protection('b', 'B', until)],
    fibre: { R: 0, S: 5 },
  });
const LADDER = ladder('2026-06-30');
const EAST_END = premisesAt(203, 103);
const WEST_END = premisesAt(-3, 103);

const streetsOf = (question: Partial<DigQuestion>, network = LADDER, premises = [EAST_END]) => {
  const { pieces } = digFor(question, { network, premises });
  return [...new Set(pieces.flatMap(({ kind, street }) => (kind === 'street' && street) || []))]
    .sort()
    .join('');
};

describe('digOver', () => {
  it('prices what it digs, part by part, and proves small answers', () => {
    const result = digFor({}, { network: LADDER, premises: [EAST_END, premisesAt(103, 3)] });
    expect(result.served).toHaveLength(2);
    expect(result.missed).toEqual([]);
    expect(result.searchedPence).toBe(billed(result));
    expect(result.lowerBoundPence).toBe(result.searchedPence);
    expect(result.roots.map(({ id }) => id)).toEqual(['R']);
    expect(result.pieces.filter(({ kind }) => kind === 'lead-in')).toHaveLength(2);
    expect(result.madeOf.contents).toEqual(['file-1']);
    expect(result.isQuick).toBe(false);
  });

  it('leads to the roofs of hubs, which have no premises', () => {
    const hub = { lon: premisesAt(103, 3).lon ?? 0, lat: premisesAt(103, 3).lat ?? 0 };
    const result = digFor({}, { network: LADDER, premises: [EAST_END], rows: [], hubs: [hub] });
    expect(result.served).toEqual([{ ids: [], units: 0, ...hub }]);
    const alone = digFor({}, { network: LADDER, premises: [premisesAt(103, 3)] });
    const connected = billed(alone) - billed(result);
    expect(result.searchedPence).toBe(billed(result));
    expect(connected).toBe(connectionPence(smallRates(), DIG_QUESTION.takeUpPercent).mid);
  });

  it('leaves to others whom they reach for less, and nobody else', () => {
    const premises = [EAST_END, premisesAt(103, 3)];
    const all = digFor({}, { network: LADDER, premises });
    const prized = (pence: number) => digFor({}, { network: LADDER, premises, prizeOf: () => pence });
    expect(prized(billed(all)).served).toHaveLength(2);
    expect(prized(Number.POSITIVE_INFINITY).pieces).toEqual(all.pieces);
    const none = prized(1);
    expect(none.served).toEqual([]);
    expect(none.searchedPence).toBe(2);
    expect(none.missed.map(({ reason }) => reason)).toEqual(['not worth it', 'not worth it']);
  });

  it('pays its share of what others dig at the same time', () => {
    const alone = digFor({}, { network: LADDER, premises: [EAST_END] });
    const street = alone.pieces.find(({ kind }) => kind === 'street')?.street ?? '';
    const shared = digFor(
      {},
      {
        network: LADDER,
        premises: [EAST_END],
        sharedStreets: new Map([[street, { low: 0.2, mid: 0.5, high: 0.8 }]]),
      },
    );
    const paid = (result: DigResult, what: string) =>
      result.pieces
        .filter((piece) => piece.street === street)
        .flatMap(({ parts }) => parts)
        .filter((part) => part.what === what)
        .reduce((sum, { pence }) => sum + pence.mid, 0);
    expect(paid(shared, 'trench') / paid(alone, 'trench')).toBeCloseTo(0.5, 3);
    expect(paid(shared, 'cable')).toBe(paid(alone, 'cable'));
    const both = (result: DigResult, level: 'low' | 'high') =>
      result.pieces
        .filter((piece) => piece.street === street)
        .flatMap(({ parts }) => parts)
        .reduce((sum, part) => sum + (part.what === 'trench' ? part.pence[level] : 0), 0);
    // Where all is cheap most is saved, where all is dear least.
    expect(both(shared, 'low') / both(alone, 'low')).toBeCloseTo(0.2, 2);
    expect(both(shared, 'high') / both(alone, 'high')).toBeCloseTo(0.8, 2);
    expect(shared.searchedPence).toBe(billed(shared));
    expect(shared.searchedPence).toBeLessThan(alone.searchedPence);
  });

  it('costs nothing for nobody, without a root too', () => {
    const nobody = { network: LADDER, premises: [EAST_END], rows: [] };
    for (const rootIds of [['R'], []])
      expect(digFor({ rootIds }, nobody)).toMatchObject({
        pieces: [],
        served: [],
        missed: [],
        searchedPence: 0,
        lowerBoundPence: 0,
        passedUnits: 0,
      });
  });

  it('leads fibre to each from whichever root is best, and keeps a root that somebody moved where it was put', () => {
    const far = { ...WEST_END };
    const two = digFor({ rootIds: ['R', 'S'] }, { network: LADDER, premises: [EAST_END, far] });
    expect(two.roots.map(({ id }) => id)).toEqual(['R', 'S']);
    const [lon, lat] = [EAST_END.lon, EAST_END.lat];
    const moved = { id: 'R', name: 'Moved', kind: 'cabinet', lon, lat, owner: null } as const;
    const near = digFor({ ownRoots: [moved] }, { network: LADDER, premises: [EAST_END] });
    expect(near.roots).toEqual([moved]);
    expect(near.searchedPence).toBeLessThan(
      digFor({}, { network: LADDER, premises: [EAST_END] }).searchedPence,
    );
  });

  it('serves who shares a point with one lead-in, and counts all of them', () => {
    const flats = [premisesAt(203, 103, { id: '1' }), premisesAt(203, 103, { id: '2', units: 4 })];
    const { served, passedUnits, pieces } = digFor({}, { network: LADDER, premises: flats });
    expect(served).toEqual([{ ids: ['1', '2'], units: 5, lon: EAST_END.lon, lat: EAST_END.lat }]);
    expect(passedUnits).toBe(5);
    expect(pieces.filter(({ kind }) => kind === 'lead-in')).toHaveLength(1);
    const twice = digFor({}, { network: LADDER, premises: flats, rows: [0, 1, 1, 0] });
    expect(twice.served).toEqual(served);
  });

  it('counts who lies within the metres of the rule, served or not, each once', () => {
    const all = [EAST_END, premisesAt(150, 20), premisesAt(150, 31), premisesAt(50, -20, { units: 3 })];
    const passed = (metres: number) =>
      digFor(
        { passed: { kind: 'within', metres }, blocked: ['B', 'C', 'D'] },
        { network: LADDER, premises: all, rows: [0] },
      ).passedUnits;
    expect([passed(0), passed(25), passed(32)]).toEqual([1, 5, 6]);
  });

  it('digs all streets that must be, though they make a circle, among themselves or with two roots', () => {
    const open = ladder('2026-01-01');
    const given = { network: open, premises: [EAST_END] };
    const ring = digFor({ forced: ['A', 'B', 'C', 'E'] }, given);
    const dug = ring.pieces.filter(({ kind }) => kind === 'street').map(({ street }) => street);
    expect([...new Set(dug)].sort()).toEqual(['A', 'B', 'C', 'E']);
    expect(ring.served).toHaveLength(1);
    expect(ring.searchedPence).toBe(billed(ring));
    expect(ring.lowerBoundPence).toBeLessThanOrEqual(ring.searchedPence);
    const between = digFor({ forced: ['A', 'E'], rootIds: ['R', 'S'] }, given);
    expect(between.pieces.some(({ street }) => street === 'A')).toBe(true);
    const twice = digFor({ forced: ['B', 'C'], rootIds: ['R', 'S'] }, given);
    expect(twice.served).toHaveLength(1);
    expect(twice.notes.filter((note) => note.includes('should be dug'))).toEqual([]);
  });

  it('lists whom it cannot reach, with the nearest street', () => {
    const apart = networkOf({
      nodes: [...NODES, [900, 0], [900, 100]],
      edges: [...EDGES, { ends: [6, 7], street: 'Alone' }],
      barriers: [protection('b', 'B', null)],
      fibre: { R: 0 },
    });
    const premises = [
      EAST_END,
      premisesAt(903, 50, { id: 'alone' }),
      premisesAt(900, 1400, { id: 'far', units: 2 }),
    ];
    const { missed, served } = digFor({}, { network: apart, premises });
    expect(served).toHaveLength(1);
    expect(
      missed.map(({ ids, units, reason, nearestStreet }) => [ids[0], units, reason, nearestStreet]),
    ).toEqual([
      ['alone', 1, 'street not joined to a root', 'Alone'],
      ['far', 2, 'no street near', 'Alone'],
    ]);
    expect(missed[1].nearestMetres).toBeCloseTo(1300, -1);
  });

  it('goes round a street that must not be dug, and digs one that must be from end to end', () => {
    expect(streetsOf({})).toMatch(/^(?:AE|ABD|BC)$/);
    expect(streetsOf({ blocked: ['A'] })).toBe('BC');
    expect(streetsOf({ blocked: ['A'], forced: ['D'] })).toBe('BCD');
    const { pieces } = digFor({ forced: ['B'] }, { network: LADDER, premises: [premisesAt(103, -3)] });
    expect(
      pieces
        .filter(({ kind, street }) => kind === 'street' && street === 'B')
        .reduce((sum, { metres }) => sum + metres, 0),
    ).toBeCloseTo(200, -1);
    const both = digFor({ forced: ['B'], blocked: ['B'] }, { network: LADDER, premises: [EAST_END] });
    expect(both.pieces.some(({ kind, street }) => kind === 'street' && street === 'B')).toBe(false);
    expect(both.notes.join()).toContain('B should be dug and is not');
  });

  it('goes round a protected street until the day is over, unless it is lifted, and says what that costs', () => {
    const over = { network: ladder('2026-11-26'), premises: [WEST_END, EAST_END] };
    const under = { ...over, network: ladder('2026-11-27') };
    const blocked = ['A'];
    const reached = digFor({ blocked }, over);
    expect(reached.missed).toEqual([]);
    const cut = digFor({ blocked }, under);
    expect(cut.missed).toHaveLength(1);
    expect(cut.notes.join()).toContain('1 of those not served could be reached but for B');
    expect(cut.missed[0].behind).toEqual({ street: 'B', streetName: 'B', until: '2026-11-27' });
    expect(digFor({ blocked, worksFrom: '2026-11-28' }, under).missed).toEqual([]);
    expect(digFor({ blocked, lifted: [{ street: 'B', reason: 'agreed' }] }, under).searchedPence).toBe(
      reached.searchedPence,
    );
    // West end, then the east end: along B it is 200 m, round by A and E it is 300 m.
    const round = digFor({ rootIds: ['W'] }, { ...under, network: withRootInWest(under.network) });
    const straight = digFor({ rootIds: ['W'] }, { ...over, network: withRootInWest(over.network) });
    expect(round.detours).toEqual([
      {
        street: 'B',
        streetName: 'B',
        barrier: 'b',
        until: '2026-11-27',
        pence: round.searchedPence - straight.searchedPence,
      },
    ]);
    expect(round.detours[0].pence).toBeGreaterThan(0);
    expect(round.barriers.map(({ id }) => id)).toEqual(['b']);
    expect(straight.detours).toEqual([]);
    expect([...round.missed, ...straight.missed].filter(({ behind }) => behind)).toEqual([]);
  });

  it('leads premises beside a closed street to the nearest that may be dug, and names the closed one where none is', () => {
    const flats = premisesAt(103, 97, { units: 6, id: 'flats' });
    const closed = { network: LADDER, premises: [premisesAt(120, 97, { units: 6, id: 'flats' })] };
    const { served, missed, pieces, notes } = digFor({ worksFrom: '2026-01-01' }, closed);
    expect([served.length, missed.length]).toEqual([1, 0]);
    const [leadIn] = pieces.filter(({ kind }) => kind === 'lead-in');
    expect([leadIn.street, Math.round(leadIn.metres)]).toEqual(['D', 20]);
    expect(notes.join()).toContain('6 of those served have a lead-in to another street than the nearest');
    expect(notes.join()).toContain('nearest street that may be dug, at most 200 m (assumed)');
    const lifted = [{ street: 'B', reason: 'agreed' }];
    const open = digFor({ worksFrom: '2026-01-01', lifted }, closed);
    expect(open.pieces.find(({ kind }) => kind === 'lead-in')?.street).toBe('B');
    expect(open.notes.join()).not.toContain('another street than the nearest');
    const blocked = digFor(
      { blocked: ['D'], worksFrom: '2026-07-01' },
      { network: LADDER, premises: [flats] },
    );
    expect(blocked.pieces.find(({ kind }) => kind === 'lead-in')?.street).toBe('B');
    // 640 m of a closed street, and no other near its far end.
    const long = networkOf({
      nodes: [...NODES, [900, 100]],
      edges: [...EDGES, { ends: [5, 6], street: 'B', barriers: ['b'] }],
      barriers: [protection('b', 'B', null)],
      fibre: { R: 0 },
    });
    const far = digFor({}, { network: long, premises: [premisesAt(880, 97, { units: 2 })] });
    expect(far.missed).toMatchObject([{ reason: 'street not joined to a root', nearestStreet: 'B' }]);
    expect(far.notes.join()).toContain(
      '2 of those not served could be reached but for B, which a restriction closes',
    );
  });

  it('leaves out who costs more than they are worth, and who is beyond the budget', () => {
    const premises = [premisesAt(3, -3), EAST_END];
    const worth = digFor(
      { aim: { kind: 'serve what is worth it', pencePerPremises: 100_000 } },
      { network: LADDER, premises },
    );
    expect(worth.served.map(({ ids }) => ids[0])).toEqual(['3/-3']);
    expect(worth.missed.map(({ reason }) => reason)).toEqual(['not worth it']);
    expect(worth.searchedPence).toBe(
      100_000 + digFor({}, { network: LADDER, premises, rows: [0] }).searchedPence,
    );
    const within = digFor(
      { aim: { kind: 'serve within a budget', pence: 100_000 } },
      { network: LADDER, premises },
    );
    expect(within.missed.map(({ reason }) => reason)).toEqual(['beyond the budget']);
    expect(within.mostUnits).toBe(1);
    expect(within.searchedPence).toBeLessThanOrEqual(100_000);
    const [near] = within.served;
    const enough = billed(within);
    const aim = (pence: number) => ({ kind: 'serve within a budget', pence }) as const;
    const just = digFor({ aim: aim(enough) }, { network: LADDER, premises });
    expect(just.served).toEqual([near]);
    const less = digFor({ aim: aim(enough - 1) }, { network: LADDER, premises });
    expect(less.served).toEqual([]);
  });

  it('takes what must be dug out of the budget first, and says where it is not enough', () => {
    const premises = [premisesAt(3, -3), EAST_END];
    const aim = (pence: number) => ({ kind: 'serve within a budget', pence }) as const;
    const forced = ['D'];
    const whole = digFor({ forced }, { network: LADDER, premises, rows: [0] }).searchedPence;
    const enough = digFor({ forced, aim: aim(whole) }, { network: LADDER, premises });
    expect(enough.searchedPence).toBe(whole);
    expect(enough.served).toHaveLength(1);
    expect(() => digFor({ forced, aim: aim(1000) }, { network: LADDER, premises })).toThrow(
      /streets that must be dug come to £[\d,]+ with the way to them, and the budget is £10/,
    );
  });

  it('stops with a remedy where fibre can come from nowhere, and says which roots are gone', () => {
    const ground = { network: LADDER, premises: [EAST_END] };
    for (const rootIds of [[], ['gone']]) expect(() => digFor({ rootIds }, ground)).toThrow(DigImpossible);
    expect(() => digFor({ rootIds: [] }, ground)).toThrow('Choose a fibre point, or place one.');
    expect(digFor({ rootIds: ['R', 'gone'] }, ground).notes.join()).toContain('Fibre was not led from gone');
    const [lon, lat] = [-0.12, 51.5];
    const london = { id: 'L', name: 'London', kind: 'cabinet', lon, lat, owner: null } as const;
    expect(digFor({ ownRoots: [london] }, ground).notes[0]).toBe(`${NOT_LED}London: no street is near.`);
    expect(digFor({ blocked: ['Nowhere'] }, ground).notes.join()).toContain('No file has the street Nowhere');
  });

  it('is the same for the same question, whatever was asked before', () => {
    const ground = { network: LADDER, premises: [EAST_END, WEST_END] };
    const first = digFor({ rootIds: ['R', 'S'] }, ground);
    digFor({ blocked: ['A'] }, ground);
    expect(digFor({ rootIds: ['R', 'S'] }, ground)).toEqual(first);
  });
});

/** What the bill of a route comes to at the middle of its rates: built, connected and run. */
function billed(result: DigResult): number {
  return billOf({ ...DIG_QUESTION, ...result }, smallRates()).whole.mid;
}

/** The same streets with a root at the west end of B. */
function withRootInWest(network: ReturnType<typeof networkOf>) {
  const point = { id: 'W', name: 'West', kind: 'cabinet', owner: null } as const;
  const [lon, lat] = [network.nodeLon[3], network.nodeLat[3]];
  return { ...network, fibrePoints: [{ ...point, lon, lat }], fibreNodes: Int32Array.of(3) };
}
