import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../src/domain/project/range.ts';
import { changeText, rangeBand, rangeMid, shownChange } from '../../../src/stores/derived/range-text.ts';

describe('a range as it is written', () => {
  it('has one unit for all three of it', () => {
    const carbon = rangeOf(5170, 13_400, 30_800, 'kg CO₂e', 'modelled');
    expect([rangeMid(carbon), rangeBand(carbon)]).toEqual(['13.4 t', ['5.2 t', '30.8 t']]);
    expect(rangeMid(rangeOf(100, 300, 900, 'kg CO₂e', 'assumed'))).toBe('300 kg');
  });

  it('makes no nought of a part of a day', () => {
    const days = rangeOf(0.3, 0.7, 1.4, 'days', 'modelled');
    expect([rangeMid(days), rangeBand(days)]).toEqual(['0.7', ['0.3', '1.4']]);
    expect(rangeMid(rangeOf(12.4, 12.4, 12.4, 'days', 'modelled'))).toBe('12');
  });

  it('changes by what is found when what is written is subtracted', () => {
    const changes: [from: number, to: number, unit: string, written: string][] = [
      [33.4, 21.8, 'weeks', '11'],
      [33.4, 9.46, 'weeks', '23.5'],
      [0.64, 0.66, 'days', '0.1'],
      [8.3, 9.3, 'days', '1'],
      [318.6, 317.4, 'pounds', '£2'],
      [29_368, 29_752, 'kg CO₂e', '384 kg'],
    ];
    for (const [from, to, unit, written] of changes)
      expect(changeText(shownChange(from, to, unit), unit)).toBe(written);
  });
});
