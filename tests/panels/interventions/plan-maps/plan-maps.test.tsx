import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../../src/actions/app-context.ts';
import { openInterventionTopic, openPlan } from '../../../../src/actions/set-interventions-view.ts';
import type { Plan } from '../../../../src/domain/plan/plan.ts';
import { PlanTablePanel } from '../../../../src/panels/interventions/duel/plan-table-panel.tsx';
import { PlanKey } from '../../../../src/panels/interventions/plan-maps/plan-key.tsx';
import { PlanSides } from '../../../../src/panels/interventions/plan-maps/plan-sides.tsx';
import { placeKey } from '../../../../src/stores/derived/place-key.ts';
import { fingerprintNow } from '../../../../src/stores/derived/plan-stale.ts';
import { DRAWN_DESIGNS, DRAWN_PLACES, DRAWN_PLAN } from '../../../builders/drawn-plan.ts';
import { renderPanel } from '../../../builders/panel.tsx';
import { EMPTY_PLAN } from '../../../builders/plans.ts';
import { projectOf } from '../../../builders/project.ts';

function show(plans: readonly Plan[], planId: string | null): AppContext {
  return renderPanel(
    <>
      <PlanSides />
      <PlanKey />
      <PlanTablePanel />
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      made.project.setState({ project: projectOf({ plans }), version: 1 });
      openInterventionTopic(made, 'duel');
      openPlan(made, planId);
    },
  ).context;
}

afterEach(cleanup);

describe('the maps of a duel', () => {
  it('show what a person chooses left and right, with the key that counts both', () => {
    const context = show([DRAWN_PLAN], 'plan-1');
    const key = screen.getByText('Map key').closest('details') as HTMLElement;
    expect(within(key).getByText('Of 7 premises')).toBeTruthy();
    expect(within(key).getByText('left 3, right 0')).toBeTruthy();
    expect(within(key).getByText('left 0, right 5')).toBeTruthy();
    const right = screen.getByRole('combobox', { name: 'Right' });
    expect(
      within(right)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Rooftop radio', 'Dig', 'Hybrid', 'Leave as it is']);
    fireEvent.change(right, { target: { value: 'leave as it is' } });
    expect(context.view.getState().interventions.sides).toEqual({
      left: 'rooftop radio',
      right: 'leave as it is',
    });
    expect(within(key).getByText('left 3, right 7')).toBeTruthy();
  });

  it('say that they are of the plan as it was, where it has changed since', () => {
    show([DRAWN_PLAN], 'plan-1');
    // Over the maps, and in their key.
    expect(screen.getAllByText(/As it was before the last change\./)).toHaveLength(2);
    cleanup();
    const project = projectOf({ plans: [DRAWN_PLAN] });
    const madeOf = fingerprintNow(DRAWN_PLAN, project);
    show([{ ...DRAWN_PLAN, designs: { ...DRAWN_DESIGNS, madeOf } }], 'plan-1');
    expect(screen.queryByText(/As it was before the last change\./)).toBeNull();
  });

  it('are told by the table, which points at the maps and is pointed at by them', () => {
    const context = show([DRAWN_PLAN], 'plan-1');
    const row = screen.getByRole('row', { name: /^1 3 Radio from Library/ });
    fireEvent.mouseEnter(row);
    expect(context.view.getState().interventions.hoveredThing).toBe(placeKey(DRAWN_PLACES.both));
    fireEvent.click(row);
    expect(context.view.getState().interventions.thingId).toBe(placeKey(DRAWN_PLACES.both));
    expect(screen.getByRole('row', { current: true })).toBe(row);
    fireEvent.click(screen.getByRole('button', { name: /^Hybrid/ }));
    expect(screen.getAllByRole('rowheader')[0].textContent).toBe('2 and 2 more');
  });

  it('say where premises will be listed, with no plan and with one that is not worked out', () => {
    show([EMPTY_PLAN], null);
    expect(screen.getByText('Premises are listed here once a plan is open.')).toBeTruthy();
    show([EMPTY_PLAN], EMPTY_PLAN.id);
    expect(screen.getByText('Premises are listed here once the plan is worked out.')).toBeTruthy();
    expect(screen.queryByText('Map key')).toBeNull();
  });
});
