import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TableDrawer } from '../../src/app/table-drawer.tsx';
import { renderPanel } from '../builders/panel.tsx';
import { townRooftop } from '../builders/town-reach.ts';

// The DOM of these tests has none.
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('leaves the map its place while there is no rooftop site to list', async () => {
  const { context } = renderPanel(<TableDrawer />, null, (made) =>
    made.view.setState({ page: 'rooftops', tableOpen: true }),
  );
  expect(screen.queryByRole('button', { name: 'Hide the table' })).toBe(null);
  expect(screen.getByText('Filled once there are rooftop sites.')).toBeTruthy();
  expect(document.getElementById('drawer-body')?.hidden).toBe(true);
  act(() =>
    context.project.getState().change('Added', { kind: 'insert', list: 'sites', at: 0, item: townRooftop() }),
  );
  expect(await screen.findByRole('button', { name: 'Hide the table' })).toBeTruthy();
  expect(document.getElementById('drawer-body')?.hidden).toBe(false);
});

it('leaves the map its place while no plan and no dig is open', () => {
  const { context } = renderPanel(<TableDrawer />, null, (made) =>
    made.view.setState({ page: 'interventions', tableOpen: true }),
  );
  const about = (topic: 'duel' | 'dig', planId: string | null): void =>
    act(() =>
      context.view.setState(({ interventions }) => ({
        interventions: { ...interventions, topic, planId, designId: null },
      })),
    );
  about('duel', null);
  expect(screen.getByText('Filled once a plan is open.')).toBeTruthy();
  expect(document.getElementById('drawer-body')?.hidden).toBe(true);
  about('dig', 'plan-1');
  expect(screen.getByText('Filled once a dig is open.')).toBeTruthy();
  expect(screen.queryByText('Filled once a plan is open.')).toBe(null);
  about('duel', 'plan-1');
  expect(screen.getByRole('button', { name: 'Hide the table' })).toBeTruthy();
  expect(document.getElementById('drawer-body')?.hidden).toBe(false);
});
