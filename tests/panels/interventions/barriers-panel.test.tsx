import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { findPlan } from '../../../src/actions/find-plan.ts';
import { openInterventionTopic, openPlan } from '../../../src/actions/set-interventions-view.ts';
import type { BarrierLedger, LedgerEntry } from '../../../src/domain/plan/barrier-ledger.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../../src/domain/plan/plan-fingerprint.ts';
import { InterventionsPanel } from '../../../src/panels/interventions/interventions-panel.tsx';
import { renderPanel } from '../../builders/panel.tsx';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_PLAN, FULL_PLAN_DESIGNS, ROOF_BARRIER } from '../../builders/plans.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { protection } from '../../builders/street-networks.ts';

const DATASETS = [datasetOf({ role: 'premises', contentId: 'file-1' })];
const none = { low: 0, mid: 0, high: 0 };

const entry = (rest: Partial<LedgerEntry>): LedgerEntry => ({
  barrier: protection('s58', 'High Street', '2028-05-12'),
  places: ['High Street'],
  placeName: 'High Street',
  intervention: 'dig',
  isMet: true,
  unitsUnlocked: 38,
  penceSaved: { low: -200_000, mid: 1_230_000, high: 1_900_000 },
  leverPence: null,
  weeksSaved: { low: 0, mid: 1.5, high: 2 },
  ...{ foundMeanwhilePence: 0, gapClosed: null, highPenceMore: 0, streetDaysMore: 0 },
  lever: leverFrom('section 58 waiver', ['High Street']),
  ...rest,
});

const ENTRIES = [
  entry({}),
  entry({
    ...{ barrier: ROOF_BARRIER, places: ['access:RA0002'], placeName: 'Foxglove Living, who refuses' },
    ...{ intervention: 'rooftop radio', unitsUnlocked: 3, penceSaved: null, weeksSaved: null, lever: null },
  }),
  entry({
    barrier: { ...ROOF_BARRIER, kind: 'business rates' },
    ...{ placeName: 'all hubs', unitsUnlocked: 0, penceSaved: none, weeksSaved: none },
    lever: leverFrom('rates relief', null),
  }),
];

/** The page with a plan that is worked out, its judgement and a ledger of it. */
function show(entries: readonly LedgerEntry[] = ENTRIES): AppContext {
  const bare = projectOf({ datasets: DATASETS, plans: [] });
  const asked = { ...FULL_PLAN, levers: [] };
  const plan: Plan = { ...asked, designs: { ...FULL_PLAN_DESIGNS, madeOf: planFingerprint(asked, bare) } };
  const { context } = renderPanel(<InterventionsPanel />, null, (made) => {
    made.compute.run = () => new Promise(() => {});
    made.project.setState({ project: { ...bare, plans: [plan] }, version: 1 });
    openInterventionTopic(made, 'barriers');
    openPlan(made, plan.id);
    const ready = { status: 'ready', step: null, cancel: null, problem: null } as const;
    const answered = { question: { plan }, version: 1 };
    const madeOf = plan.designs?.madeOf ?? '';
    const ledger: BarrierLedger = {
      ...{ planId: plan.id, madeOf, unit: 'premises', entries },
      leftOut: [{ count: 2, why: 'willing owners have only to sign' }],
    };
    made.studies['barrier-ledger'].setState({ ...ready, answer: ledger, answered });
    made.studies['evaluate-plan'].setState({
      ...ready,
      answer: { ...FULL_EVALUATION, planId: plan.id, madeOf },
      answered,
    });
  });
  return context;
}

const leversOf = (context: AppContext) => findPlan(context, 'plan-1')?.levers.map(({ id }) => id);

describe('barriers and levers of a plan', () => {
  afterEach(cleanup);

  it('are ranked by what removing each would unlock, with what nobody knows not known', async () => {
    show();
    const title = await screen.findByRole('heading', {
      name: 'Protected from road works, from 1 May 2024 until 12 May 2028: High Street',
    });
    const first = title.closest('li') as HTMLElement;
    const [, row] = within(first).getAllByRole('row');
    expect(row.textContent).toMatch(/Dig\s*38 more\s*£12,300 less.*1\.5 weeks sooner/);
    const second = screen.getByRole('heading', { name: 'Wayleave refused: Foxglove Living, who refuses' });
    const refused = second.closest('li') as HTMLElement;
    expect(refused.textContent).toContain('not known');
    expect(refused.textContent).toContain('No lever is known that removes it.');
    screen.getByText('1 more that would unlock nothing by itself');
    screen.getByText('2 barriers not worked out: willing owners have only to sign.');
  });

  it('keep the focus where they are worked out, and say how to go on where the calculation died', async () => {
    const context = show();
    const store = context.studies['barrier-ledger'];
    act(() => store.setState({ status: 'idle', answer: null }));
    const begin = await screen.findByRole('button', { name: 'Work out what each would unlock' });
    begin.focus();
    const place = screen.getByRole('group', { name: 'Working out what each barrier keeps' });
    act(() => store.setState({ status: 'working', cancel: () => undefined }));
    expect(document.activeElement).toBe(place);
    within(place).getByRole('button', { name: 'Cancel' }).focus();
    act(() => store.setState({ status: 'cancelled', cancel: null }));
    expect(document.activeElement).toBe(place);
    act(() => store.setState({ status: 'failed', problem: 'It stopped.', problemName: 'Stopped' }));
    within(place).getByRole('button', { name: 'Reload' });
    within(place).getByText(/reload/);
    act(() => store.setState({ status: 'failed', problem: 'No rates.', problemName: 'RateMissing' }));
    expect(within(place).queryByRole('button', { name: 'Reload' })).toBeNull();
    expect(document.activeElement).toBe(place);
  });

  it('are dense: designs that gain alike in one row, those that gain nothing in a line', async () => {
    show([
      entry({}),
      entry({ intervention: 'hybrid' }),
      entry({ intervention: 'rooftop radio', unitsUnlocked: 0, penceSaved: none, weeksSaved: none }),
    ]);
    const title = await screen.findByRole('heading', { name: /^Protected from road works/ });
    const item = title.closest('li') as HTMLElement;
    const rows = within(item).getAllByRole('row');
    expect(rows.map((row) => row.textContent?.slice(0, 11))).toEqual([
      'DesignServe',
      'Dig, hybrid',
      'what the le',
    ]);
    within(item).getByText('Nothing changes for rooftop radio.');
  });

  it('say beside what is saved what the lever costs, and that a cost only moves', () => {
    const relief = { low: 100_000, mid: 852_700, high: 2_000_000 };
    show([
      entry({
        barrier: { ...ROOF_BARRIER, kind: 'business rates' },
        ...{ intervention: 'rooftop radio', placeName: 'all hubs', unitsUnlocked: 0 },
        ...{ penceSaved: relief, leverPence: relief, lever: leverFrom('rates relief', null) },
      }),
      entry({ unitsUnlocked: 0, leverPence: { low: 0, mid: 230_000, high: 230_000 } }),
      entry({ ...{ intervention: 'hybrid', unitsUnlocked: 0 }, leverPence: null }),
    ]);
    const rows = [...document.querySelectorAll('.ledger-table tbody tr:not(.ledger-notes)')];
    const cells = rows.map((row) => row.nextElementSibling?.textContent);
    expect(rows[0].textContent).toContain('£8,527 less');
    expect(cells[0]).toContain('the lever costs £8,527: none saved, it only moves');
    expect(cells[1]).toContain('the lever costs £2,300: £10,000 less in all');
    expect(cells[2]).toContain('what the lever costs is not known');
  });

  it('give the ends of what is dearer as pounds more, the lesser first', () => {
    show([
      entry({ unitsUnlocked: 0, penceSaved: { low: -4_458_000, mid: -2_090_100, high: -650_100 } }),
      entry({ intervention: 'hybrid', penceSaved: { low: -200_000, mid: 100_000, high: 300_000 } }),
    ]);
    const cells = [...document.querySelectorAll('.ledger-table tbody td:nth-child(3)')].map(
      ({ textContent }) => textContent,
    );
    expect(cells).toEqual(
      expect.arrayContaining(['£20,901 more£6,501–£44,580', '£1,000 less£2,000 more to £3,000 less']),
    );
  });

  it('say beside “Bust it” what gets worse, what closes the gap, and what needs no lever', async () => {
    show([
      entry({
        ...{ unitsUnlocked: 0, leverPence: { low: 0, mid: 0, high: 0 }, highPenceMore: 4_000_000 },
        ...{ streetDaysMore: 2, foundMeanwhilePence: 350_000 },
      }),
      entry({
        barrier: { ...ROOF_BARRIER, kind: 'missing demand', place: '' },
        ...{ placeName: 'the gap to fund', places: [], unitsUnlocked: 0, penceSaved: none, weeksSaved: none },
        ...{ leverPence: none, gapClosed: { low: 0, mid: 1_200_000, high: 2_000_000 } },
        lever: leverFrom('voucher', null),
      }),
    ]);
    const [street, demand] = (await screen.findAllByText('Bust it')).map(
      (one) => one.closest('li')?.textContent,
    );
    expect(street).toContain('worse: £40,000 more at the high end, 2 street-days more');
    expect(street).toContain('£3,500 more is saved by a better design found meanwhile, which needs no lever');
    expect(demand).toContain('Too little demand: the gap to fund');
    expect(demand).toContain('£12,000 of the gap to fund is closed');
  });

  it('are busted by pulling the lever, and put back, each a step of undo', async () => {
    const context = show();
    fireEvent.click(await screen.findByRole('button', { name: /^Bust it: Let protected streets be dug/ }));
    expect(leversOf(context)).toEqual(['section 58 waiver: High Street']);
    await screen.findByRole('heading', {
      name: 'What it changes: Let protected streets be dug: High Street',
    });
    screen.getByText(/The plan is being worked out with it/);
    // It stands above what was pressed: whoever pressed it is led there, and told why the others wait.
    expect(document.activeElement?.textContent).toMatch(/^What it changes: Let protected streets be dug/);
    const waiting = screen.getByRole('button', { name: /^Bust it: Let protected/ });
    expect(waiting.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(waiting.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toMatch(/work it out again, and the buttons below act again/);
    // The ledger is of the plan as it was: nothing more is busted by it.
    expect(screen.getAllByText('earlier').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: /^Put back: Let protected streets be dug/ }));
    expect(leversOf(context)).toEqual([]);
    expect(context.project.getState().done.map(({ label }) => label)).toEqual([
      'Pulled permit waiver',
      'Put back permit waiver',
    ]);
  });

  it('can be pulled from the whole catalogue, each with what it costs the council', async () => {
    const context = show([]);
    await screen.findByText('Nothing that can be removed stands in this plan’s way.');
    fireEvent.click(screen.getByText('Every lever there is (15 not pulled)'));
    const title = screen.getByRole('heading', { name: 'One standard wayleave' });
    expect(title.closest('li')?.textContent).toContain('£3,000 (£1,000–£8,000)');
    act(() => screen.getByRole('button', { name: 'Pull: One standard wayleave' }).click());
    expect(leversOf(context)).toEqual(['standard wayleave']);
    screen.getByRole('heading', { name: 'One lever is pulled' });
  });

  it('say where plans are made, where none is open', async () => {
    const context = show();
    act(() => openPlan(context, null));
    await screen.findByText('Open a plan to see what stands in its way and what would remove it.');
    screen.getByRole('button', { name: FULL_PLAN.name });
  });
});
