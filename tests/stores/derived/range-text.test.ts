import { expect, it } from 'vitest';
import { rangeBand, rangeMid } from '../../../src/stores/derived/range-text.ts';

const kilograms = { unit: 'kg CO₂e', basis: 'modelled' } as const;

it('says all of a range in one unit', () => {
  const wide = { low: 5_170, mid: 8_405, high: 30_800, ...kilograms };
  expect([rangeMid(wide), rangeBand(wide)]).toEqual(['8.4 t', ['5.2 t', '30.8 t']]);
  const light = { low: 170, mid: 405, high: 9_999, ...kilograms };
  expect([rangeMid(light), rangeBand(light)]).toEqual(['405 kg', ['170 kg', '9,999 kg']]);
});
