import { RATE_ITEMS, type RateCard, type RateItem, type Spread } from '../../src/domain/cost/rate-card.ts';
import type { Sourced } from '../../src/domain/project/sourced.ts';

/** A figure that nobody sourced, a tenth less at the low end and a quarter more at the high one. */
export function assumed(mid: number): Sourced<Spread> {
  return { value: { low: 0.9 * mid, mid, high: 1.25 * mid }, source: null };
}

/** A small card in which every surface can be dug and everything but a motorway crossed. */
export function smallRates(): RateCard {
  const trench = (surface: RateCard['trench'][number]['surface'], pounds: number) => ({
    surface,
    method: 'open cut' as const,
    isAllowed: true,
    poundsPerMetre: assumed(pounds),
    metresPerDay: assumed(50),
    carbonKilogramsPerMetre: assumed(9.2),
  });
  return {
    id: 'rates-1',
    name: 'Small card',
    priceBase: '2026',
    trench: [
      trench('not known', 90),
      trench('carriageway', 110),
      trench('footway', 70),
      trench('verge', 40),
      trench('soft', 30),
      { ...trench('carriageway', 20), method: 'microtrench', isAllowed: false },
    ],
    items: Object.fromEntries(RATE_ITEMS.map((item) => [item, assumed(ITEMS[item])])) as RateCard['items'],
    crossings: {
      street: assumed(0),
      bridge: assumed(2000),
      tram: assumed(15_000),
      'level crossing': assumed(20_000),
      railway: assumed(30_000),
      water: assumed(10_000),
      motorway: null,
    },
    termYears: { value: 20, source: null },
    discountPercent: {
      value: 3.5,
      source: {
        title: 'The Green Book',
        publisher: 'HM Treasury',
        date: '2022',
        licence: 'OGL v3',
        url: 'https://www.gov.uk/',
      },
    },
  };
}

const ITEMS: Readonly<Record<RateItem, number>> = {
  poundsPerChamber: 900,
  metresBetweenChambers: 100,
  poundsPerMetreOfLeadIn: 25,
  poundsPerLeadIn: 120,
  poundsPerMetreOfCable: 2,
  poundsPerConnection: 200,
  poundsPerDayOfPermit: 60,
  poundsPerDayOfTrafficManagement: 250,
  poundsPerDayOfLaneRental: 1500,
  percentForDesignAndSurvey: 10,
  poundsPerMetreOfDuctAYear: 0.45,
  poundsPerPoleAYear: 5,
  percentOfCapitalToMaintainAYear: 1,
};
