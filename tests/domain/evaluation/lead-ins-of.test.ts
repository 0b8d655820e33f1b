import { describe, expect, it } from 'vitest';
import type { TrenchPiece } from '../../../src/domain/cost/trench-piece.ts';
import type { Built } from '../../../src/domain/evaluation/built-together.ts';
import { leadInsOf } from '../../../src/domain/evaluation/lead-ins-of.ts';
import { trenchTree } from '../../../src/domain/evaluation/trench-tree.ts';
import { hubOn, roofAlong } from '../../builders/judged-plans.ts';

const ROOT = { id: 'r', name: 'Exchange', kind: 'exchange', lon: 0, lat: 52, owner: null } as const;

function piece(kind: TrenchPiece['kind'], line: readonly number[], pence: number): TrenchPiece {
  const part = { low: pence / 2, mid: pence, high: 2 * pence };
  return {
    ...{ kind, line, street: null, streetName: null, side: 'centre', surface: 'footway', method: null },
    ...{ crossing: 'none', poles: 0, metres: 10, barriers: [] },
    parts: [{ what: kind === 'lead-in' ? 'lead-in' : 'trench', pence: part, isYearly: false }],
  };
}

function builtOf(places: readonly { readonly lon: number; readonly units: number }[]): Built {
  const far = Math.max(...places.map(({ lon }) => lon), 0);
  return {
    pieces: [
      ...Array.from({ length: Math.round(far * 1000) }, (_, at) =>
        piece('street', [at / 1000, 52, (at + 1) / 1000, 52], 7000),
      ),
      ...places.map(({ lon }) => piece('lead-in', [lon, 52, lon, 52.001], 1000)),
    ],
    roots: [ROOT],
    hubs: [],
    fibre: places.map(({ lon, units }) => ({ lon, units, lat: 52.001, ids: [], rows: [], ward: -1 })),
    radio: [],
    left: [],
    barriers: [],
    passedUnits: 0,
    notes: [],
  };
}

describe('lead-ins to those alone who take the service', () => {
  it('are dug with the chance that at least one of their units takes it', () => {
    const built = builtOf([
      { lon: 0.001, units: 1 },
      { lon: 0.002, units: 2 },
    ]);
    const { units, pence, takenPence } = leadInsOf(built, trenchTree(built.pieces, built.roots), 40);
    expect(units).toBe(3);
    expect(pence).toBe(2000);
    // 1 − 0.6 and 1 − 0.36
    expect(takenPence).toBe(400 + 640);
  });

  it('are dug in any case where they lead to a hub as well', () => {
    const built = builtOf([
      { lon: 0.001, units: 1 },
      { lon: 0.002, units: 1 },
    ]);
    const hub = hubOn({ ...roofAlong(1), lon: 0.001, lat: 52.001 });
    const withHub = { ...built, hubs: [hub] };
    expect(leadInsOf(withHub, trenchTree(built.pieces, built.roots), 40).takenPence).toBe(1000 + 400);
  });

  it('are all dug where all take it, and none where nobody does', () => {
    const built = builtOf([{ lon: 0.001, units: 5 }]);
    const tree = trenchTree(built.pieces, built.roots);
    expect(leadInsOf(built, tree, 100).takenPence).toBe(1000);
    expect(leadInsOf(built, tree, 0).takenPence).toBe(0);
  });
});
