import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PlansHereSection } from '../../../src/panels/premises/plans-here-section.tsx';
import type { PlansHereState } from '../../../src/panels/premises/use-plans-here.ts';
import { renderPanel } from '../../builders/panel.tsx';

afterEach(cleanup);

const NONE: PlansHereState = { plans: [], notTold: [], problem: null };
const PLAN = {
  id: 'plan-7',
  name: 'Hollowbeck',
  asked: null,
  isStale: true,
  note: 'It was made before the rates changed.',
  designs: [
    {
      kind: 'dig',
      name: 'Dig',
      isChosen: true,
      gets: ['Fibre by a trench to the premises.'],
      weeks: 'After 9 weeks.',
    },
  ],
} as const;

it('is nothing where no plan asks for the premises, or while that is looked up', () => {
  for (const state of [NONE, { ...NONE, plans: null }]) {
    renderPanel(<PlansHereSection {...state} />, null);
    expect(screen.queryByRole('heading')).toBeNull();
    cleanup();
  }
});

it('names the plan, says what is chosen, what it brings and that it is out of date, and opens it', () => {
  const { context } = renderPanel(<PlansHereSection {...NONE} plans={[PLAN]} />, null);
  const section = screen.getByRole('region', { name: /Hollowbeck/ });
  expect(section.textContent).toMatch(
    /out of date.*before the rates changed.*Dig chosen.*Fibre by a trench.*After 9 weeks/,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Open the plan Hollowbeck' }));
  expect(context.view.getState()).toMatchObject({
    page: 'interventions',
    interventions: { topic: 'duel', planId: 'plan-7' },
  });
});

it('says of which plan it is not known, and why nothing could be looked up', () => {
  const notTold = [{ id: 'plan-8', name: 'Millgate', why: 'It was asked for other premises.' }];
  renderPanel(<PlansHereSection {...NONE} notTold={notTold} />, null);
  expect(screen.getByRole('region').textContent).toContain(
    'Whether “Millgate” asks for it is not known. It was asked for other premises.',
  );
  cleanup();
  renderPanel(<PlansHereSection {...NONE} plans={null} problem="The files are gone." />, null);
  screen.getByText('Which plans ask for it is not known. The files are gone.');
});
