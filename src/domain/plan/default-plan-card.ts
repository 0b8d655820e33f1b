import type { Spread } from '../cost/rate-card.ts';
import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import type { PlanCard } from './plan-card.ts';

/**
 * What plans are reckoned with until a person says otherwise. No UK table of what rooftop radio costs could be cited, nor
 * of how long owners and authorities take beyond what the law says: those are assumed, with ranges as wide as that is
 * unsure. What has been published carries its source, which says what of the three figures is not its own.
 */
export const DEFAULT_PLAN_CARD: PlanCard = {
  id: 'starting-plan-card',
  name: 'Starting assumptions',
  priceBase: null,
  items: {
    poundsPerHubSite: assumed(1500, 4000, 12_000),
    poundsPerMetreOfMast: assumed(100, 300, 1000),
    poundsPerPowerSupply: assumed(500, 2500, 10_000),
    poundsPerBackhaulLink: assumed(1000, 3000, 8000),
    poundsPerPremisesInstalled: assumed(75, 150, 350),
    poundsPerCabledPremises: assumed(50, 150, 400),
    poundsPerRoofAYear: assumed(250, 1500, 6000),
    poundsPerCouncilRoofAYear: assumed(0, 500, 3000),
    poundsOfPowerPerHubAYear: assumed(75, 200, 600),
    poundsOfBusinessRatesPerHubAYear: assumed(0, 300, 1500),
    poundsOfLicencePerHubAYear: from(licenceFees(), 0, 15, 50),
    percentOfRadioToMaintainAYear: from(maintenance(), 5, 10, 15),
    yearsRadioLasts: assumed(5, 8, 12),
    metresOfBackhaulLink: assumed(500, 1500, 3000),
    weeksToDesign: assumed(2, 4, 10),
    weeksForWillingRoof: assumed(2, 6, 16),
    weeksForSilentRoof: from(noticesToOwners(), 5, 26, 78),
    weeksForUnaskedRoof: assumed(4, 16, 52),
    weeksForPlanning: from(priorApproval(), 8, 8, 26),
    weeksForPowerSupply: assumed(4, 10, 26),
    weeksForStreetWorksPermit: assumed(2, 6, 14),
    weeksForCrossing: assumed(8, 26, 78),
    weeksToBuildHub: assumed(0.5, 1, 3),
    gangsAtOnce: assumed(1, 2, 4),
    workingDaysAWeek: assumed(5, 5, 6),
    connectionsAWeek: assumed(10, 25, 60),
    poundsForSilentRoof: assumed(250, 1500, 10_000),
    poundsForPlanning: assumed(300, 1000, 4000),
    percentSavedByDigOnce: assumed(20, 50, 80),
    kilogramsPerHub: assumed(100, 300, 900),
    kilogramsPerPremisesRadio: assumed(15, 40, 90),
    poundsOfVoucherPerPremises: from(voucher(), 4500, 4500, 4500),
    leastPremisesForVoucher: from(voucher(), 2, 2, 2),
    poundsOfTopUpPerPremises: from(topUp(), 500, 1000, 2500),
    poundsOfSupplierSharePerPremises: assumed(100, 300, 800),
    percentMoreTakeUpByAggregation: assumed(5, 15, 30),
    poundsOfClaimedBenefitPerGigabitPremises: from(fullFibreClaim(), 0, 1967, 1967),
  },
  claims: [
    {
      text: 'Full fibre would add £59bn to the UK economy by 2025.',
      pounds: 59e9,
      source: techUk('Barrier-busting package, 2020: what full fibre adds'),
    },
    {
      text: '5G would add £15.7bn to the UK economy by 2025.',
      pounds: 15.7e9,
      source: techUk('Barrier-busting package, 2020: what 5G adds'),
    },
    {
      text: 'Small firms’ use of digital tools would add £145bn to productivity.',
      pounds: 145e9,
      source: techUk('Barrier-busting package, 2020: what small firms’ use adds'),
    },
  ],
};

function assumed(low: number, mid: number, high: number): Sourced<Spread> {
  return { value: { low, mid, high }, source: null };
}

function from(source: Source, low: number, mid: number, high: number): Sourced<Spread> {
  return { value: { low, mid, high }, source };
}

function source(title: string, publisher: string, date: string | null): Source {
  return { title, publisher, date, licence: null, url: null };
}

function licenceFees(): Source {
  return source(
    'Light licence at 57 to 71 GHz: £75 for five years (2021), £15 a year; low is licence-exempt use, high £50 for a link at 71 to 86 GHz (2006)',
    'Ofcom',
    '2021-05-20',
  );
}

function maintenance(): Source {
  return source(
    'Model of 5G costs: 10 % a year of what was bought; low and high are assumed',
    'pysim5g, by E. Oughton',
    '2019',
  );
}

function noticesToOwners(): Source {
  return source(
    'An owner who does not answer: notices of 28 to 35 days before a tribunal is asked; that is the low figure, the tribunal’s own time is assumed',
    'Clarke Willmott; Complete Technology Group',
    '2022',
  );
}

function priorApproval(): Source {
  return source(
    'Prior approval in England: the authority has 56 days, and silence is consent; the high figure is assumed',
    'Rother District Council, telecommunications masts',
    null,
  );
}

function voucher(): Source {
  return {
    ...source(
      'Gigabit vouchers: up to £4,500 for a home or business, in a project of two or more',
      'Building Digital UK, scheme information on GOV.UK',
      '2025-10-17',
    ),
    licence: 'Open Government Licence v3.0',
  };
}

function topUp(): Source {
  return source(
    'Northumberland tops vouchers up to £7,000: £2,500 each, the high figure; low and mid are assumed',
    'Northumberland County Council',
    null,
  );
}

function fullFibreClaim(): Source {
  return source(
    'The claim that full fibre adds £59bn to the UK economy by 2025, shared among 30 million premises (assumed); low is none of it',
    'techUK and the source it names',
    '2020',
  );
}

function techUk(title: string): Source {
  return source(title, 'techUK and the source it names', '2020');
}
