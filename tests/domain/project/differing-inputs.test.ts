import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differingInputs,
  type InputName,
  inputDifferenceWords,
} from '../../../src/domain/project/differing-inputs.ts';

const input = fc.record({
  fileName: fc.constantFrom('wards.geojson', 'premises.csv', 'fibre.csv'),
  rows: fc.integer({ min: 0, max: 3 }),
  hash: fc.constantFrom('a', 'b', 'c', 'd'),
});
const of = (fileName: string, rows: number, hash: string): InputName => ({ fileName, rows, hash });

describe('inputs that differ', () => {
  it('are none between a project and itself, in any order', () => {
    fc.assert(
      fc.property(fc.array(input), (inputs) => {
        expect(differingInputs(inputs, [...inputs].reverse()).identical).toBe(true);
      }),
    );
  });

  it('turn round when the two change places', () => {
    fc.assert(
      fc.property(fc.array(input), fc.array(input), (mine, theirs) => {
        const there = differingInputs(mine, theirs);
        const back = differingInputs(theirs, mine);
        expect(back.identical).toBe(there.identical);
        expect(back.changed).toHaveLength(there.changed.length);
        expect(back.onlyMine).toHaveLength(there.onlyTheirs.length);
      }),
    );
  });

  it('count every file once', () => {
    fc.assert(
      fc.property(fc.array(input), fc.array(input), (mine, theirs) => {
        const { changed, onlyMine, onlyTheirs } = differingInputs(mine, theirs);
        expect(mine.length - changed.length - onlyMine.length).toBe(
          theirs.length - changed.length - onlyTheirs.length,
        );
      }),
    );
  });

  it('are told by name, rows and values; files are paired by hash first', () => {
    const mine = [
      of('wards.geojson', 20, 'w'),
      of('fibre.csv', 10, 'f1'),
      of('mine.csv', 1, 'm'),
      of('a.csv', 5, 'x'),
    ];
    const theirs = [
      of('areas.geojson', 20, 'w'),
      of('fibre.csv', 12, 'f2'),
      of('theirs.csv', 1, 't'),
      of('a.csv', 5, 'y'),
    ];
    expect(inputDifferenceWords(differingInputs(mine, theirs))).toBe(
      'Differs: fibre.csv (10 rows here, 12 there), a.csv (other values). Only here: mine.csv. Only there: theirs.csv.',
    );
    expect(inputDifferenceWords(differingInputs(mine, mine))).toBe('Identical inputs.');
  });
});
