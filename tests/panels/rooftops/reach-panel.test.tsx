import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { reachQuestion } from '../../../src/actions/find-reach.ts';
import { chooseSite, openRooftopTopic } from '../../../src/actions/set-rooftops-view.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { ReachTablePanel } from '../../../src/panels/rooftops/reach/reach-table-panel.tsx';
import { RooftopsKey } from '../../../src/panels/rooftops/rooftops-key.tsx';
import { RooftopsPanel } from '../../../src/panels/rooftops/rooftops-panel.tsx';
import { mastSteps } from '../../../src/stores/derived/mast-steps.ts';
import { radioChoices } from '../../builders/link-ground.ts';
import { renderPanel } from '../../builders/panel.tsx';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { townReach, townRooftop } from '../../builders/town-reach.ts';

const reach = townReach();

function show(given: Partial<Project> = {}): AppContext {
  const { context } = renderPanel(
    <>
      <RooftopsPanel />
      <ReachTablePanel />
      <RooftopsKey />
    </>,
    null,
    (made) => {
      made.compute.run = () => new Promise(() => {});
      const datasets = [datasetOf({ role: 'heights' }), datasetOf({ role: 'premises' })];
      const project: Project = {
        ...projectOf({ datasets }),
        sites: [townRooftop(), townRooftop('site-2')],
        devices: [GENERIC_DEVICES[0]],
        radio: radioChoices({ deviceId: GENERIC_DEVICES[0].id }),
        ...given,
      };
      made.project.setState({ project, version: 1 });
      openRooftopTopic(made, 'reach');
    },
  );
  return context;
}

function answer(context: AppContext): void {
  const question = reachQuestion(context);
  if (!question) throw new Error('A site is chosen.');
  const { version } = context.project.getState();
  act(() =>
    context.studies.reach.setState({
      status: 'ready',
      answer: reach,
      answered: { question, version },
      step: null,
      cancel: null,
      problem: null,
    }),
  );
}

describe('the reach panel', () => {
  afterEach(cleanup);

  it('says what is lacking, one thing at a time, with what to do', async () => {
    show({ sites: [] });
    await screen.findByRole('heading', { name: 'No rooftop sites yet' });
    show({ datasets: [datasetOf({ role: 'premises' })] });
    await screen.findByRole('heading', { name: 'Heights are needed' });
    show({ datasets: [datasetOf({ role: 'heights' })] });
    await screen.findByRole('heading', { name: 'Premises are needed' });
    const context = show({ radio: undefined, devices: [] });
    await screen.findByRole('heading', { name: 'Choose a radio' });
    expect(screen.getAllByText('assumed').length).toBeGreaterThan(0);
    expect(screen.getAllByText('To begin with:')).toHaveLength(1);
    expect(screen.getAllByText(/^Up to .* Mbit\/s\. Over a free line/)).toHaveLength(GENERIC_DEVICES.length);
    fireEvent.click(screen.getAllByRole('button', { name: /^Use this radio/ })[0]);
    expect(context.project.getState().project.radio?.deviceId).toBe(GENERIC_DEVICES[0].id);
    await screen.findByText('Choose a site to see which premises it would serve.');
  });

  it('means the only site there is', async () => {
    const context = show({ sites: [townRooftop()] });
    await screen.findByRole('progressbar');
    expect(context.view.getState().rooftops.siteId).toBe('site-1');
  });

  it('shows work under way, that it was cancelled, and why it failed', async () => {
    const context = show();
    act(() => chooseSite(context, 'site-1'));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await screen.findByText('Finding the reach was cancelled');
    act(() =>
      context.studies.reach.setState({ status: 'failed', problem: 'The surface is not known there.' }),
    );
    await screen.findByText('The surface is not known there.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('progressbar');
  });

  it('says that a site outside the heights is not known, without alarm, with two ways out', async () => {
    const context = show();
    act(() => chooseSite(context, 'site-1'));
    await screen.findByRole('progressbar');
    act(() =>
      context.studies.reach.setState({
        status: 'failed',
        problem: 'The height of Town Hall is not known.',
        problemName: 'HeightsRefused',
      }),
    );
    await screen.findByText('The reach is not known');
    expect(screen.queryByRole('alert')).toBe(null);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBe(null);
    expect(screen.getByRole('button', { name: 'Load heights on the Data page' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Move the site' }));
    expect(context.view.getState().rooftops).toMatchObject({ topic: 'sites', siteId: 'site-1' });
  });

  it('tells served and newly served, every quality, and premises one by one', async () => {
    const context = show();
    act(() => chooseSite(context, 'site-1'));
    await screen.findByRole('progressbar');
    answer(context);
    const { served, all } = reach;
    expect(document.getElementById('reach-headline')?.textContent).toContain(
      `${served.units} of ${all.units} premises`,
    );
    const qualities = screen.getByRole('list', { name: 'Premises by quality' });
    expect(within(qualities).getAllByRole('listitem').length).toBeGreaterThan(2);
    const table = screen.getByRole('table', { name: 'Premises in reach' });
    expect(table.getAttribute('aria-rowcount')).toBe(String(reach.rows.row.length + 1));
    fireEvent.click(within(table).getAllByRole('row')[1]);
    expect(context.view.getState().rooftops.topic).toBe('premises');
    expect(context.view.getState().premises?.rows).toHaveLength(1);
    await screen.findByRole('progressbar');
  });

  it('looks at another mast by slider or number, and gives it to the site as one step', async () => {
    const context = show();
    act(() => chooseSite(context, 'site-1'));
    await screen.findByRole('progressbar');
    answer(context);
    const slider = screen.getByRole('slider');
    fireEvent.change(slider, { target: { value: '20' } });
    expect(screen.getByText(new RegExp(`^From 20 m: ${mastSteps(reach)[20].served} served`))).toBeTruthy();
    // The site stands at 12 m: the chart is of what further metres add.
    expect(screen.getByRole('img', { name: /^Premises that each metre over 12 m serves/ })).toBeTruthy();
    const number = screen.getByRole('spinbutton', { name: 'Mast in metres' });
    expect((number as HTMLInputElement).value).toBe('20');
    fireEvent.change(number, { target: { value: '18' } });
    expect((slider as HTMLInputElement).value).toBe('18');
    fireEvent.click(screen.getByRole('button', { name: 'Give the site this mast' }));
    expect(context.project.getState().project.sites[0]).toMatchObject({
      antennaMetres: 18,
      above: 'surface',
    });
    act(() => context.project.getState().undo());
    expect(context.project.getState().project.sites[0]).toMatchObject({ antennaMetres: 12 });
  });

  it('keeps an earlier reach on show, marked as such, while another is found', async () => {
    const context = show();
    act(() => chooseSite(context, 'site-1'));
    await screen.findByRole('progressbar');
    answer(context);
    expect(screen.queryByRole('progressbar')).toBe(null);
    act(() =>
      context.project.getState().change('Undone', { kind: 'set-name', name: 'Other', fictional: false }),
    );
    const earlier = await screen.findByText('This is the reach found before.');
    const number = document.querySelector('.headline-number');
    expect(number && earlier.compareDocumentPosition(number)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByRole('progressbar')).toBeTruthy();
  });
});
