import { describe, expect, it } from 'vitest';
import { goToTourStep, leaveTour } from '../../src/actions/take-tour.ts';
import { TOUR } from '../../src/panels/tour/tour-steps.ts';
import { TOUR_STEPS } from '../../src/stores/tour-store.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { countedProject, THREE_WARDS } from '../builders/counted-project.ts';

function touring() {
  const { context } = makeAppContext();
  context.analysis.setState({ analysis: countedProject(THREE_WARDS).analysis, status: 'ready' });
  return context;
}

describe('the tour', () => {
  it('has as many texts as steps', () => {
    expect(TOUR).toHaveLength(TOUR_STEPS);
  });

  it('shows at each step what it speaks of', () => {
    const context = touring();
    const shown = TOUR.map((_, step) => {
      goToTourStep(context, step);
      const { page, topic, wardCode } = context.view.getState();
      return [context.tour.getState().step, page, topic, wardCode];
    });
    expect(shown).toEqual([
      [0, 'not-spots', 'wards', null],
      [1, 'not-spots', 'wards', 'E05999802'],
      [2, 'not-spots', 'wards', null],
      [3, 'not-spots', 'clusters', null],
      [4, 'interventions', 'clusters', null],
      [5, 'data', 'clusters', null],
    ]);
  });

  it('ends on the first screen after its last step', () => {
    const context = touring();
    goToTourStep(context, TOUR_STEPS);
    expect(context.tour.getState().step).toBeNull();
    expect(context.view.getState()).toMatchObject({ page: 'not-spots', topic: 'wards' });
  });

  it('is left where it stands', () => {
    const context = touring();
    goToTourStep(context, 3);
    leaveTour(context);
    expect(context.tour.getState().step).toBeNull();
    expect(context.view.getState().topic).toBe('clusters');
  });
});
