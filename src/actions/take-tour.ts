import { wardsByNotSpots } from '../stores/derived/ward-table.ts';
import { TOUR_STEPS } from '../stores/tour-store.ts';
import type { AppContext } from './app-context.ts';
import { goTo, openTopic } from './set-view.ts';

/** Goes to a step of the tour and shows what it speaks of; past the last one the tour is over. */
export function goToTourStep(context: AppContext, step: number): void {
  if (step >= TOUR_STEPS) {
    leaveTour(context);
    openTopic(context, 'wards');
    return;
  }
  const at = Math.max(0, step);
  VIEWS[at](context);
  context.tour.setState({ step: at });
}

/** Ends the tour where it stands; what is on show stays. */
export function leaveTour(context: AppContext): void {
  context.tour.setState({ step: null });
}

const showWards = (context: AppContext): void => {
  context.view.setState({ wardCode: null });
  openTopic(context, 'wards');
};

const VIEWS: readonly ((context: AppContext) => void)[] = [
  showWards,
  (context) => {
    const { analysis } = context.analysis.getState();
    const worst = analysis ? wardsByNotSpots(analysis)[0] : undefined;
    openTopic(context, 'wards');
    context.view.setState({ wardCode: worst?.code ?? null });
  },
  showWards,
  (context) => {
    context.view.setState({ wardCode: null });
    openTopic(context, 'clusters');
  },
  (context) =>
    // As `openPlan` and `openInterventionTopic` have it, which the first script need not load.
    context.view.setState(({ interventions }) => ({
      page: 'interventions',
      interventions: {
        ...interventions,
        topic: 'duel',
        planId: null,
        thingId: null,
        streetId: null,
        picking: null,
      },
    })),
  (context) => goTo(context, 'data'),
];
