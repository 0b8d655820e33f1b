import type { LineKey } from './evaluation.ts';

/** How a line is called, what it means in a sentence, and which of two figures is the better one. */
export interface LineWords {
  readonly label: string;
  readonly meaning: string;
  /** null: neither is better by itself. */
  readonly better: 'more' | 'less' | null;
}

/** The words of a line, the same on every screen and in every file. */
export function lineWords(key: LineKey): LineWords {
  return WORDS[key];
}

const WORDS: Readonly<Record<LineKey, LineWords>> = {
  served: {
    label: 'Served',
    meaning: 'Can have the service, each counted once however it is reached.',
    better: 'more',
  },
  usable: {
    label: 'Usable',
    meaning:
      'Served at 30 Mbit/s or more. Radio is shared: the low figure is when all who take it draw at once.',
    better: 'more',
  },
  gigabit: {
    label: 'Counts as gigabit',
    meaning: 'Served by fibre, or by a radio link that carries 1,000 Mbit/s.',
    better: 'more',
  },
  left: { label: 'Left out', meaning: 'Asked for and not served.', better: 'less' },
  connected: { label: 'Connected', meaning: 'Served and expected to take the service.', better: 'more' },
  'wireless already': {
    label: 'Can get fixed wireless already',
    meaning:
      'Asked for, and within reach of rooftop radio or fixed wireless by the coverage loaded. They are counted in the other lines as well.',
    better: null,
  },
  capital: { label: 'To build', meaning: 'Paid once.', better: 'less' },
  'running a year': {
    label: 'To run, a year',
    meaning: 'Rents, upkeep, power, and what is put by for renewals.',
    better: 'less',
  },
  'present value': {
    label: 'Build and run, whole term',
    meaning: 'Building, and all the years of running as they are worth today.',
    better: 'less',
  },
  'pounds per premises': {
    label: 'To build, for each served',
    meaning: 'What building comes to, shared by those served.',
    better: 'less',
  },
  'weeks to first service': {
    label: 'Weeks to first service',
    meaning: 'From the decision until the first are in service.',
    better: 'less',
  },
  'weeks to last service': {
    label: 'Weeks to last service',
    meaning: 'From the decision until all that take it are in service.',
    better: 'less',
  },
  'days of road works': {
    label: 'Days of road works',
    meaning: 'Days that one gang digs in streets.',
    better: 'less',
  },
  'street-days': {
    label: 'Street-days',
    meaning: 'Days that streets are up, each street’s made whole.',
    better: 'less',
  },
  consents: {
    label: 'Consents to get',
    meaning: 'Wayleaves, planning, crossings, licences, and a permit for each street dug.',
    better: 'less',
  },
  carbon: {
    label: 'Carbon of the works',
    meaning: 'Of digging with lead-ins, of hubs and radios, and of those that are bought again.',
    better: 'less',
  },
  'points of failure': {
    label: 'Single points of failure',
    meaning:
      'Fibre points, streets, ducts, poles, lead-ins, hubs and backhaul links with more than one behind each.',
    better: 'less',
  },
  'behind the worst point': {
    label: 'Behind the worst of them',
    meaning: 'Lose their service together when it fails.',
    better: 'less',
  },
  voucher: {
    label: 'Vouchers',
    meaning: 'For gigabit connections to who has none, where the lever is pulled.',
    better: null,
  },
  'top-up': {
    label: 'Top-up',
    meaning: 'The council’s, on vouchers, where the lever is pulled.',
    better: null,
  },
  'supplier’s share': {
    label: 'Supplier’s share',
    meaning: 'What a supplier would put in by itself.',
    better: null,
  },
  gap: { label: 'Gap to fund', meaning: 'Building, less all of these.', better: 'less' },
  'cost of levers': {
    label: 'Cost of the levers',
    meaning: 'What pulling them costs; in no other line.',
    better: 'less',
  },
  'claimed benefit': {
    label: 'Benefit, as claimed',
    meaning: 'What others say gigabit is worth, for who takes it and has none: a claim, in no sum here.',
    better: null,
  },
};
