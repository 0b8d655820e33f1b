import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { openInterventionTopic, openPlan } from '../../../src/actions/set-interventions-view.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { CheapestPanel } from '../../../src/panels/interventions/cheapest/cheapest-panel.tsx';
import { PlanTablePanel } from '../../../src/panels/interventions/duel/plan-table-panel.tsx';
import { fingerprintNow } from '../../../src/stores/derived/plan-stale.ts';
import { DRAWN_CROSSOVER, DRAWN_PLAN } from '../../builders/drawn-plan.ts';
import { withPlansMadeNow } from '../../builders/made-now.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { EMPTY_PLAN } from '../../builders/plans.ts';
import { projectOf } from '../../builders/project.ts';

function show(plans: readonly Plan[], planId: string | null, isFresh = true): AppContext {
  return renderPanel(
    <>
      <CheapestPanel />
      <Suspense>
        <PlanTablePanel />
      </Suspense>
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      const project = isFresh ? withPlansMadeNow(projectOf({}), plans) : projectOf({ plans });
      made.project.setState({ project, version: 1 });
      openInterventionTopic(made, 'cheapest');
      openPlan(made, planId);
    },
  ).context;
}

function answer(context: AppContext, madeOf: string): void {
  act(() =>
    context.studies.crossover.setState({
      status: 'ready',
      cancel: null,
      answer: { ...DRAWN_CROSSOVER, madeOf },
      answered: { question: { planId: 'plan-1', samples: 2000, seed: 1 }, version: 1 },
    }),
  );
}

afterEach(cleanup);

describe('the cheapest for each premises', () => {
  it('is found on demand, with progress and a way to end it', () => {
    const context = show([DRAWN_PLAN], 'plan-1');
    fireEvent.click(screen.getByRole('button', { name: 'Find the cheapest for each' }));
    const { status } = context.studies.crossover.getState();
    expect(status).toBe('working');
    expect(screen.getByRole('progressbar')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Finding the cheapest was cancelled')).toBeTruthy();
  });

  it('is told in totals and place by place, with how sure it is', async () => {
    const context = show([DRAWN_PLAN], 'plan-1');
    answer(context, fingerprintNow(DRAWN_PLAN, context.project.getState().project));
    expect(screen.getByText(/premises are cheapest to serve by rooftop radio, 3 by digging/)).toBeTruthy();
    expect(screen.getByText('2 close, 1 the only one that reaches them')).toBeTruthy();
    expect(screen.getByText(/varied together 2,000 times/)).toBeTruthy();
    expect(screen.getByText('Rates nobody sourced are assumed.')).toBeTruthy();
    expect(screen.queryByText('This is out of date')).toBeNull();
    await screen.findByText('90.0 % of the samples: sure');
  });

  it('says so where the plan has changed since', () => {
    const context = show([DRAWN_PLAN], 'plan-1');
    answer(context, 'before');
    expect(screen.getByText('This is out of date')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Run it again' })).toBeTruthy();
  });

  it('is not found for a plan that is out of date: that is run again first, and what was found is marked', () => {
    const context = show([DRAWN_PLAN], 'plan-1', false);
    answer(context, DRAWN_PLAN.designs?.madeOf ?? '');
    expect(screen.getByText('This is out of date')).toBeTruthy();
    expect(document.querySelector('.earlier-line')?.textContent).toMatch(/^out of date/);
    fireEvent.click(screen.getByRole('button', { name: 'Run it again' }));
    expect(context.plans.getState().run?.planId).toBe('plan-1');
  });

  it('leads to the duel where there is no plan, or one that is not worked out', () => {
    const context = show([], null);
    fireEvent.click(screen.getByRole('button', { name: 'Open the duel' }));
    expect(context.view.getState().interventions.topic).toBe('duel');
    show([EMPTY_PLAN], EMPTY_PLAN.id);
    expect(screen.getByText('“Not run yet” is not worked out yet')).toBeTruthy();
  });
});
