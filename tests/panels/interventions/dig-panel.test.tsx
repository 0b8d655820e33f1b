import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { findDesign } from '../../../src/actions/find-design.ts';
import {
  chooseStreet,
  openDesign,
  openInterventionTopic,
} from '../../../src/actions/set-interventions-view.ts';
import type { ChosenPremises } from '../../../src/domain/dig/chosen-premises.ts';
import type { DigDesign, DigResult } from '../../../src/domain/dig/dig-design.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { DigTablePanel } from '../../../src/panels/interventions/dig/dig-table-panel.tsx';
import { DigKey } from '../../../src/panels/interventions/dig-key.tsx';
import { InterventionsPanel } from '../../../src/panels/interventions/interventions-panel.tsx';
import { analysisOf } from '../../builders/analysis.ts';
import { FULL_DESIGN } from '../../builders/dig-designs.ts';
import { crossGround } from '../../builders/dig-ground.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { datasetOf, projectOf } from '../../builders/project.ts';

const DATASETS = [
  datasetOf({ role: 'premises' }),
  datasetOf({ role: 'wards' }),
  datasetOf({ role: 'streets' }),
];
const CHOSEN: ChosenPremises = {
  unit: 'premises',
  all: 100,
  notSpots: 40,
  perhaps: 0,
  whyNotTold: null,
  notKnown: 0,
  asked: 40,
  lon: Float64Array.of(-1.2),
  lat: Float64Array.of(52.9),
  box: [-1.2, 52.9, -1.2, 52.9],
};

/** The page over a project; no study is ever answered but by the test. */
function show(given: Partial<Project> = {}, designId: string | null = null): AppContext {
  const { context } = renderPanel(
    <>
      <InterventionsPanel />
      <DigTablePanel />
      <DigKey />
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      made.project.setState({ project: projectOf({ datasets: DATASETS, ...given }), version: 1 });
      const analysis = analysisOf([
        { units: 100, notSpots: 40 },
        { units: 50, notSpots: 45 },
      ]);
      made.analysis.setState({ status: 'ready', analysis, countedVersion: 1 });
      openInterventionTopic(made, 'dig');
      openDesign(made, designId);
    },
  );
  return context;
}

function answer<Name extends 'dig-premises' | 'dig-ground'>(
  context: AppContext,
  name: Name,
  value: ReturnType<AppContext['studies'][Name]['getState']>['answer'],
): void {
  act(() =>
    context.studies[name].setState({ status: 'ready', answer: value, cancel: null, step: null } as never),
  );
}

const design = (context: AppContext): DigDesign => findDesign(context, 'dig-1') as DigDesign;

describe('the dig view', () => {
  afterEach(cleanup);

  it('says what is lacking, one thing at a time, with what to do', async () => {
    show({ datasets: [] });
    await screen.findByRole('heading', { name: 'Premises are needed' });
    show({ datasets: [DATASETS[0]] });
    await screen.findByRole('heading', { name: 'Streets are needed' });
    expect(screen.queryByRole('button', { name: /Fetch the demo/ })).toBe(null);
    const context = show({ datasets: [DATASETS[0]], fictional: true });
    await screen.findByRole('button', { name: 'Fetch the demo’s streets' });
    fireEvent.click(screen.getByRole('button', { name: 'Load streets on the Data page' }));
    expect(context.view.getState().page).toBe('data');
  });

  it('counts the premises of a ward at once, and designs a dig to them from the nearest fibre points', async () => {
    const context = show();
    const select = await screen.findByRole('combobox', { name: 'Ward' });
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Choose a ward', 'Ward 2: 45 of 50', 'Ward 1: 40 of 100']);
    fireEvent.change(select, { target: { value: 'W01' } });
    await screen.findByRole('progressbar');
    answer(context, 'dig-premises', CHOSEN);
    answer(context, 'dig-ground', crossGround());
    await screen.findByText('40 of 100 premises are not-spots (40.0 %).');
    fireEvent.click(screen.getByRole('button', { name: 'Design a dig to these 40 premises' }));
    await screen.findByRole('heading', { name: 'Dig to Ward 1' });
    expect(design(context).question).toMatchObject({
      selection: { kind: 'ward', code: 'W01' },
      onlyNotSpots: true,
      rootIds: ['B', 'A'],
    });
    expect(
      screen.getByText('2 of 2 fibre points may be used; those are taken that make it cheapest.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(screen.getByRole('button', { name: /^Run it/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('takes a shape’s corners as text and says which line is wrong', async () => {
    const context = show();
    fireEvent.click(await screen.findByRole('radio', { name: 'Shape' }));
    const field = screen.getByRole('textbox', { name: 'Corners' });
    fireEvent.change(field, { target: { value: '52.9, -1.2\nnowhere' } });
    fireEvent.click(screen.getByRole('button', { name: 'Use these corners' }));
    expect(screen.getByText(/^Line 2, “nowhere”/)).toBeTruthy();
    fireEvent.change(field, { target: { value: '52.9, -1.2\n52.9, -1.1\n53, -1.1' } });
    fireEvent.click(screen.getByRole('button', { name: 'Use these corners' }));
    expect(context.view.getState().interventions.next.corners).toEqual([
      [-1.2, 52.9],
      [-1.1, 52.9],
      [-1.1, 53],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Add corners on the map' }));
    expect(context.view.getState().interventions.picking).toEqual({ kind: 'corner' });
    fireEvent.click(screen.getByRole('button', { name: 'Finish the shape' }));
    expect(context.view.getState().interventions.picking).toBe(null);
  });

  it('shows what a design comes to, its streets, costs, whom it misses, and that it is out of date', async () => {
    const context = show({ designs: [FULL_DESIGN] }, 'dig-1');
    await screen.findByText(/^to build, for 2 of the 3 premises asked for/);
    screen.getByText('This is out of date');
    // It stands at the headline too, which is dimmed.
    const stale = screen.getAllByText('out of date')[0];
    expect(stale.closest('.dig-result')?.className).toContain('dig-earlier');
    expect(stale.compareDocumentPosition(screen.getByText(/^to build, for 2 of the 3 premises/))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    screen.getByText(/^Out of date: £[\d,]+ to build, for 2 of the 3/);
    await screen.findByText(/The files are of a dig made before/);
    for (const name of [
      'Not served',
      'What it costs, by part',
      'Bill of quantities',
      'What going round costs',
      'Map key',
    ])
      screen.getByRole('heading', { name });
    screen.getByText(
      'Going round street-2, protected until 1 March 2027, costs £2,500 more for those served, built and run.',
    );
    const table = screen.getByRole('table', { name: 'Streets of the dig' });
    const [, first] = within(table).getAllByRole('row');
    expect(first.textContent).toContain('street-3');
    expect(first.textContent).toContain('Blocked by you');
    const block = within(table).getByRole('button', { name: 'Block High Street' });
    block.focus();
    fireEvent.click(block);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Unblock High Street');
    expect(design(context).question.blocked).toContain('street-1');
    // The answer to what was asked before stays, and says so.
    await screen.findByText('This answers what was asked before.');
    await screen.findByRole('progressbar', { name: 'Finding a first route' });
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    cancel.focus();
    fireEvent.click(cancel);
    await screen.findByText('Finding the route was cancelled');
    const region = screen.getByRole('group', { name: 'Finding the route' });
    expect(region.contains(document.activeElement)).toBe(true);
    act(() => context.project.getState().undo());
    expect(screen.queryByText('This answers what was asked before.')).toBe(null);
    expect(design(context)).toEqual(FULL_DESIGN);
  });

  it('lifts what closes a street only for a reason, and keeps the reason', async () => {
    const asked = { ...FULL_DESIGN.question, lifted: [], blocked: [], forced: [] };
    const context = show({ designs: [{ ...FULL_DESIGN, question: asked, result: null }] }, 'dig-1');
    answer(context, 'dig-ground', crossGround());
    act(() => chooseStreet(context, 'Mill Lane'));
    await screen.findByRole('heading', { name: 'Mill Lane' });
    screen.getByText('Protected from road works until 12 May 2028.');
    const lift = screen.getByRole('button', { name: 'Lift the restriction' });
    lift.focus();
    fireEvent.click(screen.getByRole('button', { name: 'Lift the restriction' }));
    screen.getByText(/^Give a reason/);
    expect(design(context).question.lifted).toEqual([]);
    fireEvent.change(screen.getByRole('textbox', { name: 'Why the restriction can be lifted' }), {
      target: { value: 'Agreed with the street authority' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Lift the restriction' }));
    expect(design(context).question.lifted).toEqual([
      { street: 'Mill Lane', reason: 'Agreed with the street authority' },
    ]);
    // The button that was pressed is gone: the card that it stood in has the focus.
    const back = await screen.findByRole('button', { name: 'Put the restriction back' });
    const card = screen.getByRole('heading', { name: 'Mill Lane' }).closest('section');
    expect(card?.contains(document.activeElement)).toBe(true);
    screen.getByText('Lifted for this dig: it closes nothing.');
    fireEvent.click(back);
    expect(design(context).question.lifted).toEqual([]);
  });

  it('asks with another aim, day and rule, each one step of undo', async () => {
    const context = show({ designs: [{ ...FULL_DESIGN, result: null }] }, 'dig-1');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Aim' }), {
      target: { value: 'serve what is worth it' },
    });
    const worth = screen.getByRole('textbox', { name: /^Worth to you/ });
    fireEvent.change(worth, { target: { value: 'much' } });
    fireEvent.blur(worth);
    await screen.findByText(/^Write pounds/);
    fireEvent.change(worth, { target: { value: '£1,750' } });
    fireEvent.blur(worth);
    await waitFor(() =>
      expect(design(context).question.aim).toEqual({
        kind: 'serve what is worth it',
        pencePerPremises: 175_000,
      }),
    );
    const day = screen.getByLabelText('Works begin');
    fireEvent.change(day, { target: { value: '2028-06-01' } });
    fireEvent.blur(day);
    await waitFor(() => expect(design(context).question.worksFrom).toBe('2028-06-01'));
    expect(context.project.getState().done.map(({ label }) => label)).toEqual([
      'Serve who costs less than £2,000 each',
      'Serve who costs less than £1,750 each',
      'Changed when works begin',
    ]);
  });

  it('leads to the remedy where nothing could be found', async () => {
    const context = show({ designs: [{ ...FULL_DESIGN, result: null }] }, 'dig-1');
    fireEvent.click(await screen.findByRole('button', { name: /^Run it/ }));
    await screen.findByRole('progressbar');
    act(() =>
      context.studies.dig.setState({
        status: 'failed',
        problem: 'The rate card has no rate for soft ground.',
        problemName: 'RateMissing',
        cancel: null,
      }),
    );
    await screen.findByText('No route could be found');
    fireEvent.click(screen.getByRole('button', { name: 'Open the rates' }));
    expect(context.view.getState().interventions.topic).toBe('rates');
  });

  it('lists designs, opens one and leads back', async () => {
    const quick = { ...(FULL_DESIGN.result as DigResult), isQuick: true };
    const context = show({
      designs: [FULL_DESIGN, { ...FULL_DESIGN, id: 'dig-2', name: 'Other', result: null }],
    });
    await screen.findByRole('heading', { name: '2 digs' });
    screen.getByText('not worked out yet');
    fireEvent.click(screen.getByRole('button', { name: FULL_DESIGN.name }));
    await screen.findByRole('heading', { name: FULL_DESIGN.name });
    act(() => {
      const item = { ...FULL_DESIGN, result: quick };
      context.project.getState().amend({ kind: 'replace', list: 'designs', at: 0, item });
    });
    // A quick answer is refined by itself.
    await screen.findByRole('progressbar', { name: 'Refining the route' });
    fireEvent.click(screen.getByRole('button', { name: 'Copy this design' }));
    await screen.findByRole('heading', { name: `${FULL_DESIGN.name} (copy)` });
    fireEvent.click(screen.getByRole('button', { name: 'Remove this design' }));
    await screen.findByRole('heading', { name: '2 digs' });
  });

  it('prints the route as a picture with what was asked in words, and no control', async () => {
    show({ designs: [FULL_DESIGN] }, FULL_DESIGN.id);
    await screen.findByRole('heading', { name: FULL_DESIGN.name });
    expect(screen.queryByRole('heading', { name: 'What was asked' })).toBeNull();
    expect(screen.getAllByRole('columnheader', { name: /^Decide/ })).toHaveLength(1);
    act(() => void dispatchEvent(new Event('beforeprint')));
    const asked = screen.getByRole('heading', { name: 'What was asked' }).closest('section');
    expect(asked?.textContent).toContain('27 November 2026');
    const route = screen.getByRole('heading', { name: 'The route' }).closest('section');
    expect(route?.querySelectorAll('svg.route-picture path').length).toBeGreaterThan(2);
    expect(screen.queryByRole('columnheader', { name: /^Decide/ })).toBeNull();
    for (const name of ['What is asked', 'Block, lift or force a street', 'Map key', 'This design'])
      for (const heading of screen.queryAllByRole('heading', { name }))
        expect(heading.closest('.screen-only')).not.toBeNull();
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(screen.queryByRole('heading', { name: 'The route' })).toBeNull();
  });
});
