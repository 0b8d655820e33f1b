import { describe, expect, it } from 'vitest';
import { designHubs } from '../../../src/domain/hubs/design-hubs.ts';
import type { HubInput } from '../../../src/domain/hubs/hub-input.ts';
import type { RadioDesign } from '../../../src/domain/plan/radio-design.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { squareFootprints } from '../../builders/footprints.ts';
import { flatGrid, gridOf } from '../../builders/height-grids.ts';
import { hubInput, placeOn, roofOn } from '../../builders/hub-ground.ts';
import { lastOf } from '../../builders/last-of.ts';

const SIDE = 300;
const CELL = 4;
const flat = flatGrid(SIDE, 20, CELL);
const roof = roofOn(flat, 'a', [600, 600]);

function design(
  given: Parameters<typeof hubInput>[1],
  grid = flat,
  before: RadioDesign | null = null,
): RadioDesign {
  return lastOf(designHubs(hubInput(grid, given), before));
}

describe('designHubs', () => {
  it('serves whom a roof reaches, with a sector that looks at each', () => {
    const places = [placeOn(flat, 'east', [700, 602], 2), placeOn(flat, 'north', [602, 800])];
    const { hubs, served, missed } = design({ places, candidates: [roof], takeUpPercent: 50 });
    expect(missed).toEqual([]);
    expect(hubs).toHaveLength(1);
    expect(hubs[0].backhaul).toEqual({ kind: 'trench' });
    expect(hubs[0].seaMetres).toBe(30);
    expect(hubs[0].sectors.map(({ units, clients }) => [units, clients])).toEqual([[3, 1.5]]);
    expect(served.map(({ ids, metres, sector }) => [ids[0], Math.round(metres), sector])).toEqual([
      ['east', 100, 0],
      ['north', 200, 0],
    ]);
    // Grid north is not true north: they are half a degree apart here.
    expect(Math.abs(served[0].azimuthDegrees - 90)).toBeLessThan(3);
    expect(served[1].azimuthDegrees % 359).toBeLessThan(3);
    expect(Math.abs(hubs[0].sectors[0].azimuthDegrees - 45)).toBeLessThan(3);
  });

  it('says that no roof is near beyond the radius', () => {
    const { missed, hubs } = design({ places: [placeOn(flat, 'far', [1100, 600])], candidates: [roof] });
    expect(hubs).toEqual([]);
    expect(missed.map(({ reason, behind }) => [reason, behind])).toEqual([['no roof near', undefined]]);
  });

  it('says that no roof sees who is behind a wall, and who is too slow or too weak', () => {
    const rows = Array.from({ length: SIDE }, () => new Array<number>(SIDE).fill(20));
    for (let row = 0; row < SIDE; row++) rows[row][160] = 90;
    const walled = gridOf(rows, { cellMetres: CELL });
    const places = [placeOn(walled, 'behind', [700, 602])];
    const behind = design({ places, candidates: [roofOn(walled, 'a', [600, 600])] }, walled);
    expect(behind.missed[0].reason).toBe('no roof sees it');
    const asked = { places: [placeOn(flat, 'slow', [900, 600])], candidates: [roof] };
    expect(design({ ...asked, question: { leastMegabitsPerSecond: 5000 } }).missed[0].reason).toBe(
      'slower than asked',
    );
    const weak = { ...GENERIC_DEVICES[0], powerDbm: { value: -40, source: null } };
    expect(design({ ...asked, device: weak }).missed[0].reason).toBe('too weak in the rain reckoned with');
  });

  it('says that heights are not known, of premises and of the way to them', () => {
    const rows = Array.from({ length: SIDE }, (_, row) =>
      Array.from({ length: SIDE }, (_, column) => (column > 200 || row === 100 ? null : 20)),
    );
    const holed = gridOf(rows, { cellMetres: CELL });
    const places = [placeOn(holed, 'nowhere', [900, 600]), placeOn(holed, 'beyond', [600, 900])];
    const { missed } = design({ places, candidates: [roofOn(holed, 'a', [600, 600])] }, holed);
    expect(missed.map(({ reason }) => reason)).toEqual(['heights are not known', 'heights are not known']);
    const lost = design({ places: places.slice(1), candidates: [roofOn(holed, 'a', [1000, 600])] }, holed);
    expect(lost.missed[0].reason).toBe('heights are not known');
    expect(lost.notes.join(' ')).toContain('1 of the roofs compared could not be judged');
  });

  it('names the barred roof that somebody is behind, and its barrier', () => {
    const places = [placeOn(flat, 'near', [700, 602])];
    const refusing = { ...roof, wayleave: 'refusing' } as const;
    const barred = design({ places, candidates: [refusing] });
    expect(barred).toMatchObject({ hubs: [], considered: 1, barred: 1 });
    expect(barred.missed[0]).toMatchObject({
      reason: 'only a barred roof reaches it',
      behind: { roof: 'a', roofName: 'Roof a', barrier: 'a/wayleave' },
    });
    expect(barred.barriers.map(({ id }) => id)).toEqual(['a/wayleave']);
    const closed = design({ places, candidates: [roof], question: { closedRoofs: ['a'] } });
    expect(closed.missed[0].behind?.barrier).toBe('closed:a');
  });

  it('links a hub that no trench reaches to one that has one, and gives no more than the link carries', () => {
    const places = [placeOn(flat, 'near', [700, 602]), placeOn(flat, 'far', [1100, 602])];
    const candidates = [roof, roofOn(flat, 'b', [1000, 600])];
    const trenchPence: HubInput['trenchPence'] = ({ id }) => (id === 'a' ? 0 : Number.POSITIVE_INFINITY);
    const linked = design({ places, candidates, trenchPence, question: { radiusMetres: 150 } });
    expect(linked.hubs.map(({ roof: { id }, backhaul }) => [id, backhaul.kind])).toEqual([
      ['a', 'trench'],
      ['b', 'link'],
    ]);
    const { backhaul } = linked.hubs[1];
    expect(backhaul).toMatchObject({ to: 'a', metres: 400 });
    const most = backhaul.kind === 'link' ? backhaul.megabitsPerSecond : 0;
    expect(linked.served.every(({ hub, megabitsPerSecond }) => hub === 0 || megabitsPerSecond <= most)).toBe(
      true,
    );
    expect(linked.notes.join(' ')).toContain('One hub hangs on a radio link');
    const short = { places, candidates, trenchPence, mostLinkMetres: 300, question: { radiusMetres: 150 } };
    expect(design(short).missed.map(({ ids, reason }) => [ids[0], reason])).toEqual([
      ['far', 'the roofs that reach it have no way to fibre'],
    ]);
  });

  it('fills no sector beyond its clients, and shares who is more than one holds', () => {
    const east = Array.from({ length: 7 }, (_, i) => placeOn(flat, `p${i}`, [700 + 10 * i, 602], 10));
    const full = design({ places: east, candidates: [roof] });
    // 15 clients a sector and four sectors: one point of ten in each.
    expect(full.served).toHaveLength(4);
    expect(full.hubs[0].sectors.map(({ clients }) => clients)).toEqual([10, 10, 10, 10]);
    expect(full.missed.map(({ reason }) => reason)).toEqual(
      new Array(3).fill('every sector that reaches it is full'),
    );
    const tower = design({ places: [placeOn(flat, 'tower', [700, 602], 40)], candidates: [roof] });
    expect(tower.missed).toEqual([]);
    expect(tower.hubs[0].sectors.map(({ clients }) => clients).sort()).toEqual([10, 15, 15]);
    expect(tower.notes.join(' ')).toContain('shared between sectors');
  });

  it('tells who stands where no sector is left to look from who meets full ones', () => {
    // All sectors but one look east, where most are; the one in the west is full too, and nobody looks south.
    const east = Array.from({ length: 3 }, (_, i) => placeOn(flat, `e${i}`, [700 + 40 * i, 602], 15));
    const west = Array.from({ length: 2 }, (_, i) => placeOn(flat, `w${i}`, [500 - 40 * i, 602], 14));
    const south = [placeOn(flat, 's', [600, 300], 2)];
    const { missed, notes } = design({ places: [...east, ...west, ...south], candidates: [roof] });
    const reasons = new Map(missed.map(({ ids, reason }) => [ids[0], reason]));
    expect(reasons.get('s')).toBe('no sector is left to look that way');
    expect([reasons.get('w0'), reasons.get('w1')]).toContain('every sector that reaches it is full');
    expect(notes.join(' ')).toContain('One hub has sectors whose beams overlap');
  });

  it('joins a hub’s own building by a cable that takes no room', () => {
    const roofs = new Roofs(squareFootprints(flat, [[590, 590]], 20), flat);
    const places = [placeOn(flat, 'under', [605, 605], 80), placeOn(flat, 'east', [700, 602])];
    const { served, hubs, notes } = design({ places, candidates: [roof], roofs });
    expect(served[0]).toMatchObject({
      ids: ['under'],
      metres: 0,
      azimuthDegrees: 0,
      megabitsPerSecond: 1800,
    });
    expect(hubs[0].sectors.map(({ units }) => units)).toEqual([1]);
    expect(notes.join(' ')).toContain('80 premises in the hubs’ own buildings');
    const alone = design({ places: places.slice(0, 1), candidates: [roof], roofs });
    expect(alone.hubs[0].sectors).toEqual([{ azimuthDegrees: 0, units: 0, clients: 0 }]);
  });

  it('gives neighbours in a row of houses on its own footprint a radio each, by their own distance', () => {
    const roofs = new Roofs(squareFootprints(flat, [[590, 590]], 60), flat);
    const row = [602, 609, 616, 623].map((x, i) => placeOn(flat, `house ${i}`, [x, 600]));
    const { served, notes } = design({ places: row, candidates: [roof], roofs });
    const metres = served.map((place) => Math.round(place.metres));
    expect(metres[0]).toBe(0);
    expect(metres.slice(1)).toEqual([...new Set(metres.slice(1))].sort((one, other) => one - other));
    expect(metres[3]).toBeGreaterThan(15);
    expect(notes.join(' ')).toContain('1 premises in the hubs’ own buildings');
    const flats = design({ places: row.map((one) => ({ ...one, units: 6 })), candidates: [roof], roofs });
    expect(flats.served.map((place) => place.metres)).toEqual([0, 0, 0, 0]);
  });

  it('takes the cheaper of two roofs that serve the same', () => {
    const candidates = [roof, roofOn(flat, 'b', [640, 600])];
    const places = [placeOn(flat, 'east', [700, 602])];
    const trenchPence: HubInput['trenchPence'] = ({ id }) => (id === 'a' ? 900_000 : 100_000);
    expect(design({ places, candidates, trenchPence }).hubs.map((hub) => hub.roof.id)).toEqual(['b']);
  });

  it('is the same on a second run, rests often, and is no worse than before where a barrier falls', () => {
    const candidates = Array.from({ length: 12 }, (_, i) =>
      roofOn(flat, `r${i}`, [200 + 250 * (i % 4), 200 + 250 * Math.floor(i / 4)], {
        wayleave: i % 3 === 0 ? 'refusing' : 'silent',
      }),
    );
    const places = Array.from({ length: 80 }, (_, i) =>
      placeOn(flat, `p${i}`, [150 + ((i * 97) % 900), 150 + ((i * 61) % 700)], 1 + (i % 5)),
    );
    const asked = { places, candidates, question: { radiusMetres: 300 } };
    const first = design(asked);
    expect(design({ ...asked, candidates: [...candidates] })).toEqual(first);
    let steps = 0;
    for (const _ of designHubs(hubInput(flat, { ...asked, places: [...places] }))) steps++;
    expect(steps).toBeGreaterThan(50);
    const opened = candidates.map((one) => ({ ...one, wayleave: 'willing' as const }));
    const unitsOf = ({ served }: RadioDesign): number => served.reduce((sum, { units }) => sum + units, 0);
    const after = design({ ...asked, candidates: opened }, flat, first);
    expect(unitsOf(after)).toBeGreaterThanOrEqual(unitsOf(first));
  });
});
