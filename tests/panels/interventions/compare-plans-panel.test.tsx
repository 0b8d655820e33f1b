import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { openInterventionTopic, openPlan } from '../../../src/actions/set-interventions-view.ts';
import type { ComparedPlans } from '../../../src/domain/evaluation/compared-plans.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { ComparePlansPanel } from '../../../src/panels/interventions/compare-plans/compare-plans-panel.tsx';
import { PlanTablePanel } from '../../../src/panels/interventions/duel/plan-table-panel.tsx';
import { DRAWN_PLACES, DRAWN_PLAN } from '../../builders/drawn-plan.ts';
import { madeNow } from '../../builders/made-now.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { projectOf } from '../../builders/project.ts';

const OTHER: Plan = { ...DRAWN_PLAN, id: 'plan-2', name: 'Dug', chosen: ['dig'] };
const THIRD: Plan = { ...DRAWN_PLAN, id: 'plan-3', name: 'Third', chosen: [] };
const FOURTH: Plan = { ...DRAWN_PLAN, id: 'plan-4', name: 'Fourth' };

const figure = (mid: number) => ({
  value: { low: mid, mid, high: mid, unit: 'premises', basis: 'measured' as const },
  denominator: 7,
  definition: 'Those that can have the service.',
  sources: [],
  assumptions: [],
  rowsUsed: 4,
  notKnown: 0,
});
const COMPARED: ComparedPlans = {
  names: ['Mill Road', 'Dug'],
  lines: [
    {
      key: 'served',
      lines: [3, 5].map((mid) => ({ key: 'served' as const, figure: figure(mid), why: null })),
      differences: [figure(0).value, figure(2).value],
    },
  ],
  places: [{ ...DRAWN_PLACES.dug, served: ['none', 'fibre'] }],
  gained: [0, 2],
  lost: [0, 0],
  notes: ['Dug was made before something it rests on changed: run it again.'],
};

function show(plans: readonly Plan[], planId: string | null): AppContext {
  return renderPanel(
    <>
      <ComparePlansPanel />
      <Suspense>
        <PlanTablePanel />
      </Suspense>
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      const bare = projectOf({ plans: [] });
      made.project.setState({
        project: { ...bare, plans: plans.map((plan) => (isStale(plan) ? plan : madeNow(plan, bare))) },
        version: 1,
      });
      openInterventionTopic(made, 'compare-plans');
      openPlan(made, planId);
    },
  ).context;
}

const STALE = 'made of what is no more';
const isStale = ({ designs }: Plan): boolean => designs?.madeOf === STALE;

function answer(context: AppContext, planIds: readonly string[]): void {
  act(() =>
    context.studies['compare-plans'].setState({
      status: 'ready',
      cancel: null,
      answer: COMPARED,
      answered: { question: { planIds }, version: 1 },
    }),
  );
}

afterEach(cleanup);

describe('plans beside each other', () => {
  it('are not compared while one is out of date, which is said with the way to run it again', () => {
    const old: Plan = {
      ...OTHER,
      designs: DRAWN_PLAN.designs && { ...DRAWN_PLAN.designs, madeOf: STALE },
    };
    const context = show([DRAWN_PLAN, old], 'plan-1');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Dug' }));
    answer(context, ['plan-1', 'plan-2']);
    screen.getByText('“Dug” is out of date');
    expect(screen.queryByRole('table', { name: 'Where the plans differ' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open “Dug” in the duel' }));
    expect(context.view.getState().interventions).toMatchObject({ planId: 'plan-2', topic: 'duel' });
  });

  it('are compared as soon as a second is chosen; two others at most', () => {
    const context = show([DRAWN_PLAN, OTHER, THIRD, FOURTH], 'plan-1');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Dug' }));
    expect(context.studies['compare-plans'].getState().status).toBe('working');
    expect(screen.getByRole('progressbar')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Third' }));
    expect(context.view.getState().interventions.compared).toEqual(['plan-2', 'plan-3']);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Fourth' }).disabled).toBe(true);
    expect(screen.getByText(/Which design of “Third” is to be compared\?/)).toBeTruthy();
  });

  it('are told in gains and losses, in lines with differences, and place by place', async () => {
    const context = show([DRAWN_PLAN, OTHER], 'plan-1');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Dug' }));
    answer(context, ['plan-1', 'plan-2']);
    expect(screen.getByText('With “Dug” instead of “Mill Road”, of 2 asked for:')).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Where the plans differ' });
    expect(within(table).getByText('+2').closest('span')?.textContent).toBe('+2, better');
    expect(screen.getByText(COMPARED.notes[0])).toBeTruthy();
    await screen.findByText('2 gained, 0 lost');
  });

  it('say what to do where there is only one, or none', () => {
    show([DRAWN_PLAN], 'plan-1');
    expect(screen.getByText(/There is no other plan. Copy this one in the duel/)).toBeTruthy();
    show([], null);
    expect(screen.getByRole('button', { name: 'Open the duel' })).toBeTruthy();
  });
});
