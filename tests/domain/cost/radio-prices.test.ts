import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../../src/domain/cost/default-rates.ts';
import { radioBill } from '../../../src/domain/cost/radio-bill.ts';
import { hubWithTerms, radioPrices } from '../../../src/domain/cost/radio-prices.ts';
import type { Spread } from '../../../src/domain/cost/rate-card.ts';
import { renewalsWorth } from '../../../src/domain/cost/renewals-worth.ts';
import { addSpreads, NO_SPREAD } from '../../../src/domain/cost/spread.ts';
import { yearsWorth } from '../../../src/domain/cost/years-worth.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import type { RoofTerms } from '../../../src/domain/plan/roof-terms.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { hubOn, roofAlong } from '../../builders/judged-plans.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const sum = (spreads: readonly Spread[]): Spread => spreads.reduce(addSpreads, NO_SPREAD);
const DEVICE = {
  ...GENERIC_DEVICES[0],
  hubPrice: { lowPounds: 1000, highPounds: 3000, year: null, source: null },
  premisesPrice: { lowPounds: 200, highPounds: 400, year: null, source: null },
};
/** Ten years at nothing: sums can be done in the head. */
const TEN_YEARS = {
  ...DEFAULT_RATES,
  termYears: { value: 10, source: null },
  discountPercent: { value: 0, source: null },
};
const CARD = smallPlanCard({
  poundsPerHubSite: 4000,
  poundsPerMetreOfMast: 300,
  poundsPerBackhaulLink: 3000,
  poundsPerPremisesInstalled: 150,
  poundsPerCabledPremises: 80,
  poundsOfPowerPerHubAYear: 200,
  poundsOfLicencePerHubAYear: 15,
  percentOfRadioToMaintainAYear: 10,
  yearsRadioLasts: 4,
});
const TERMS: RoofTerms = {
  barredBy: null,
  barriers: [],
  pence: { low: 100, mid: 200, high: 300 },
  penceAYear: { low: 10, mid: 20, high: 30 },
  weeks: null,
};

describe('what is bought again', () => {
  it('is paid whenever it is worn out, but for the last year', () => {
    expect(renewalsWorth(4, 10, 0)).toBe(2);
    expect(renewalsWorth(5, 10, 0)).toBe(1);
    expect(renewalsWorth(10, 10, 0)).toBe(0);
    expect(renewalsWorth(0.5, 2, 0)).toBe(2);
    expect(renewalsWorth(2.5, 10, 0)).toBe(3);
    expect(renewalsWorth(4, 10, 5)).toBeCloseTo(1.05 ** -4 + 1.05 ** -8, 12);
  });

  it('is worth less, the longer it lasts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (one, more, term, percent) => {
          expect(renewalsWorth((one + more) / 10, term, percent)).toBeLessThanOrEqual(
            renewalsWorth(one / 10, term, percent) + 1e-12,
          );
        },
      ),
    );
    expect(() => renewalsWorth(0, 10, 0)).toThrow(RangeError);
  });
});

describe('prices of rooftop radio', () => {
  it('are of a hub, a link and a unit over the term, in pence', () => {
    const { hubPence, linkPence, unitPence, worth } = radioPrices(DEVICE, CARD, {
      ...TEN_YEARS,
      takeUpPercent: 50,
    });
    expect(worth).toBe(10);
    // Radio £2,000 and twice again, 10 % of it for ten years, the site, ten years of power and licence.
    expect(hubPence.mid).toBe(100 * (2000 * 3 + 2000 + 4000 + 10 * 215));
    expect(linkPence.mid).toBe(100 * (3000 * 3 + 3000));
    expect(unitPence.mid).toBe(50 * (300 * 3 + 300 + 150));
  });

  it('are dear where radios wear out soon: a short life is the high end of renewals and of carbon', () => {
    const life = { value: { low: 3, mid: 5, high: 9 }, source: null };
    const card = { ...CARD, items: { ...CARD.items, yearsRadioLasts: life } };
    const { hub } = radioPrices(DEVICE, card, { ...TEN_YEARS, takeUpPercent: 50 });
    // In ten years once more after nine or five, three times after three; the hub £1,000 to £3,000.
    expect(hub.find(({ what }) => what === 'renewals')?.pence).toEqual({
      ...{ low: 100 * 1000, mid: 100 * 2000, high: 100 * 3 * 3000 },
    });
    const bill = radioBill(
      { hubs: [hubOn(roofAlong(1))], served: [] },
      { device: DEVICE, card, rates: TEN_YEARS, takeUpPercent: 50, termsOf: () => TERMS },
    );
    expect(bill.timesBought).toEqual({ low: 2, mid: 2, high: 4 });
    const { low, high } = card.items.kilogramsPerHub.value;
    expect([bill.carbonKilograms.low, bill.carbonKilograms.high]).toEqual([2 * low, 4 * high]);
  });

  it('have a mast where the antenna stands over a roof, and what its terms come to', () => {
    const prices = radioPrices(DEVICE, CARD, { ...TEN_YEARS, takeUpPercent: 50 });
    const over = hubWithTerms(prices, roofAlong(1, { antennaMetres: 3, above: 'surface' }), TERMS);
    const column = hubWithTerms(prices, roofAlong(1, { antennaMetres: 8, above: 'ground' }), TERMS);
    expect(over.mid - prices.hubPence.mid).toBe(3 * 30_000 + 200 + 10 * 20);
    expect(column.mid - prices.hubPence.mid).toBe(200 + 10 * 20);
  });
});

describe('the bill of rooftop radio', () => {
  it('adds up: parts, hubs and units to the whole, built and run to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ mast: fc.integer({ min: 0, max: 20 }), isLinked: fc.boolean() }), {
          maxLength: 5,
        }),
        fc.array(fc.record({ units: fc.integer({ min: 1, max: 40 }), metres: fc.constantFrom(0, 12.5) }), {
          maxLength: 8,
        }),
        fc.integer({ min: 0, max: 100 }),
        (made, served, takeUpPercent) => {
          const hubs = made.map(({ mast, isLinked }, at) =>
            hubOn(roofAlong(at, { antennaMetres: mast }), isLinked && at > 0 ? 'access:0' : null),
          );
          const bill = radioBill(
            { hubs, served },
            {
              device: DEVICE,
              card: DEFAULT_PLAN_CARD,
              rates: DEFAULT_RATES,
              takeUpPercent,
              termsOf: () => TERMS,
            },
          );
          const parts = sum(bill.parts.map(({ pence }) => pence));
          expect(parts).toEqual(bill.whole);
          expect(addSpreads(bill.capital, bill.presentValueOfRunning)).toEqual(bill.whole);
          expect(addSpreads(sum(bill.hubs.map(({ pence }) => pence)), bill.units.pence)).toEqual(bill.whole);
          expect(addSpreads(sum(bill.hubs.map(({ capital }) => capital)), bill.units.capital)).toEqual(
            bill.capital,
          );
          const worth = yearsWorth(DEFAULT_RATES.termYears.value, DEFAULT_RATES.discountPercent.value);
          expect(Math.abs(bill.runningAYear.mid * worth - bill.presentValueOfRunning.mid)).toBeLessThan(
            worth,
          );
        },
      ),
    );
  });

  it('has no radio for who a cable joins in a hub’s own building: no renewals, no carbon of a radio', () => {
    const priced = {
      device: DEVICE,
      card: CARD,
      rates: TEN_YEARS,
      takeUpPercent: 40,
      termsOf: () => TERMS,
    };
    const hubs = [hubOn(roofAlong(1))];
    const part = (bill: ReturnType<typeof radioBill>, what: string) =>
      bill.parts.find((one) => one.what === what)?.pence.mid ?? 0;
    const cabled = { units: 220, metres: 0 };
    const away = { units: 523, metres: 80 };
    const both = radioBill({ hubs, served: [cabled, away] }, priced);
    const radios = radioBill({ hubs, served: [away] }, priced);
    const none = radioBill({ hubs, served: [] }, priced);
    for (const what of ['radios at premises', 'installing at premises', 'renewals', 'upkeep of radios'])
      expect(part(both, what)).toBe(part(radios, what));
    expect(part(radios, 'radios at premises')).toBe(6_276_000);
    expect(part(both, 'cables indoors')).toBe(220 * 0.4 * 80_00);
    expect(both.whole.mid - radios.whole.mid).toBe(220 * 0.4 * 80_00);
    expect(both.units).toMatchObject({ served: 743, connected: 297, cabled: 220, connectedByCable: 88 });
    expect(both.carbonKilograms.mid - none.carbonKilograms.mid).toBe(
      (297 - 88) * CARD.items.kilogramsPerPremisesRadio.value.mid * both.timesBought.mid,
    );
    expect(both.assumedItems).toContain('poundsPerCabledPremises');
    expect(radios.assumedItems).not.toContain('poundsPerCabledPremises');
  });

  it('names what nobody sourced, and costs nothing where nothing is built', () => {
    const priced = {
      device: DEVICE,
      card: DEFAULT_PLAN_CARD,
      rates: DEFAULT_RATES,
      takeUpPercent: 40,
      termsOf: () => TERMS,
    };
    const bill = radioBill({ hubs: [hubOn(roofAlong(1))], served: [{ units: 2, metres: 10 }] }, priced);
    expect(bill.assumed).toContain(`Price of the hub (${DEVICE.name})`);
    expect(bill.assumedItems).toContain('poundsPerHubSite');
    expect(bill.assumedItems).not.toContain('poundsOfLicencePerHubAYear');
    expect(bill.assumedItems).not.toContain('poundsPerBackhaulLink');
    expect(radioBill({ hubs: [], served: [] }, priced)).toMatchObject({ parts: [], whole: NO_SPREAD });
  });
});
