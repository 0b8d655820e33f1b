import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrenchPiece } from '../../../src/domain/cost/trench-piece.ts';
import { type Built, builtTogether } from '../../../src/domain/evaluation/built-together.ts';
import { failurePoints } from '../../../src/domain/evaluation/failure-points.ts';
import { trenchTree } from '../../../src/domain/evaluation/trench-tree.ts';
import {
  hubOn,
  judgedInputs,
  pieceOf,
  placeAlong,
  radioTo,
  roofAlong,
  trenchTo,
} from '../../builders/judged-plans.ts';

const RUNS: ReadonlySet<string> = new Set(['trench', 'duct', 'pole route', 'lead-in']);

function pointsOf(built: Built): Map<string, number> {
  const points = failurePoints(built, trenchTree(built.pieces, built.roots));
  return new Map(points.map(({ kind, name, units }) => [`${kind} ${name}`, units]));
}

/** Units that have no way to fibre once a street, hub or link is taken out: by walking from the roots, nothing kept. */
function lostWithout(
  built: Built,
  isOut: { street?: string; hub?: string; link?: string; piece?: TrenchPiece },
): number {
  const reached = new Set(built.roots.map(({ lon, lat }) => `${lon} ${lat}`));
  const pieces = built.pieces
    .filter(({ street }) => street === null || street !== isOut.street)
    .filter((piece) => piece !== isOut.piece);
  for (let more = true; more; ) {
    more = false;
    for (const { line } of pieces) {
      const ends = [`${line[0]} ${line[1]}`, `${line.at(-2)} ${line.at(-1)}`];
      const [one, other] = ends.map((end) => reached.has(end));
      if (one === other) continue;
      for (const end of ends) reached.add(end);
      more = true;
    }
  }
  const isAt = ({ lon, lat }: { lon: number; lat: number }): boolean => reached.has(`${lon} ${lat}`);
  const works = (id: string): boolean => {
    const hub = built.hubs.find(({ roof }) => roof.id === id);
    if (!hub || id === isOut.hub) return false;
    if (hub.backhaul.kind === 'trench') return isAt(hub.roof);
    return id !== isOut.link && works(hub.backhaul.to);
  };
  const lost = (places: readonly { units: number }[]): number =>
    places.reduce((sum, { units }) => sum + units, 0);
  return (
    lost(built.fibre.filter((place) => !isAt(place))) +
    lost(built.radio.filter(({ hub }) => !works(built.hubs[hub].roof.id)).map(({ place }) => place))
  );
}

describe('single points of failure', () => {
  it('are, of ducts, each run up to where somebody hangs', () => {
    const at = (step: number) => ({ ...placeAlong(step), lat: 52.9 });
    const [start, one, other, end] = [0, 1, 2, 3].map(at);
    const duct = (from: typeof one, to: typeof one): TrenchPiece =>
      pieceOf({ kind: 'duct', street: null, method: null, line: [from.lon, from.lat, to.lon, to.lat] });
    const trench = trenchTo([one]);
    const places = [
      { ...one, units: 2 },
      { ...end, units: 3 },
    ];
    const built: Built = {
      ...builtTogether([{ kind: 'dig', trench, radio: null }], []),
      pieces: [duct(start, one), duct(one, other), duct(other, end)],
      fibre: places,
    };
    const ducts = failurePoints(built, trenchTree(built.pieces, built.roots)).filter(
      ({ kind }) => kind === 'duct',
    );
    // The first to who hangs at its end; the two beyond are one run, as nobody hangs between.
    expect(ducts.map(({ units }) => units)).toEqual([5, 3]);
    expect(ducts.map(({ name }) => name.slice(0, 13))).toEqual(['Duct of 60 m ', 'Duct of 120 m']);
  });

  it('are streets, fibre points, hubs and links with all that hangs on them', () => {
    const places = [
      placeAlong(1, { units: 2 }),
      placeAlong(2, { units: 3 }),
      placeAlong(5, { units: 4 }),
      placeAlong(7, { units: 5 }),
    ];
    const [near, far] = [roofAlong(4), roofAlong(8)];
    const built = builtTogether(
      [
        {
          kind: 'hybrid',
          trench: trenchTo([places[0], places[1]], [], [near]),
          radio: radioTo(
            [hubOn(near), hubOn(far, near.id)],
            [
              { place: places[2], hub: 0, megabits: 1000 },
              { place: places[3], hub: 1, megabits: 1000 },
            ],
          ),
        },
      ],
      places,
    );
    expect(Object.fromEntries(pointsOf(built))).toEqual({
      'fibre point Exchange “North”': 14,
      'trench Street 0': 14,
      'trench Street 1': 9,
      'lead-in Lead-in of 60 m from Street 0': 2,
      'lead-in Lead-in of 60 m from Street 1': 9,
      'hub Roof 4': 9,
      'hub Roof 8': 5,
      'backhaul link Roof 8 to Roof 4': 5,
    });
  });

  it('are ducts and poles too, each run between junctions under one name', () => {
    const [near, far] = [placeAlong(3, { units: 2 }), placeAlong(6, { units: 3 })];
    const built = builtTogether([{ kind: 'dig', trench: trenchTo([near, far]), radio: null }], [near, far]);
    const pieces = built.pieces.map(
      (piece): TrenchPiece =>
        piece.kind === 'lead-in'
          ? piece
          : { ...piece, kind: 'duct', method: null, street: null, streetName: null },
    );
    const points = failurePoints({ ...built, pieces }, trenchTree(pieces, built.roots));
    expect(points.map(({ name, units }) => [name, units])).toEqual([
      ['Exchange “North”', 5],
      ['Duct of 180 m from Exchange “North”', 5],
      ['Duct of 180 m, 180 m beyond Exchange “North”', 3],
      ['Lead-in of 60 m, 360 m beyond Exchange “North”', 3],
      ['Lead-in of 60 m, 180 m beyond Exchange “North”', 2],
    ]);
  });

  it('take exactly those who have no way to fibre without them', () => {
    fc.assert(
      fc.property(judgedInputs, ({ plan, places }) => {
        const designs = (plan.designs?.outcomes ?? []).flatMap(({ design }) =>
          design && plan.chosen.includes(design.kind) ? [design] : [],
        );
        const built = builtTogether(designs, places);
        const points = failurePoints(built, trenchTree(built.pieces, built.roots));
        const told = new Map(points.map(({ kind, id, units }) => [`${kind} ${id}`, units]));
        const agrees = (name: string, lost: number): void =>
          expect([name, told.get(name) ?? 0]).toEqual([name, lost > 1 ? lost : 0]);
        for (const street of new Set(built.pieces.flatMap((piece) => piece.street ?? [])))
          agrees(`trench ${street}`, lostWithout(built, { street }));
        const nameless = points.filter(({ kind, id }) => RUNS.has(kind) && / .* /.test(id));
        for (const piece of built.pieces.filter(({ street }) => street === null)) {
          const lost = lostWithout(built, { piece });
          const told = nameless.filter(({ units }) => units === lost);
          expect([lost, lost > 1 ? told.length > 0 : true]).toEqual([lost, true]);
        }
        for (const { units, id } of nameless) {
          const piece = built.pieces.find(({ line }) => line.join(' ') === id);
          expect([id, units]).toEqual([id, lostWithout(built, { piece })]);
        }
        for (const { roof, backhaul } of built.hubs) {
          agrees(`hub ${roof.id}`, lostWithout(built, { hub: roof.id }));
          if (backhaul.kind === 'link')
            agrees(`backhaul link ${roof.id} ${backhaul.to}`, lostWithout(built, { link: roof.id }));
        }
      }),
      { numRuns: 60 },
    );
  });
});
