import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import { PlansHereSection } from '../../../src/panels/premises/plans-here-section.tsx';
import { usePlansHere } from '../../../src/panels/premises/use-plans-here.ts';
import { planAnswers } from '../../../src/stores/derived/plan-answers.ts';
import type { PremisesChoice } from '../../../src/stores/view-store.ts';
import type { JobOptions } from '../../../src/workers/compute-client.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_PLAN } from '../../builders/plans.ts';
import { projectOf } from '../../builders/project.ts';

afterEach(cleanup);

const CHOICE: PremisesChoice = { rows: [0], title: null, asked: null, of: 'file-1' };

function Section() {
  return <PlansHereSection {...usePlansHere(CHOICE)} />;
}

/** The section over these plans; each study waits to be answered by its name. */
function show(plans: readonly Plan[]) {
  const asked: {
    readonly name: string;
    readonly options: JobOptions;
    readonly answer: (value: unknown) => void;
  }[] = [];
  const { context } = renderPanel(<Section />, null, (made: AppContext) => {
    made.compute.run = ((start: (api: unknown, job: string) => string, options: JobOptions) =>
      new Promise((settle) => {
        const name = start({ study: (_job: string, study: string) => study }, 'job');
        asked.push({ name, options, answer: (value) => settle({ state: 'done', value }) });
      })) as never;
    made.project.setState({ project: projectOf({ plans }), version: 1 });
  });
  // Effects of development run twice: the first time round is called off.
  return { context, asking: () => asked.filter(({ options }) => !options.signal?.aborted) };
}

it('asks nothing where there are no plans', () => {
  expect(show([]).asking()).toEqual([]);
  expect(document.querySelector('section')).toBeNull();
});

it('says which plan it is, then its weeks once they are worked out; goes when the plan is removed', async () => {
  const made = FULL_PLAN.designs as NonNullable<Plan['designs']>;
  const plan = {
    ...FULL_PLAN,
    designs: { ...made, madeOf: planFingerprint(FULL_PLAN, projectOf({ plans: [] })) },
  };
  const [place] = planAnswers(plan.designs).places.filter(({ answers }) => answers.dig?.how === 'fibre');
  const { context, asking } = show([plan]);
  expect(asking().map(({ name }) => name)).toEqual(['plans-with']);
  await act(async () =>
    asking()[0].answer({
      units: 1,
      unit: 'premises',
      plans: [{ planId: plan.id, units: 1, places: [{ lon: place.lon, lat: place.lat, units: 1 }] }],
      notTold: [],
    }),
  );
  screen.getByRole('heading', { name: plan.name });
  expect(document.body.textContent).toContain('being worked out');
  expect(asking().map(({ name }) => name)).toEqual(['plans-with', 'evaluate-plan']);
  await act(async () => asking()[1].answer(FULL_EVALUATION));
  await waitFor(() => expect(document.body.textContent).toContain('have it after'));
  act(() => context.project.setState({ project: projectOf({ plans: [] }), version: 2 }));
  expect(document.querySelector('section')).toBeNull();
  expect(asking()).toEqual([]);
});
