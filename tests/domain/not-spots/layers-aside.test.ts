import { describe, expect, test } from 'vitest';
import type { LayerRecord } from '../../../src/domain/coverage/layer.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import type { Analysis } from '../../../src/domain/not-spots/analysis.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const ROWS = 40;
const wards = areasOf([{ code: 'E05999001', rings: [rectangle(0, 0, 1, 1)] }]);
const each = (areas: number): number[] => Array.from({ length: ROWS }, (_, i) => i % areas);
const shares = (key: string, rest: Partial<LayerRecord> = {}): LayerRecord =>
  layerOf({ key, technology: 'gigabit', shape: 'shares', ...rest });

function count(
  loaded: readonly (readonly [LayerRecord, LayerAnswers])[],
  recipeText: string,
): Analysis['notSpots'] & { notes: string[] } {
  const analysis = analyse({
    premises: premisesOf(Array.from({ length: ROWS }, () => ({ lon: 0, lat: 0 }))),
    wards,
    membership: { wardOf: new Int32Array(ROWS), overlapped: 0 },
    layers: loaded.map(([layer]) => layer),
    answers: new Map(loaded.map(([layer, answers]) => [layer.id, answers])),
    recipeText,
    notes: [],
  });
  return { ...analysis.notSpots, notes: analysis.notes.map(({ kind }) => kind) };
}

const authority = [shares('lad'), sharesOf(each(1), [80])] as const;
const outputAreas = [shares('oa'), sharesOf(each(4), [50, 50, 50, 50])] as const;

describe('several tellings of one technology', () => {
  test.each([
    ['the authority first', [authority, outputAreas]],
    ['the output areas first', [outputAreas, authority]],
  ])('are counted by the finer one, %s: half have none, not a tenth', (_name, loaded) => {
    const { low, mid, high, notes } = count(loaded, 'no gigabit');
    expect([low[0], mid[0], high[0]]).toEqual([20, 20, 20]);
    expect(notes).toContain('layer-aside');
    expect(notes).not.toContain('shares-combined');
  });

  test('can still be asked by the key of one', () => {
    expect(count([outputAreas, authority], 'no lad').mid[0]).toBeCloseTo(8);
  });

  test('premises by premises are counted by those records alone where they know most', () => {
    const known = each(4).map((i): ThreeValues => (i === 0 ? 'yes' : i === 1 ? 'unknown' : 'no'));
    const records = [
      layerOf({ key: 'bduk', technology: 'gigabit', shape: 'records' }),
      crispOf(known),
    ] as const;
    const { low, mid, high, notKnown } = count([records, outputAreas], 'no gigabit');
    expect([low[0], mid[0], high[0], notKnown[0]]).toEqual([20, 20, 20, 10]);
    const few = crispOf(each(4).map((i): ThreeValues => (i === 0 ? 'no' : 'unknown')));
    expect(count([[records[0], few], outputAreas], 'no gigabit').notKnown[0]).toBe(30);
    expect(count([[records[0], few], outputAreas], 'no gigabit').mid[0]).toBe(5);
  });

  test('one share for the whole authority does not count beside footprints that know most premises', () => {
    const footprint = layerOf({ key: 'fibre', technology: 'gigabit', operator: 'A' });
    const known = crispOf(each(4).map((i): ThreeValues => (i === 0 ? 'yes' : 'no')));
    const alone = count([[footprint, known]], 'no gigabit');
    const beside = count([authority, [footprint, known]], 'no gigabit');
    expect(beside.mid).toEqual(alone.mid);
    expect(beside.notes).toContain('layer-aside');
    const elsewhere = [
      shares('lad'),
      sharesOf(
        each(1).map(() => -1),
        [80],
      ),
    ] as const;
    expect(count([elsewhere, [footprint, known]], 'no gigabit').notKnown[0]).toBe(0);
    const small = crispOf(each(4).map((i): ThreeValues => (i === 0 ? 'yes' : 'unknown')));
    expect(count([authority, [footprint, small]], 'no gigabit').notes).not.toContain('layer-aside');
  });

  test('of named operators are all counted, and so are high and very high confidence', () => {
    const one = [shares('a', { operator: 'A' }), sharesOf(each(1), [50])] as const;
    const other = [shares('b', { operator: 'B' }), sharesOf(each(1), [50])] as const;
    expect(count([one, other], 'no gigabit').mid[0]).toBe(10);
    const high = [shares('h', { technology: '5g', confidence: 'high' }), sharesOf(each(1), [80])] as const;
    const veryHigh = [
      shares('v', { technology: '5g', confidence: 'very-high' }),
      sharesOf(each(1), [40]),
    ] as const;
    const { low, mid, high: most } = count([high, veryHigh], 'no 5g');
    expect([low[0], mid[0], most[0]]).toEqual([8, 16, 24]);
  });
});
