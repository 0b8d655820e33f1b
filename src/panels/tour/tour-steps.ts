import type { TOUR_STEPS } from '../../stores/tour-store.ts';

/** What a step says, and the part of the page it speaks of. */
export interface TourStep {
  readonly title: string;
  readonly words: string;
  /** A selector; the first element it finds is marked and scrolled to. */
  readonly target: string;
}

/** The six steps. `goToTourStep` shows the page of each. */
export const TOUR: readonly TourStep[] & { readonly length: typeof TOUR_STEPS } = [
  {
    title: 'The number',
    words:
      'Counted here and now from the files that are open: premises that fail the definition, out of all premises. Press any number to see how it was counted.',
    target: '.headline',
  },
  {
    title: 'The worst ward',
    words:
      'A ward opens from the map, the table or the list, by click or Enter. The three always show the same ward. Escape leads back.',
    target: '.ward-view .headline',
  },
  {
    title: 'What counts as a not-spot',
    words: 'You decide. Change the definition, and every number, colour and sentence follows.',
    target: '.recipe',
  },
  {
    title: 'Where they stand together',
    words:
      'Clusters are not-spots near one another: what one roof or one trench might fix. The other views measure areas, compare wards, and set two definitions side by side.',
    target: '.topics',
  },
  {
    title: 'What would fix them',
    words:
      'Rooftop radio against digging, and a hybrid of both, for the same premises: what each costs, whom it serves, and what stands in its way. Choose a ward or a cluster and press the button.',
    target: '.interventions-place .headline, .topics',
  },
  {
    title: 'Your own area',
    words:
      'This borough is made up. Drop in your own wards, premises and coverage: they are read in this browser and sent nowhere.',
    target: '.drop-zone',
  },
];
