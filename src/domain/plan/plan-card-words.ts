import type { RateWords } from '../cost/rate-words.ts';
import type { FigureLimit } from '../project/figure-limit.ts';
import type { PlanItem } from './plan-card.ts';

/** What an item of a plan card is called, means, and may be. */
export interface PlanItemWords extends RateWords {
  readonly group: PlanGroup;
  readonly limit: FigureLimit;
}

/** Groups of items, in the order of forms and files. */
export const PLAN_GROUPS = [
  'What rooftops cost',
  'How far a link carries backhaul',
  'How long things take',
  'What barriers cost',
  'Carbon',
  'Who pays',
  'What is claimed',
] as const;

export type PlanGroup = (typeof PLAN_GROUPS)[number];

/** How each item of a plan card is called and explained, in which group it stands, and what figures it may have. */
export const PLAN_ITEM_WORDS: { readonly [Item in PlanItem]: PlanItemWords } = {
  poundsPerHubSite: ofRoofs(
    'Fitting out a roof',
    each(),
    'Survey, mounting and cabling of a hub; not its radios.',
  ),
  poundsPerMetreOfMast: ofRoofs(
    'Metre of mast',
    { ...each(10_000), unit: '£ a metre' },
    'Of the mast that a hub stands on.',
  ),
  poundsPerPowerSupply: ofRoofs('Power supply', each(), 'Where a roof has none, or nobody knows of any.'),
  poundsPerBackhaulLink: ofRoofs(
    'Backhaul link',
    each(),
    'Both ends of a radio link from a hub to one that has fibre.',
  ),
  poundsPerPremisesInstalled: ofRoofs(
    'Installing at a premises',
    each(100_000),
    'For each that takes the service: fixing, cabling and setting up; not its radio.',
  ),
  poundsPerCabledPremises: ofRoofs(
    'Cable to a premises indoors',
    each(100_000),
    'In a hub’s own building, for each that takes the service: cable from the hub and setting up, instead of a radio.',
  ),
  poundsPerRoofAYear: ofRoofs(
    'Rent of a roof',
    yearly(),
    'To an owner other than the council, or one not known.',
  ),
  poundsPerCouncilRoofAYear: ofRoofs('Rent of a council’s roof', yearly(), 'To the council.'),
  poundsOfPowerPerHubAYear: ofRoofs('Electricity of a hub', yearly(100_000), 'What a hub uses in a year.'),
  poundsOfBusinessRatesPerHubAYear: ofRoofs(
    'Business rates of a hub',
    yearly(100_000),
    'Until they are relieved.',
  ),
  poundsOfLicencePerHubAYear: ofRoofs(
    'Licence fee of a hub',
    yearly(100_000),
    'For leave to send; light licences are paid for several years at once.',
  ),
  percentOfRadioToMaintainAYear: ofRoofs(
    'Maintenance of radios',
    { low: 0, high: 100, unit: '% a year' },
    'Each year, of what radios cost at hubs and premises.',
  ),
  yearsRadioLasts: ofRoofs(
    'Years a radio lasts',
    { low: 1, high: 100, unit: 'years' },
    'Then it is bought again, within the years looked ahead.',
  ),
  metresOfBackhaulLink: {
    group: 'How far a link carries backhaul',
    label: 'Reach of a backhaul link',
    limit: { low: 0, high: 50_000, unit: 'metres' },
    meaning: 'Farthest between two hubs; the middle figure is what designs are made with.',
  },
  weeksToDesign: taking('Design and survey', 'Before anything is asked for.'),
  weeksForWillingRoof: taking('Agreement for a willing roof', 'Until works at it may begin.'),
  weeksForSilentRoof: taking(
    'Agreement for a silent owner’s roof',
    'Notices, and a tribunal where it must be.',
  ),
  weeksForUnaskedRoof: taking('Agreement for a roof not asked for', 'Asking, talking and signing.'),
  weeksForPlanning: taking(
    'Planning answer',
    'Prior approval or an application, from its making to its answer.',
  ),
  weeksForPowerSupply: taking('Wait for power', 'Until a roof without one has it.'),
  weeksForStreetWorksPermit: taking('Permit for street works', 'From asking to the first day in the street.'),
  weeksForCrossing: taking(
    'Agreement for a crossing',
    'Of a railway, tramway, bridge, water or motorway, with its owner.',
  ),
  weeksToBuildHub: taking('Building a hub', 'From the first day on the roof until it serves.'),
  gangsAtOnce: {
    group: 'How long things take',
    label: 'Gangs at once',
    limit: { low: 1, high: 1000, unit: '' },
    meaning: 'Digging, or fitting out roofs, at the same time. The low figure is the slow end.',
  },
  workingDaysAWeek: {
    group: 'How long things take',
    label: 'Working days a week',
    limit: { low: 1, high: 7, unit: 'days' },
    meaning: 'Of those who dig and build.',
  },
  connectionsAWeek: {
    group: 'How long things take',
    label: 'Premises connected a week',
    limit: { low: 0.1, high: 100_000, unit: '' },
    meaning: 'By all who connect them, by fibre or by radio.',
  },
  poundsForSilentRoof: ofBarriers('A silent owner', each(), 'Notices and lawyers, for each roof.'),
  poundsForPlanning: ofBarriers(
    'Planning application',
    each(),
    'Fee and drawings, for each roof that needs it.',
  ),
  percentSavedByDigOnce: ofBarriers(
    'Saved by digging once',
    { low: 0, high: 100, unit: '%' },
    'Of trench and making good where a planned excavation is shared.',
  ),
  kilogramsPerHub: carbonOf(
    'Carbon of a hub',
    'Made and fitted, each time that it is bought; without its electricity.',
  ),
  kilogramsPerPremisesRadio: carbonOf(
    'Carbon of a premises’ radio',
    'Made and fitted, each time that it is bought; without its electricity.',
  ),
  poundsOfVoucherPerPremises: paying(
    'Voucher',
    each(100_000),
    'At most, for each premises that may claim one.',
  ),
  leastPremisesForVoucher: paying(
    'Fewest premises for vouchers',
    { low: 1, high: 10_000, unit: '' },
    'Fewer in one project: no voucher is paid. The middle figure is the rule.',
  ),
  poundsOfTopUpPerPremises: paying(
    'Council’s top-up',
    each(100_000),
    'On each voucher, where the lever is pulled.',
  ),
  poundsOfSupplierSharePerPremises: paying(
    'Supplier’s share',
    each(100_000),
    'What the supplier puts in for each premises connected.',
  ),
  percentMoreTakeUpByAggregation: paying(
    'Take-up gained by aggregation',
    { low: 0, high: 100, unit: 'percentage points' },
    'Added to the take-up asked, where demand is gathered; never beyond 100 %.',
  ),
  poundsOfClaimedBenefitPerGigabitPremises: {
    group: 'What is claimed',
    label: 'Claimed benefit of a gigabit premises',
    limit: each(1_000_000),
    meaning:
      'What somebody says it is worth to the economy. A claim, not a figure of ours; in no sum of costs.',
  },
};

function each(high = 1_000_000): FigureLimit {
  return { low: 0, high, unit: '£ each' };
}

function yearly(high = 1_000_000): FigureLimit {
  return { low: 0, high, unit: '£ a year' };
}

function ofRoofs(label: string, limit: FigureLimit, meaning: string): PlanItemWords {
  return { group: 'What rooftops cost', label, meaning, limit };
}

function taking(label: string, meaning: string): PlanItemWords {
  return { group: 'How long things take', label, meaning, limit: { low: 0, high: 1000, unit: 'weeks' } };
}

function ofBarriers(label: string, limit: FigureLimit, meaning: string): PlanItemWords {
  return { group: 'What barriers cost', label, meaning, limit };
}

function carbonOf(label: string, meaning: string): PlanItemWords {
  return { group: 'Carbon', label, meaning, limit: { low: 0, high: 100_000, unit: 'kg CO₂e each' } };
}

function paying(label: string, limit: FigureLimit, meaning: string): PlanItemWords {
  return { group: 'Who pays', label, meaning, limit };
}
