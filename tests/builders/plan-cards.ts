import { PLAN_ITEMS, type PlanCard, type PlanItem } from '../../src/domain/plan/plan-card.ts';
import { assumed } from './rate-cards.ts';

/** A small plan card: every item has a figure, one claim and one source. */
export function smallPlanCard(items: Partial<Record<PlanItem, number>> = {}): PlanCard {
  const source = {
    title: 'Gigabit Broadband Voucher Scheme information',
    publisher: 'Building Digital UK',
    date: '2025-10-17',
    licence: 'OGL v3',
    url: 'https://www.gov.uk/',
  };
  const figures = { ...FIGURES, ...items };
  const all = PLAN_ITEMS.map((item) => [item, assumed(figures[item])] as const);
  return {
    id: 'plan-card-1',
    name: 'Small plan card',
    priceBase: '2026',
    items: {
      ...(Object.fromEntries(all) as PlanCard['items']),
      poundsOfVoucherPerPremises: {
        value: { low: 4500, mid: figures.poundsOfVoucherPerPremises, high: 4500 },
        source,
      },
    },
    claims: [
      { text: 'Full fibre adds £59bn to the economy by 2025', pounds: 59_000_000_000, source },
      { text: 'Nobody says where from', pounds: 1, source: null },
    ],
  };
}

const FIGURES: Readonly<Record<PlanItem, number>> = {
  poundsPerHubSite: 3000,
  poundsPerMetreOfMast: 400,
  poundsPerPowerSupply: 2500,
  poundsPerBackhaulLink: 3000,
  poundsPerPremisesInstalled: 150,
  poundsPerCabledPremises: 100,
  poundsPerRoofAYear: 3000,
  poundsPerCouncilRoofAYear: 500,
  poundsOfPowerPerHubAYear: 300,
  poundsOfBusinessRatesPerHubAYear: 400,
  poundsOfLicencePerHubAYear: 15,
  percentOfRadioToMaintainAYear: 8,
  yearsRadioLasts: 8,
  metresOfBackhaulLink: 1500,
  weeksToDesign: 4,
  weeksForWillingRoof: 6,
  weeksForSilentRoof: 30,
  weeksForUnaskedRoof: 16,
  weeksForPlanning: 8,
  weeksForPowerSupply: 8,
  weeksForStreetWorksPermit: 8,
  weeksForCrossing: 26,
  weeksToBuildHub: 1,
  gangsAtOnce: 2,
  workingDaysAWeek: 5,
  connectionsAWeek: 40,
  poundsForSilentRoof: 2000,
  poundsForPlanning: 600,
  percentSavedByDigOnce: 50,
  kilogramsPerHub: 300,
  kilogramsPerPremisesRadio: 40,
  poundsOfVoucherPerPremises: 4500,
  leastPremisesForVoucher: 2,
  poundsOfTopUpPerPremises: 1000,
  poundsOfSupplierSharePerPremises: 300,
  percentMoreTakeUpByAggregation: 10,
  poundsOfClaimedBenefitPerGigabitPremises: 1000,
};
