import { describe, expect, it } from 'vitest';
import type { BarrierKind } from '../../../src/domain/plan/barrier.ts';
import type { LeverKind } from '../../../src/domain/plan/lever.ts';
import { knownOf, LEVERS_KNOWN, leverFrom } from '../../../src/domain/plan/levers-known.ts';

describe('the catalogue of levers', () => {
  it('has every kind of lever, each with what it costs the council in words', () => {
    const kinds: LeverKind[] = [
      ...(['council-roof access', 'standard wayleave', 'rates relief', 'planning reform'] as const),
      ...(['permit waiver', 'dig-once', 'spectrum sharing', 'voucher', 'top-up'] as const),
      'demand aggregation',
    ];
    expect(new Set(LEVERS_KNOWN.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const { costsCouncil, owner, does } of LEVERS_KNOWN)
      for (const words of [costsCouncil, owner, does]) expect(words).not.toBe('');
    expect(new Set(LEVERS_KNOWN.map(({ key }) => key)).size).toBe(LEVERS_KNOWN.length);
  });

  it('removes every kind of barrier but crossings, whose owners nobody can overrule', () => {
    const removed = new Set(LEVERS_KNOWN.flatMap(({ removes }) => removes));
    const kinds: BarrierKind[] = [
      ...(['wayleave', 'planning prior approval', 'listed building or conservation area'] as const),
      ...(['business rates', 'road-works restriction', 'lane rental', 'permit'] as const),
      ...(['traffic-sensitive street', 'no power', 'spectrum', 'missing demand'] as const),
    ];
    expect(removed).toEqual(new Set(kinds));
  });

  it('gives the same lever for the same places in any order, known again by its id', () => {
    const lever = leverFrom('section 58 waiver', ['B', 'A', 'B']);
    expect(lever).toEqual(leverFrom('section 58 waiver', ['A', 'B']));
    expect(lever.places).toEqual(['A', 'B']);
    expect(knownOf(lever)?.key).toBe('section 58 waiver');
    expect(knownOf(leverFrom('voucher', null))?.key).toBe('voucher');
    expect(knownOf({ id: 'somebody’s own' })).toBeNull();
    expect(() => leverFrom('magic', null)).toThrow(RangeError);
  });
});
