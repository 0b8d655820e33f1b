import { beforeAll, describe, expect, it } from 'vitest';
import { type Borough, boroughOf, DEMO_PREMISES, DEMO_SEED } from '../../../geodata/borough.ts';
import { blackspotsOf, depthIn } from '../../../geodata/coverage/blackspots.ts';
import { lengthMetres, pointAlong } from '../../../geodata/ground/cut-line.ts';
import type { Position } from '../../../geodata/ground/position.ts';
import { crossingOf, SegmentGrid } from '../../../geodata/ground/segment-grid.ts';
import { zoneHolds } from '../../../geodata/plan/zones.ts';
import {
  type BoroughStreets,
  crossedLines,
  streetContents,
  streetsOf,
} from '../../../geodata/streets/street-files.ts';
import { keyOf } from '../../../geodata/streets/street-links.ts';
import type { StreetPiece } from '../../../geodata/streets/street-pieces.ts';
import { StreetRoutes } from '../../../geodata/streets/street-routes.ts';
import { FIBRE_POINT_KINDS } from '../../../src/domain/streets/fibre-point.ts';
import { RESTRICTION_KINDS, restrictionKind } from '../../../src/domain/streets/restriction-kind.ts';
import { SURFACES } from '../../../src/domain/streets/surface.ts';

const TODAY = '2026-11-27';
let borough: Borough;
let streets: BoroughStreets;
let pieces: readonly StreetPiece[];

beforeAll(() => {
  borough = boroughOf({ premises: DEMO_PREMISES, seed: DEMO_SEED });
  streets = streetsOf(borough, DEMO_SEED);
  pieces = streets.plan.pieces;
}, 60_000);

describe('the streets of the demo borough', () => {
  it('hang together but for the motorway and one track that touches nothing', () => {
    const parts = new StreetRoutes(pieces.map(({ line }) => line)).components().map((nodes) => nodes.length);
    const apart = pieces.filter(({ class: kind }) => kind === 'motorway' || kind === 'track');
    expect(parts.length).toBe(1 + 2 + 1);
    expect(new Set(apart.map(({ class: kind }) => kind))).toEqual(new Set(['motorway', 'track']));
    const metres = pieces.reduce((sum, { line }) => sum + lengthMetres(line), 0);
    const ofApart = apart.reduce((sum, { line }) => sum + lengthMetres(line), 0);
    expect(1 - ofApart / metres).toBeGreaterThan(0.9);
  });

  it('are as long for each home as in England, and pass nearly every home', () => {
    // England: about 304,000 km of road for 25 million homes (12 m each), rural counties more, towns less.
    const metres = pieces
      .filter(({ class: kind }) => kind !== 'motorway')
      .reduce((sum, { line }) => sum + lengthMetres(line), 0);
    expect(metres / borough.plan.premises.length).toBeGreaterThan(7);
    expect(metres / borough.plan.premises.length).toBeLessThan(16);
    const grid = gridOf(pieces.filter(isDug).map(({ line }) => line));
    const passed = borough.positions.filter((place) => isNear(grid, place, 60));
    expect(passed.length / borough.positions.length).toBeGreaterThan(0.999);
  });

  it('are drawn once: no two run side by side from junction to junction', () => {
    const middles = new Map<string, Position[]>();
    for (const { line } of pieces) {
      const ends = [keyOf(line[0]), keyOf(line[line.length - 1])].sort().join(' ');
      middles.set(ends, [...(middles.get(ends) ?? []), pointAlong(line, lengthMetres(line) / 2)]);
    }
    const close = [...middles.values()].filter((all) =>
      all.some((one, i) =>
        all.slice(i + 1).some((other) => Math.hypot(one[0] - other[0], one[1] - other[1]) < 5),
      ),
    );
    expect(close).toEqual([]);
  });

  it('meet wherever they cross on one level, and nowhere else', () => {
    const lines = [...pieces, ...streets.plan.crossed];
    const grid = new SegmentGrid<number>(40);
    lines.forEach(({ line }, i) => {
      grid.addLine(line, i);
    });
    const unmet: string[] = [];
    lines.forEach(({ line, level, name }, i) => {
      for (let k = 1; k < line.length; k++)
        grid.crossing(line[k - 1], line[k], ({ from, to, tag }) => {
          if (tag <= i || lines[tag].level !== level) return;
          if (crossingOf(line[k - 1], line[k], from, to) === null) return;
          const ends = new Set([keyOf(line[k - 1]), keyOf(line[k])]);
          if (!ends.has(keyOf(from)) && !ends.has(keyOf(to))) unmet.push(`${name} × ${lines[tag].name}`);
        });
    });
    expect(unmet).toEqual([]);
  });

  it('pass over water, rails and the motorway on bridges, under rails, and cross them on the level', () => {
    const over = (kind: string) => pieces.filter((piece) => piece.over.some((one) => one === kind));
    for (const kind of ['river', 'railway', 'motorway']) expect(over(kind).length, kind).toBeGreaterThan(2);
    expect(pieces.every((piece) => piece.level === (piece.over.length > 0 ? 1 : 0))).toBe(true);
    expect(pieces.filter(({ meetsRails }) => meetsRails).length).toBeGreaterThan(2);
    const railBridges = streets.plan.crossed.filter((one) => one.class === 'railway' && one.level === 1);
    expect(railBridges.length).toBeGreaterThan(3);
    expect(
      pieces.filter(({ class: kind, over: what }) => kind === 'motorway' && what.length > 0).length,
    ).toBe(4);
  });

  it('keep the motorway clear of every building', () => {
    const grid = gridOf(streets.plan.trunkRoad?.carriageways ?? []);
    const near = borough.plan.buildings.filter(({ outline }) =>
      outline.some((corner) => isNear(grid, corner, 15)),
    );
    expect(streets.plan.trunkRoad?.carriageways).toHaveLength(2);
    expect(near).toEqual([]);
  });

  it('keep new paths and steps out of buildings', () => {
    const walls = gridOf(borough.plan.buildings.map(({ outline }) => [...outline, outline[0]]));
    const paths = pieces.filter(({ class: kind }) => kind === 'footpath' || kind === 'steps');
    expect(paths.filter(({ class: kind }) => kind === 'steps').length).toBeGreaterThan(1);
    expect(paths.length).toBeGreaterThan(15);
    const through = paths.filter(({ line }) =>
      line.slice(1).some((to, i) => {
        let meets = false;
        walls.crossing(line[i], to, (wall) => {
          meets ||= crossingOf(line[i], to, wall.from, wall.to) !== null;
        });
        return meets;
      }),
    );
    expect(through).toEqual([]);
  });

  it('have every kind of restriction, as columns and as a table, some of it over and some for years', () => {
    const [links, , , table] = streetContents(borough, DEMO_SEED, streets).map((content) => content.make());
    const column = (name: string) => {
      const place = links.columns.indexOf(name);
      return links.rows.map(({ cells }) => cells[place]).filter((cell) => cell !== '' && cell !== 'no');
    };
    const kindOf: Record<string, string> = {
      section58_until: 'section 58',
      traffic_sensitive: 'traffic-sensitive',
      lane_rental: 'lane rental',
      conservation_area: 'conservation area',
      tram: 'tram',
    };
    const kinds = new Set(table.rows.map(({ cells }) => restrictionKind(cells[1])));
    expect(kinds.has(null)).toBe(false);
    for (const [name, kind] of Object.entries(kindOf)) {
      expect(column(name).length, name).toBeGreaterThan(4);
      kinds.add(restrictionKind(kind));
    }
    expect(kinds).toEqual(new Set(RESTRICTION_KINDS));
    const known = new Set(links.rows.map(({ cells }) => cells[0]));
    expect(table.rows.filter(({ cells }) => !known.has(cells[0]))).toEqual([]);
    const ends = [
      ...table.rows.filter(({ cells }) => cells[1] === 'section 58').map(({ cells }) => cells[3]),
      ...column('section58_until'),
    ];
    expect(ends.every((day) => /^20\d\d-\d\d-\d\d$/.test(day))).toBe(true);
    expect(ends.filter((day) => day < TODAY).length).toBeGreaterThan(10);
    expect(ends.filter((day) => day > '2029-01-01').length).toBeGreaterThan(10);
    for (const { cells } of table.rows) {
      expect([cells[5], cells[6].endsWith('(fictional)')]).toEqual([expect.stringMatching(/\S/), true]);
      if (cells[2] && cells[3]) expect(cells[2] < cells[3]).toBe(true);
    }
  });

  it('are not protected on the estates that wait for a line, but on the way through the old town', () => {
    const { table, protectedUntil } = streets.restrictions;
    const closed = new Set(table.flatMap(({ kind, street }) => (kind === 'section 58' ? [street] : [])));
    for (const [street, until] of protectedUntil) if (/^\d/.test(until)) closed.add(street);
    const lines = pieces.filter(({ id }) => closed.has(id));
    const estates = borough.plan.zones.filter(({ kind }) => kind === 'estate');
    expect(lines.filter(({ line }) => estates.some((zone) => zoneHolds(zone, line[0])))).toEqual([]);
    expect(lines.some(({ name, settlement }) => name === 'High Street' && settlement === 0)).toBe(true);
  });

  it('keep a part of a village from any line by the protection of the only street that leads there', () => {
    const { table } = streets.restrictions;
    const closed = new Set(
      table.filter(({ kind, until }) => kind === 'section 58' && until > TODAY).map(({ street }) => street),
    );
    const spots = blackspotsOf(borough.plan, DEMO_SEED);
    const open = pieces.filter((piece) => isDug(piece) && !closed.has(piece.id));
    const net = new StreetRoutes(open.map(({ line }) => line));
    const [main] = net.components().toSorted((one, other) => other.length - one.length);
    const reached = new Set(main);
    const cut = open.filter(
      ({ line, class: kind }) =>
        kind === 'local street' && !reached.has(net.at(line[0])) && depthIn(spots, line[0]) > 0,
    );
    const metres = cut.reduce((sum, { line }) => sum + lengthMetres(line), 0);
    expect(metres).toBeGreaterThan(300);
  });

  it('say what they are made of in words the app reads, and leave some of it unsaid', () => {
    const [links] = streetContents(borough, DEMO_SEED, streets).map((content) => content.make());
    const cells = (name: string) => links.rows.map((row) => row.cells[links.columns.indexOf(name)]);
    const said = new Set(cells('surface').filter((cell) => cell !== ''));
    expect(said).toEqual(new Set(SURFACES.filter((surface) => surface !== 'not known')));
    const dug = pieces.length;
    for (const name of ['width_m', 'footways', 'microtrench', 'traffic_sensitive'])
      expect(
        cells(name)
          .slice(0, dug)
          .filter((cell) => cell === '').length,
        name,
      ).toBeGreaterThan(10);
    expect(new Set(cells('footways').slice(0, dug))).toEqual(new Set(['', 'both', 'left', 'right', 'none']));
    const names = cells('name').slice(0, dug);
    expect(names.filter((name) => name !== '').length / dug).toBeGreaterThan(0.98);
  });
});

describe('the fibre of the demo borough', () => {
  it('has points of every kind, each beside a street', () => {
    const grid = gridOf(pieces.filter(isDug).map(({ line }) => line));
    const { points } = streets.plant;
    const kinds = new Set<string>(points.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(FIBRE_POINT_KINDS.filter((kind) => kind !== 'other')));
    expect(points.filter(({ position }) => !isNear(grid, position, 12))).toEqual([]);
    expect(new Set(points.map(({ name }) => name)).size / points.length).toBeGreaterThan(0.95);
  });

  it('has ducts that lead from an exchange to every cabinet, and poles only in villages', () => {
    const { points, routes } = streets.plant;
    const net = new StreetRoutes(routes.map(({ line }) => line));
    const [main] = net.components();
    const reached = new Set(main);
    expect(main.length / net.nodes.length).toBe(1);
    const ends = new Set(pieces.flatMap(({ line }) => [keyOf(line[0]), keyOf(line[line.length - 1])]));
    expect(net.nodes.filter((node) => !ends.has(keyOf(node)))).toEqual([]);
    const grid = gridOf(
      routes.filter((_, i) => reached.has(net.at(routes[i].line[0]))).map(({ line }) => line),
    );
    const unserved = points.filter(
      ({ kind, position }) => kind !== 'exchange' && !isNear(grid, position, 12),
    );
    expect(unserved).toEqual([]);
    for (const { kind, poles, line } of routes) {
      expect(poles > 0).toBe(kind === 'pole route');
      if (poles > 1) expect(Math.abs(lengthMetres(line) / poles - 45)).toBeLessThan(23);
    }
    expect(new Set(routes.map(({ kind }) => kind))).toEqual(new Set(['duct', 'pole route']));
  });

  it('has no cabinet in the heart of a blackspot', () => {
    const spots = blackspotsOf(borough.plan, DEMO_SEED);
    const inside = streets.plant.points.filter(
      ({ kind, position }) => kind === 'cabinet' && depthIn(spots, position) > 0.5,
    );
    expect(inside).toEqual([]);
  });

  it('can be led from the exchanges to nearly every home by streets that may be dug today, protected ones closed', () => {
    const closed = new Set(
      streets.restrictions.table
        .filter(({ kind, until }) => kind === 'section 58' && until > TODAY)
        .map(({ street }) => street),
    );
    for (const [street, until] of streets.restrictions.protectedUntil)
      if (until !== 'no' && until > TODAY) closed.add(street);
    const open = pieces.filter((piece) => isDug(piece) && !closed.has(piece.id));
    const net = new StreetRoutes(open.map(({ line }) => line));
    const from = new Set(
      net.from([net.at(open.find(({ name }) => name === 'Craneby Road')?.line[0] ?? [0, 0])]).reached(),
    );
    const grid = gridOf(open.filter(({ line }) => from.has(net.at(line[0]))).map(({ line }) => line));
    const share = (places: readonly Position[]) =>
      places.filter((place) => isNear(grid, place, 150)).length / places.length;
    expect(share(borough.positions)).toBeGreaterThan(0.98);
    const spots = blackspotsOf(borough.plan, DEMO_SEED);
    for (const spot of spots) {
      const within = borough.positions.filter((place) => depthIn([spot], place) > 0);
      expect(share(within), `${spot.reason} at ${spot.centre}`).toBeGreaterThan(0.8);
    }
  });
});

describe('streetsOf', () => {
  it.each([1000, 6000])('makes the streets of a borough of %i premises, the same every time', (premises) => {
    const made = boroughOf({ premises, seed: 'size' });
    const once = streetsOf(made, 'size');
    expect(streetsOf(made, 'size')).toEqual(once);
    expect(streetsOf(made, 'other').restrictions).not.toEqual(once.restrictions);
    const dug = once.plan.pieces.filter(isDug);
    const [main, ...rest] = new StreetRoutes(dug.map(({ line }) => line)).components();
    expect(rest.reduce((sum, part) => sum + part.length, 0) / main.length).toBeLessThan(0.02);
    expect(once.plant.points.some(({ kind }) => kind === 'exchange')).toBe(true);
    expect(crossedLines(once).length).toBeGreaterThan(1);
  });
});

/** Whether a trench may follow a piece. */
function isDug({ class: kind }: StreetPiece): boolean {
  return kind !== 'motorway' && kind !== 'steps';
}

function gridOf(lines: readonly (readonly Position[])[]): SegmentGrid<null> {
  const grid = new SegmentGrid<null>(60);
  for (const line of lines) grid.addLine(line, null);
  return grid;
}

function isNear(grid: SegmentGrid<null>, place: Position, metres: number): boolean {
  let found = false;
  grid.near(place, metres, () => {
    found = true;
  });
  return found;
}
