import { describe, expect, it } from 'vitest';
import { hubsPence, isBetter } from '../../../src/domain/plan/design-pence.ts';
import { hubOn, roofAlong } from '../../builders/judged-plans.ts';
import { radioAt } from '../../builders/small-plans.ts';

describe('what designs are compared by', () => {
  it('is who serves more, then who costs less; of equal ones neither is better', () => {
    expect(isBetter({ units: 5, pence: 900 }, { units: 4, pence: 1 })).toBe(true);
    expect(isBetter({ units: 4, pence: 1 }, { units: 5, pence: 900 })).toBe(false);
    expect(isBetter({ units: 5, pence: 8 }, { units: 5, pence: 9 })).toBe(true);
    expect(isBetter({ units: 5, pence: 9 }, { units: 5, pence: 9 })).toBe(false);
  });

  it('counts the link of a hub that hangs on another, and none of one with a trench', () => {
    const radio = radioAt(1000, 10);
    const linkPence = { low: 200, mid: 300, high: 400 };
    const asked = { ...radio, prices: { ...radio.prices, linkPence } };
    const [one, other] = [roofAlong(1), roofAlong(2)];
    const dug = hubsPence({ hubs: [hubOn(one), hubOn(other)], served: [] }, asked);
    expect(hubsPence({ hubs: [hubOn(one), hubOn(other, one.id)], served: [] }, asked)).toBe(dug + 300);
  });
});
