import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { askCrossover } from '../../../src/actions/ask-crossover.ts';
import { exportPlan, type PlanForm } from '../../../src/actions/export-plan.ts';
import { findDigOnce, findLedger, rankRoofs } from '../../../src/actions/find-barriers.ts';
import { planPicture } from '../../../src/actions/plan-picture.ts';
import { evaluatePlan } from '../../../src/actions/run-plan.ts';
import { openInterventionTopic, openPlan } from '../../../src/actions/set-interventions-view.ts';
import { askComparison } from '../../../src/actions/shown-comparison.ts';
import { shownPlanKey } from '../../../src/actions/shown-plan-key.ts';
import type { LedgerEntry } from '../../../src/domain/plan/barrier-ledger.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { PlanTablePanel } from '../../../src/panels/interventions/duel/plan-table-panel.tsx';
import { InterventionsKey } from '../../../src/panels/interventions/interventions-key.tsx';
import { InterventionsPanel } from '../../../src/panels/interventions/interventions-panel.tsx';
import { PlanSides } from '../../../src/panels/interventions/plan-maps/plan-sides.tsx';
import { planLine } from '../../../src/stores/derived/plan-line.ts';
import type { ResultStore } from '../../../src/stores/result-store.ts';
import type { InterventionTopic } from '../../../src/stores/view-store.ts';
import { DRAWN_CROSSOVER, DRAWN_PLAN } from '../../builders/drawn-plan.ts';
import { withPlansMadeNow } from '../../builders/made-now.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { protection } from '../../builders/street-networks.ts';

/** Everything that is shown or handed over of a plan, over files as they were when it was worked out, or one more. */
type Standing = 'fresh' | 'stale';

const none = { low: 0, mid: 0, high: 0 };
const FILES = [datasetOf({ role: 'premises', contentId: 'file-1' }), datasetOf({ role: 'streets' })];

function projectAs(standing: Standing): Project {
  const made = withPlansMadeNow(projectOf({ datasets: FILES }), [
    { ...DRAWN_PLAN, chosen: ['rooftop radio', 'dig'] },
    { ...DRAWN_PLAN, id: 'plan-2', name: 'Dug', chosen: ['dig'] },
  ]);
  return standing === 'fresh' ? made : { ...made, datasets: [...FILES, datasetOf({ role: 'heights' })] };
}

/** The page on a topic; every study was answered of the plan while it was fresh, and none is answered any more. */
function show(topic: InterventionTopic, standing: Standing): AppContext {
  const { context } = renderPanel(
    <>
      <InterventionsPanel />
      <PlanSides />
      <InterventionsKey />
      <Suspense>
        <PlanTablePanel />
      </Suspense>
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      made.project.setState({ project: projectAs(standing), version: 1 });
      openInterventionTopic(made, topic);
      openPlan(made, 'plan-1');
      answerAll(made);
    },
  );
  return context;
}

function answerAll({ project, studies, view }: AppContext): void {
  const [plan] = project.getState().project.plans;
  const madeOf = plan.designs?.madeOf ?? '';
  const of = { planId: plan.id, madeOf, unit: 'premises' } as const;
  const ready = { status: 'ready', step: null, cancel: null, problem: null } as const;
  const answered = { question: { plan }, version: 1 };
  studies['evaluate-plan'].setState({
    ...ready,
    answered,
    answer: { ...FULL_EVALUATION, planId: plan.id, madeOf },
  });
  studies.crossover.setState({
    ...ready,
    answered: { question: { planId: plan.id, samples: 2000, seed: 1 }, version: 1 },
    answer: { ...DRAWN_CROSSOVER, madeOf },
  });
  const entry: LedgerEntry = {
    ...{
      barrier: protection('s58', 'High Street', '2028-05-12'),
      places: ['High Street'],
      placeName: 'High Street',
    },
    ...{
      intervention: 'dig',
      isMet: true,
      unitsUnlocked: 38,
      penceSaved: none,
      leverPence: null,
      ...{ foundMeanwhilePence: 0, gapClosed: null, highPenceMore: 0, streetDaysMore: 0 },
      weeksSaved: none,
    },
    lever: leverFrom('section 58 waiver', ['High Street']),
  };
  studies['barrier-ledger'].setState({
    ...ready,
    answered,
    answer: { ...of, entries: [entry], leftOut: [] },
  });
  const roof = { roof: 'access:R1', name: 'Library', kind: 'council building', lon: -1.2, lat: 52.9 };
  studies['roof-ranking'].setState({
    ...ready,
    answered,
    answer: {
      ...of,
      ...{ asked: 7, notes: [] },
      roofs: [
        {
          ...roof,
          wayleave: 'silent',
          barredBy: 'wayleave',
          isHub: false,
          reaches: 5,
          newlyReaches: 4,
          beyondOthers: 4,
          gigabit: 3,
        },
      ],
    },
  });
  view.setState(({ interventions }) => ({ interventions: { ...interventions, compared: ['plan-2'] } }));
}

const MARK = /as it was before|out of date|earlier|as they were before/i;

/** Each table of figures of the plan on the page by its caption. */
const captions = (): string[] =>
  [...document.querySelectorAll('table')].map((table) => table.caption?.textContent ?? '(no caption)');

// Parts of the page that are fetched when first drawn, here before the clock of a test runs.
beforeAll(async () => {
  await import('../../../src/panels/interventions/duel/duel-panel.tsx');
  await import('../../../src/panels/interventions/barriers/barriers-panel.tsx');
  await import('../../../src/panels/interventions/cheapest/cheapest-panel.tsx');
  await import('../../../src/panels/interventions/compare-plans/compare-plans-panel.tsx');
}, 60_000);

describe.each<readonly [InterventionTopic, RegExp]>([
  ['duel', /^Side by side/],
  ['barriers', /^The council’s roofs, best first/],
  ['cheapest', /^How sure it is/],
])('topic %s of a plan', (topic, heading) => {
  afterEach(cleanup);

  it('marks nothing where the plan is of now', async () => {
    show(topic, 'fresh');
    await screen.findByRole('heading', { name: heading });
    expect(screen.queryByText('This is out of date')).toBeNull();
    expect(document.body.textContent).not.toMatch(MARK);
  });

  it('marks its title, every heading over figures, every table, the maps and their key where it is not, says why and how to mend it', async () => {
    const context = show(topic, 'stale');
    await screen.findByRole('heading', { name: heading });
    screen.getByText('This is out of date');
    screen.getByText(/^It was made before files changed\./);
    screen.getByRole('button', { name: 'Run it again' });
    // Tables are fetched when first drawn.
    await waitFor(() => expect(captions().length).toBeGreaterThan(0), { timeout: 10_000 });
    for (const caption of captions()) expect(caption).toMatch(/, as it was before the last change$/);
    // No number of the headline stands by itself, and no section with figures.
    for (const number of document.querySelectorAll('.headline-number'))
      expect(number.closest('.headline')?.querySelector('.earlier-line')?.textContent).toMatch(MARK);
    for (const section of document.querySelectorAll('section.panel-section:has(table)'))
      expect(section.querySelector('h2')?.textContent).toMatch(MARK);
    expect(planPicture(context, 'left')?.isEarlier).toBe(true);
    expect(document.querySelector('.plan-sides')?.textContent).toMatch(MARK);
    expect(document.querySelector('.plan-key summary')?.textContent).toMatch(MARK);
  });
});

describe('what is out of date', () => {
  afterEach(cleanup);

  it('is not compared: plans that are, and the way to run them, are named in its stead', async () => {
    const context = show('compare-plans', 'stale');
    await screen.findByText('“Mill Road” and “Dug” are out of date');
    expect(captions().every((caption) => MARK.test(caption))).toBe(true);
    void askComparison(context);
    expect(context.studies['compare-plans'].getState().status).toBe('idle');
    expect(shownPlanKey(context)?.earlier).not.toBeNull();
  });

  it('is said so in the list of plans', () => {
    const badges = (['fresh', 'stale'] as const).map((standing) => {
      const project = projectAs(standing);
      return project.plans.map((plan) => planLine(plan, project).badge);
    });
    expect(badges).toEqual([
      [null, null],
      ['out of date', 'out of date'],
    ]);
  });

  it.each<[string, (context: AppContext, plan: Plan) => Promise<void>, keyof AppContext['studies']]>([
    ['judged', (context, { id }) => evaluatePlan(context, id), 'evaluate-plan'],
    ['searched for the cheapest', (context) => askCrossover(context), 'crossover'],
    ['asked what barriers keep from it', findLedger, 'barrier-ledger'],
    ['ranked roofs for', rankRoofs, 'roof-ranking'],
    ['held against the calendar', findDigOnce, 'dig-once'],
  ])('is not %s at the rates of now', async (_, ask, study) => {
    for (const standing of ['fresh', 'stale'] as const) {
      const context = show('rates', standing);
      const store = context.studies[study];
      act(() =>
        (store as ResultStore<unknown, unknown>).setState({ status: 'idle', answer: null, answered: null }),
      );
      act(() => void ask(context, context.project.getState().project.plans[0]));
      expect(store.getState().status).toBe(standing === 'fresh' ? 'working' : 'idle');
    }
  });

  it.each<[PlanForm, 'refused' | 'remarked']>([
    ['page', 'refused'],
    ['bill', 'refused'],
    ['comparison', 'refused'],
    ['geojson', 'remarked'],
    ['premises', 'remarked'],
    ['hubs', 'remarked'],
    ['links', 'remarked'],
    ['kml', 'remarked'],
  ])('leaves as %s %s', async (form, how) => {
    const context = show('rates', 'stale');
    const asked: { remark?: string }[] = [];
    context.compute.run = async (job) => {
      await job(
        {
          study: async (_job: unknown, _name: string, _project: Project, question: object) =>
            asked.push(question),
        } as never,
        1 as never,
        () => undefined,
      );
      return { state: 'cancelled' };
    };
    const outcome = await exportPlan(context, 'plan-1', form);
    if (how === 'refused') {
      expect(outcome).toMatchObject({ problem: expect.stringMatching(/out of date.*Run it again first/) });
      expect(asked).toEqual([]);
    } else expect(asked[0].remark).toMatch(/^out of date: what the plan is made of has changed/);
  });
});
