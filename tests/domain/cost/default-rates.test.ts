import { describe, expect, it } from 'vitest';
import { assumedRates } from '../../../src/domain/cost/assumed-rates.ts';
import { rateProblems } from '../../../src/domain/cost/check-rate-card.ts';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { SURFACES } from '../../../src/domain/streets/surface.ts';

const { trench, items, crossings } = DEFAULT_RATES;

describe('the starting rates', () => {
  it('pass the checks', () => {
    expect(rateProblems(DEFAULT_RATES)).toEqual([]);
  });

  it('can dig every surface by open cut', () => {
    for (const surface of SURFACES)
      expect(
        trench.some((rate) => rate.surface === surface && rate.method === 'open cut' && rate.isAllowed),
      ).toBe(true);
  });

  it('have a range for a surface not known that spans all surfaces', () => {
    const unknown = trench.find(({ surface }) => surface === 'not known')?.poundsPerMetre.value;
    for (const { method, poundsPerMetre } of trench) {
      if (method === 'directional drill') continue;
      expect(unknown?.low).toBeLessThanOrEqual(poundsPerMetre.value.low);
      expect(unknown?.high).toBeGreaterThanOrEqual(poundsPerMetre.value.high);
    }
  });

  it('say assumed of every price of a metre of trench, and name the source of what is published', () => {
    for (const { poundsPerMetre } of trench) expect(poundsPerMetre.source).toBeNull();
    expect(items.poundsPerConnection.source?.date).toBe('2017-12-04');
    expect(items.poundsPerPoleAYear.value.mid).toBe(5.74);
    expect(DEFAULT_RATES.discountPercent).toMatchObject({ value: 3.5, source: { publisher: 'HM Treasury' } });
    expect(crossings.motorway).toBeNull();
    const { assumed, all } = assumedRates(DEFAULT_RATES);
    expect([assumed, all]).toEqual([40, 60]);
  });
});
