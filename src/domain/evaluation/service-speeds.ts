import type { Source } from '../project/figure.ts';

/** A service is usable from here on: what Ofcom calls superfast. */
export const USABLE_MEGABITS = 30;

/** A line counts as gigabit from here on. */
export const GIGABIT_MEGABITS = 1000;

/** Where the speeds of the classes are from. */
export const SPEED_SOURCE: Source = {
  title: 'Connected Nations: superfast is at least 30 Mbit/s, gigabit-capable at least 1,000 Mbit/s down',
  publisher: 'Ofcom',
  date: null,
  licence: null,
  url: null,
};
