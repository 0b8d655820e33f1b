import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { findPlan } from '../../../src/actions/find-plan.ts';
import { openInterventionTopic, openPlan, setNextDig } from '../../../src/actions/set-interventions-view.ts';
import type { PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { InterventionsPanel } from '../../../src/panels/interventions/interventions-panel.tsx';
import { crossGround } from '../../builders/dig-ground.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_LEVER, FULL_PLAN, FULL_PLAN_DESIGNS } from '../../builders/plans.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const DATASETS = [
  datasetOf({ role: 'premises', contentId: 'file-1' }),
  datasetOf({ role: 'wards', contentId: 'file-2' }),
  datasetOf({ role: 'heights', contentId: 'file-3' }),
  datasetOf({ role: 'streets', contentId: 'file-4' }),
  datasetOf({ role: 'fibre points', contentId: 'file-5' }),
];

/** The plan as it is worked out over a project. */
function fresh(project: Project, plan: Plan = FULL_PLAN): Plan {
  return { ...plan, designs: { ...FULL_PLAN_DESIGNS, madeOf: planFingerprint(plan, project) } };
}

/** The page over a project; no study is ever answered but by the test. */
function show(given: Partial<Project> = {}, { isFresh = true, isOpen = true } = {}): AppContext {
  const bare = projectOf({ datasets: DATASETS, plans: [FULL_PLAN], ...given });
  const plans = isFresh ? bare.plans.map((plan) => (plan.designs ? fresh(bare, plan) : plan)) : bare.plans;
  const { context } = renderPanel(<InterventionsPanel />, null, (made) => {
    made.compute.run = () => new Promise(() => {});
    made.project.setState({ project: { ...bare, plans }, version: 1 });
    openInterventionTopic(made, 'duel');
    if (isOpen) openPlan(made, plans[0]?.id ?? null);
  });
  return context;
}

const plan1 = (context: AppContext): Plan => findPlan(context, 'plan-1') as Plan;

/** The worker's judgement of the plan as it stands. */
function judge(context: AppContext, rest: Partial<PlanEvaluation> = {}): void {
  const plan = plan1(context);
  const { project, version } = context.project.getState();
  const answer = { ...FULL_EVALUATION, planId: plan.id, madeOf: planFingerprint(plan, project), ...rest };
  act(() =>
    context.studies['evaluate-plan'].setState({
      status: 'ready',
      step: null,
      cancel: null,
      problem: null,
      answer,
      answered: { question: { plan }, version },
    }),
  );
}

describe('the duel', () => {
  afterEach(cleanup);

  it('says what is lacking with what is done without it, and offers the demo its parts', async () => {
    show({ datasets: [], plans: [] });
    await screen.findByText('Whom it is to reach: premises or postcodes.');
    expect(screen.queryByRole('button', { name: /Design all three/ })).toBe(null);
    const context = show({ datasets: DATASETS.slice(0, 2), plans: [], fictional: true });
    await screen.findByRole('button', { name: 'Fetch the demo’s parts' });
    fireEvent.click(screen.getByRole('button', { name: 'Load files on the Data page' }));
    expect(context.view.getState().page).toBe('data');
    show({ datasets: DATASETS.slice(0, 3), plans: [] });
    await screen.findByRole('button', { name: 'Design all three' });
    screen.getByRole('heading', { name: 'What a whole duel still needs' });
  });

  it('is set up before its first run where a person wants to: nothing is designed until it is asked for', async () => {
    const context = show({ plans: [] });
    await screen.findByRole('button', { name: 'Design all three' });
    act(() => setNextDig(context, { by: 'ward', wardCode: 'W01', onlyNotSpots: false }));
    const ready = { status: 'ready', step: null, cancel: null, problem: null } as const;
    const places = {
      lon: Float64Array.of(-1.2),
      lat: Float64Array.of(52.9),
      box: [-1.2, 52.9, -1.2, 52.9],
    } as const;
    const counted = { notSpots: null, perhaps: 0, whyNotTold: null, notKnown: 0 };
    act(() =>
      context.studies['dig-premises'].setState({
        ...ready,
        answer: { unit: 'premises', all: 1, asked: 1, ...counted, ...places },
      }),
    );
    // Around other premises it is looked at anew.
    act(() => context.studies['dig-ground'].setState({ ...ready, answer: crossGround() }));
    screen.getByRole('button', { name: 'Design all three for these 1 premises' });
    fireEvent.click(screen.getByRole('button', { name: 'Place a fibre point or ask more first' }));
    await screen.findByRole('button', { name: 'Run it: design all three' });
    expect(context.plans.getState().run).toBe(null);
    expect(context.project.getState().done).toHaveLength(1);
    // What is asked stands open, with the place for one more fibre point in it.
    const place = screen.getByRole('button', { name: 'Place one on the map' });
    expect(place.closest('details')?.open).toBe(true);
    fireEvent.click(place);
    expect(context.view.getState().interventions.picking).toEqual({ kind: 'new-root' });
  });

  it('shows the number, the cards, why, and what a refused design lacks', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context);
    const headline = document.getElementById('plan-headline')?.textContent ?? '';
    expect(headline).toMatch(/^£3,008 to build and run over the whole term, by rooftop radio, as chosen/);
    const table = screen.getByRole('table', { name: 'Where the designs differ' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Rooftop radio', 'Dig']);
    screen.getByText('Hybrid: no design');
    screen.getByText('No fibre point is chosen. Choose one.');
    screen.getByText('Rooftop radio from the Library is £4,000 cheaper than digging.');
    fireEvent.click(within(table).getByRole('button', { name: 'To build' }));
    expect((await screen.findAllByText('What is counted in pounds.')).length).toBe(2);
    screen.getByText(/Not known: it takes a dig and a rooftop design/);
  });

  it('moves the break-even with the rate, and goes back', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context, {
      breakEven: {
        units: 100,
        served: { dig: 100, radio: 100 },
        wholePence: { dig: 9_000_000, radio: 5_000_000 },
        trenchMetres: 1_000,
        usedMetres: 0,
        pencePerMetre: 8_000,
        digFixedPence: 0,
        digPencePerUnit: 10_000,
        radioFixedPence: 3_000_000,
        radioPencePerUnit: 20_000,
      },
    });
    screen.getByText(/^Beyond 500 m of trench/);
    const slider = screen.getByRole('slider', { name: /A metre of trench/ });
    expect(slider.getAttribute('aria-valuetext')).toBe('£80 a metre');
    fireEvent.change(slider, { target: { value: '16000' } });
    screen.getByText(/^Beyond 250 m of trench/);
    fireEvent.click(screen.getByRole('button', { name: 'Back to £80 a metre, the plan’s own' }));
    screen.getByText(/^Beyond 500 m of trench/);
    expect(context.project.getState().done).toEqual([]);
  });

  it('chooses what is to be built, each one step of undo, and nothing is leaving it as it is', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context);
    const hybrid = screen.getByRole('checkbox', { name: /^Hybrid/ }) as HTMLInputElement;
    expect(hybrid.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Dig/ }));
    expect(plan1(context).chosen).toEqual(['rooftop radio', 'dig']);
    judge(context);
    screen.getByRole('table', { name: 'What is chosen, together' });
    fireEvent.click(screen.getByRole('checkbox', { name: /^Dig/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: /^Rooftop radio/ }));
    expect(screen.getAllByText(/^Nothing is chosen yet/)).toHaveLength(2);
    expect(context.project.getState().done).toHaveLength(3);
  });

  it('says that it is out of date before its numbers, and runs again', async () => {
    const context = show({}, { isFresh: false });
    await screen.findByText('This is out of date');
    judge(context);
    expect(document.querySelector('.earlier-line')?.textContent).toContain('out of date');
    fireEvent.click(screen.getByRole('button', { name: 'Run it again' }));
    await screen.findByRole('progressbar');
    expect(context.plans.getState().run?.planId).toBe('plan-1');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('This is out of date');
  });

  it('asks otherwise: the earlier answer stays in sight, marked so', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context);
    const mast = screen.getByLabelText(/^Mast on a hub/);
    fireEvent.change(mast, { target: { value: 'tall' } });
    fireEvent.blur(mast);
    await screen.findByText('Write a whole number, 0 to 60.');
    fireEvent.change(mast, { target: { value: '6' } });
    fireEvent.blur(mast);
    await screen.findByText('This is of the plan as it was before.');
    expect(plan1(context).question.radio.mastMetres).toBe(6);
    expect(document.getElementById('plan-headline')).not.toBe(null);
    fireEvent.click(screen.getByRole('button', { name: /^Let it be used again/ }));
    expect(plan1(context).question.radio.closedRoofs).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Do without it: Library' }));
    expect(plan1(context).question.radio.closedRoofs).toEqual(['access:RA0001']);
  });

  it('keeps what an owner is known to have said, with the reason, and decides of streets', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context);
    const hub = within(screen.getByText('Library').closest('li') as HTMLElement);
    fireEvent.change(hub.getByLabelText('The owner is'), { target: { value: 'refusing' } });
    fireEvent.click(hub.getByRole('button', { name: 'Say so' }));
    hub.getByText('Give a reason: it is kept with the plan.');
    fireEvent.change(hub.getByLabelText(/^How you know/), { target: { value: ' A letter ' } });
    fireEvent.click(hub.getByRole('button', { name: 'Say so' }));
    expect(plan1(context).question.radio.wayleaves.at(-1)).toEqual({
      roof: 'access:RA0001',
      wayleave: 'refusing',
      reason: 'A letter',
    });
    hub.getByText('refusing (A letter)');
    fireEvent.click(hub.getByRole('button', { name: /^Go by the files again/ }));
    expect(plan1(context).question.radio.wayleaves).toEqual(FULL_PLAN.question.radio.wayleaves);
    act(() =>
      context.studies['dig-ground'].setState({
        status: 'ready',
        answer: crossGround(),
        cancel: null,
        step: null,
      }),
    );
    const [street] = crossGround().streets;
    fireEvent.change(await screen.findByLabelText(/^Street/), {
      target: { value: street.name ?? street.id },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Must not be dug' }));
    expect(plan1(context).question.blocked).toContain(street.id);
    fireEvent.click(screen.getByRole('button', { name: `Leave it to the route: ${street.name}` }));
    expect(plan1(context).question.blocked).not.toContain(street.id);
  });

  it('prints a picture of each design, what was asked, the details of the design that is open, and where the others are', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    judge(context);
    expect(screen.queryByRole('heading', { name: 'What was asked' })).toBe(null);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    screen.getByRole('heading', { name: 'What was asked' });
    screen.getByRole('img', { name: 'Rooftop radio, north up' });
    screen.getByRole('img', { name: 'Dig, north up' });
    expect(screen.getAllByText('Library').length).toBeGreaterThan(1);
    expect(document.querySelectorAll('.duel-closer')).toHaveLength(1);
    screen.getByText(/^The other designs, every barrier .* stand on the page to print/);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(screen.queryByRole('heading', { name: 'What was asked' })).toBe(null);
  });

  it('names, copies and removes, lists all plans, and leads back by Escape', async () => {
    const context = show();
    await screen.findByRole('heading', { name: 'North Ward “first”' });
    const name = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.change(name, { target: { value: 'North' } });
    fireEvent.blur(name);
    await screen.findByRole('heading', { name: 'North' });
    fireEvent.click(screen.getByRole('button', { name: 'Copy this plan' }));
    await screen.findByRole('heading', { name: 'North (copy)' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await screen.findByRole('heading', { name: '2 plans' });
    const list = document.querySelector<HTMLElement>('.design-list') as HTMLElement;
    expect(within(list).getAllByRole('button')).toHaveLength(2);
    expect(list.textContent).toContain('1 lever pulled; chosen: rooftop radio');
    fireEvent.click(within(list).getByRole('button', { name: 'North (copy)' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove this plan' }));
    await screen.findByRole('heading', { name: 'One plan' });
    expect(plan1(context).levers).toEqual([FULL_LEVER]);
  });
});
