import type { RateCard, RateItem } from './rate-card.ts';

/** What a rate is called, and what it means in one line. */
export interface RateWords {
  readonly label: string;
  readonly meaning: string;
}

/** The three figures of a metre by one method in one surface. */
export const TRENCH_WORDS = {
  poundsPerMetre: { label: 'Price of a metre', meaning: 'Digging, duct, filling and making good; no cable.' },
  metresPerDay: {
    label: 'Metres a day',
    meaning: 'What one gang lays in a day: days of road works come of it.',
  },
  carbonKilogramsPerMetre: {
    label: 'Carbon of a metre',
    meaning: 'Of the works: digging, carting, fill and new surface.',
  },
} as const satisfies Record<string, RateWords>;

export const ITEM_WORDS: { readonly [Item in RateItem]: RateWords } = {
  poundsPerChamber: { label: 'Chamber', meaning: 'One chamber or joint box in the street, with its lid.' },
  metresBetweenChambers: {
    label: 'Metres between chambers',
    meaning: 'Along what is dug; the fewer the metres, the more chambers.',
  },
  poundsPerMetreOfLeadIn: {
    label: 'Metre of lead-in',
    meaning: 'From the street over private ground to the wall, dug and ducted.',
  },
  poundsPerLeadIn: { label: 'Lead-in, each', meaning: 'What every lead-in takes, however short.' },
  poundsPerMetreOfCable: {
    label: 'Metre of cable',
    meaning: 'Fibre cable pulled in or hung along trench, duct and poles; not along lead-ins.',
  },
  poundsPerConnection: {
    label: 'Connection',
    meaning: 'For each premises that takes the service: drop cable and terminal.',
  },
  poundsPerDayOfPermit: { label: 'Permit', meaning: 'For each day that a street is dug.' },
  poundsPerDayOfTrafficManagement: {
    label: 'Traffic management',
    meaning:
      'For each day in a carriageway, in a surface not known, at a crossing, or in a traffic-sensitive street.',
  },
  poundsPerDayOfLaneRental: {
    label: 'Lane rental',
    meaning: 'For each day in a street where a lane-rental charge is in force.',
  },
  percentForDesignAndSurvey: {
    label: 'Design and survey',
    meaning: 'Of trench, chambers, crossings, lead-ins and cable.',
  },
  poundsPerMetreOfDuctAYear: { label: 'Rent of a duct', meaning: 'For each metre of existing duct in use.' },
  poundsPerPoleAYear: { label: 'Rent of a pole', meaning: 'For each existing pole that carries a cable.' },
  percentOfCapitalToMaintainAYear: {
    label: 'Maintenance',
    meaning: 'Each year, of trench, chambers, crossings, lead-ins and cable.',
  },
};

export const CROSSING_WORDS: { readonly [Kind in keyof RateCard['crossings']]: RateWords } = {
  street: { label: 'Crossing a street', meaning: 'From one side to the other, on top of the trench.' },
  bridge: { label: 'Crossing a bridge', meaning: 'Along a bridge, on top of the trench.' },
  tram: { label: 'Crossing tram tracks', meaning: 'On top of the trench.' },
  'level crossing': { label: 'Crossing at a level crossing', meaning: 'On top of the trench.' },
  railway: { label: 'Crossing a railway', meaning: 'Under or over it, on top of the trench.' },
  water: { label: 'Crossing water', meaning: 'Under or over it, on top of the trench.' },
  motorway: { label: 'Crossing a motorway', meaning: 'Under or over it, on top of the trench.' },
};

export const PRESENT_VALUE_WORDS = {
  termYears: { label: 'Years looked ahead', meaning: 'How many years of rents and maintenance are counted.' },
  discountPercent: {
    label: 'Discount rate',
    meaning:
      'How much less a pound counts for each year that it is paid later; yearly sums are paid at each year’s end.',
  },
} as const satisfies Record<string, RateWords>;

/** What is said wherever a trench is priced. */
export const NO_TABLE_OF_TRENCH_RATES =
  'Nobody publishes a table of what a metre of trench costs by surface in the UK that could be cited: these are starting points to be replaced by your own prices.';
