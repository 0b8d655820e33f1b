import type { Target } from './target.ts';

const UK_WIDE = 'An aim of the UK government for the whole country: no duty of any one authority.';
const LICENCE = 'Open Government Licence v3.0';

/** The aims that the tracker starts with. Data: each with its source; check it there before quoting. */
export const TARGETS: readonly Target[] = [
  {
    id: 'gigabit-85-2025',
    name: 'At least 85 % gigabit by the end of 2025',
    technology: 'gigabit',
    percent: 85,
    isExceeded: false,
    of: 'premises',
    by: '2025-12-31',
    scope: UK_WIDE,
    source: {
      title: 'Spending Review 2020',
      publisher: 'HM Treasury',
      date: '2020-11-25',
      licence: LICENCE,
      url: 'https://www.gov.uk/government/publications/spending-review-2020-documents',
    },
    caveat: 'Until that review the aim was gigabit for everybody by 2025.',
  },
  {
    id: 'gigabit-99-2032',
    name: 'At least 99 % gigabit by 2032',
    technology: 'gigabit',
    percent: 99,
    isExceeded: false,
    of: 'premises',
    by: '2032-12-31',
    scope: UK_WIDE,
    source: {
      title: 'Spending Review 2025',
      publisher: 'HM Treasury',
      date: '2025-06-11',
      licence: LICENCE,
      url: 'https://www.gov.uk/government/publications/spending-review-2025-document',
    },
    caveat:
      'Put back from 2030. “By 2032” is read as by the end of that year (assumed): check before quoting.',
  },
  {
    id: '5g-most-2027',
    name: '5G for most of the population by 2027',
    technology: '5g',
    percent: 50,
    isExceeded: true,
    of: 'population',
    by: '2027-12-31',
    scope: UK_WIDE,
    source: {
      title: 'Future Telecoms Infrastructure Review',
      publisher: 'Department for Digital, Culture, Media and Sport',
      date: '2018-07-23',
      licence: LICENCE,
      url: 'https://www.gov.uk/government/publications/future-telecoms-infrastructure-review',
    },
    caveat:
      '“The majority” is read as more than half, and “by 2027” as by the end of that year (both assumed): check before quoting.',
  },
  {
    id: '5g-sa-2030',
    name: 'Standalone 5G in all populated areas by 2030',
    technology: '5g-sa',
    percent: 100,
    isExceeded: false,
    of: 'populated areas',
    by: '2030-12-31',
    scope: UK_WIDE,
    source: {
      title: 'UK Wireless Infrastructure Strategy',
      publisher: 'Department for Science, Innovation and Technology',
      date: '2023-04-11',
      licence: LICENCE,
      url: 'https://www.gov.uk/government/publications/uk-wireless-infrastructure-strategy',
    },
    caveat:
      'Which areas count as populated is not said: all premises are taken here (assumed). Check before quoting.',
  },
];
