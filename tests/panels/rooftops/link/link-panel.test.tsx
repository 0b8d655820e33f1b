import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../../src/actions/app-context.ts';
import { chooseDevice } from '../../../../src/actions/choose-device.ts';
import { addSites } from '../../../../src/actions/edit-sites.ts';
import { hoverLink, setLinkEnds } from '../../../../src/actions/set-rooftops-view.ts';
import { undo } from '../../../../src/actions/undo.ts';
import type { LinkAnswer, OneLinkQuestion } from '../../../../src/domain/radio/one-link.ts';
import { LinkPanel } from '../../../../src/panels/rooftops/link/link-panel.tsx';
import { LinkTablePanel } from '../../../../src/panels/rooftops/link/link-table-panel.tsx';
import { countedProject, THREE_WARDS } from '../../../builders/counted-project.ts';
import { linkAnswer } from '../../../builders/link-answers.ts';
import { genericDevice } from '../../../builders/link-question.ts';
import { renderPanel } from '../../../builders/panel.tsx';

const CLEAR = linkAnswer({ surface: Array.from({ length: 200 }, () => 10), masts: [12, 8] });
const BLOCKED = linkAnswer({
  surface: Array.from({ length: 200 }, (_, i) => (i > 80 && i < 110 ? 40 : 10)),
  masts: [12, 8],
});
const NOT_KNOWN = linkAnswer({
  surface: Array.from({ length: 200 }, (_, i) => (i > 80 && i < 110 ? null : 10)),
  masts: [12, 8],
});

/** What was asked of the worker, and which of it was ended. */
interface Asked {
  readonly question: OneLinkQuestion;
  isEnded: boolean;
}

/** Panel and profile over a project with two sites, heights and a radio; the worker never answers by itself. */
function show(answer: LinkAnswer | null): { context: AppContext; asked: Asked[] } {
  const asked: Asked[] = [];
  const { context } = renderPanel(
    <>
      <LinkPanel />
      <LinkTablePanel />
    </>,
    null,
    (app) => {
      const { project } = countedProject(THREE_WARDS);
      const [first, ...rest] = project.datasets;
      app.project.setState({
        project: { ...project, datasets: [{ ...first, role: 'heights' }, ...rest] },
        version: 1,
      });
      chooseDevice(app, genericDevice('generic-60-ghz-multipoint'));
      addSites(app, [
        { name: 'Library', lon: -0.12, lat: 51.51, antennaMetres: 12, above: 'surface' },
        { name: 'School', lon: -0.118, lat: 51.51, antennaMetres: 8, above: 'surface' },
      ]);
      setLinkEnds(app, {
        from: { kind: 'site', siteId: 'site-1' },
        to: { kind: 'site', siteId: 'site-2' },
      });
      app.compute.run = ((start: (api: object, job: string) => unknown, options: { signal: AbortSignal }) =>
        new Promise(() => {
          start(
            {
              study: (_job: string, name: string, _project: object, question: OneLinkQuestion) => {
                if (name !== 'link') return;
                const mine = { question, isEnded: false };
                options.signal.addEventListener('abort', () => {
                  mine.isEnded = true;
                });
                asked.push(mine);
              },
            },
            'job',
          );
        })) as AppContext['compute']['run'];
    },
  );
  if (answer) act(() => give(context, answer, asked));
  return { context, asked };
}

function give(context: AppContext, answer: LinkAnswer, asked: readonly Asked[]): void {
  context.studies.link.setState({
    status: 'ready',
    answer,
    answered: {
      question: asked[asked.length - 1].question,
      version: context.project.getState().version,
    },
    step: null,
    cancel: null,
    problem: null,
  });
}

function panelText(): string {
  return document.body.textContent ?? '';
}

describe('one link', () => {
  afterEach(cleanup);

  it('asks for the link between its ends, and says what it comes to', () => {
    const { asked } = show(CLEAR);
    expect(asked[0].question).toMatchObject({
      from: { name: 'Library', antennaMetres: 12, above: 'surface' },
      to: { name: 'School', antennaMetres: 8 },
    });
    expect(screen.getByText('Counts as gigabit')).toBeTruthy();
    expect(screen.getByText(/^[\d,.]+ Mbit\/s$/)).toBeTruthy();
    expect(panelText()).toContain('Clear: at least 0.6 of the first Fresnel zone is free all along.');
    expect(panelText()).toMatch(/Worst place: [\d.]+ m from Library, where the line passes [\d.]+ m over/);
  });

  it('shows everything that it is reckoned with, and what of it is assumed', () => {
    show(CLEAR);
    const list = screen.getByRole('region', { name: 'Reckoned with' });
    expect(list.textContent).toContain('Earth’s radius as radio sees it (k) 4/3');
    expect(list.textContent).toContain('Rain here (R0.01) assumed26.5 mm/h');
    expect(list.textContent).toContain('Air along the path 1013.25 hPa, 288.15 K, 7.5 g/m³');
    expect(list.textContent).toContain('Leaf margin assumed1 m');
  });

  it('lists the budget with what is assumed and where it is from, both ways alike', () => {
    show(CLEAR);
    const budget = within(screen.getByRole('region', { name: 'Budget, line by line' }));
    const free = budget.getByRole('row', { name: /^Free space/ });
    expect(free.textContent).toContain('assumed');
    expect(free.textContent).toContain('P.525-5');
    const level = CLEAR.budget?.levelDbm ?? 0;
    expect(budget.getByRole('row', { name: /^Level received/ }).textContent).toContain(
      level.toFixed(1).replace('-', '−'),
    );
    expect(panelText()).toContain('The same both ways.');
  });

  it('says what blocks it, and by how much', () => {
    show(BLOCKED);
    expect(panelText()).toContain('Blocked: something stands in the line.');
    expect(panelText()).toMatch(/where the surface stands [\d.]+ m over the line/);
    expect(document.querySelector('.profile-worst text')?.textContent).toMatch(/m too high$/);
  });

  it('says where heights are not known, and makes no number of it', () => {
    show(NOT_KNOWN);
    expect(screen.getByText('Not known')).toBeTruthy();
    expect(panelText()).toContain('Heights on the way are not known');
    expect(document.querySelectorAll('.profile-not-known').length).toBeGreaterThan(0);
    expect(screen.queryByRole('region', { name: 'Budget, line by line' })).toBeNull();
  });

  it('walks along the profile by keys, which the map follows, and reads what is there', () => {
    const { context } = show(CLEAR);
    const plot = screen.getByRole('slider', { name: 'Place on the path from Library to School' });
    const hovered = () => context.view.getState().rooftops.hoveredMetres;
    fireEvent.keyDown(plot, { key: 'Home' });
    expect(hovered()).toBe(0);
    fireEvent.keyDown(plot, { key: 'PageUp' });
    expect(hovered()).toBeCloseTo(CLEAR.distanceMetres * 0.05, 6);
    expect(plot.getAttribute('aria-valuetext')).toBe('10 m');
    fireEvent.keyDown(plot, { key: 'End' });
    fireEvent.keyDown(plot, { key: 'ArrowRight' });
    expect(hovered()).toBeCloseTo(CLEAR.distanceMetres, 6);
    act(() => hoverLink(context, 100));
    const said = document.querySelector('[aria-live="polite"]');
    expect(said?.textContent).toMatch(
      /^100 m from Library: surface 10 m, line of sight 20 m, clearance 10 m/,
    );
    fireEvent.keyDown(plot, { key: 'Escape' });
    expect(hovered()).toBeNull();
  });

  it('has a table that equals the profile', () => {
    const { context } = show(BLOCKED);
    fireEvent.click(screen.getByRole('radio', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Places along the link, from its first end' });
    expect(within(table).getAllByRole('row').length).toBeGreaterThanOrEqual(51);
    const worst = within(table)
      .getAllByRole('row')
      .find((row) => row.textContent?.includes('worst place')) as HTMLElement;
    fireEvent.mouseEnter(worst);
    expect(context.view.getState().rooftops.hoveredMetres).toBeCloseTo(BLOCKED.clearance?.metresAt ?? -1, 6);
  });

  it('tries a height at once, ends what was asked before, and takes it as one step of undo once it rests', async () => {
    const { context, asked } = show(CLEAR);
    const slider = screen.getAllByRole('slider', { name: 'Antenna (metres)' })[0];
    const before = context.project.getState().version;
    fireEvent.change(slider, { target: { value: '15' } });
    fireEvent.change(slider, { target: { value: '18' } });
    fireEvent.change(slider, { target: { value: '20.5' } });
    const heights = asked.map(({ question }) => question.from.antennaMetres);
    expect(heights.slice(-3)).toEqual([15, 18, 20.5]);
    expect(asked.slice(-3).map(({ isEnded }) => isEnded)).toEqual([true, true, false]);
    const number = screen.getAllByLabelText('Antenna in metres, as a number')[0] as HTMLInputElement;
    expect(number.value).toBe('20.5');
    expect(context.project.getState().version).toBe(before);
    await waitFor(() => expect(context.project.getState().project.sites[0].antennaMetres).toBe(20.5), {
      timeout: 5000,
    });
    expect(context.project.getState().version).toBe(before + 1);
    act(() => undo(context));
    expect(context.project.getState().project.sites[0].antennaMetres).toBe(12);
  });

  it('says what is wrong with a height, and tries nothing', () => {
    const { asked } = show(CLEAR);
    const number = screen.getAllByLabelText('Antenna in metres, as a number')[1];
    const count = asked.length;
    fireEvent.change(number, { target: { value: '-3' } });
    expect(panelText()).toContain('Write a height in metres between 0 and 1,000.');
    expect(asked).toHaveLength(count);
  });

  it('swaps its ends, and takes another site or a place for one', async () => {
    const { context, asked } = show(CLEAR);
    fireEvent.click(screen.getByRole('button', { name: 'Swap the ends' }));
    expect(asked[asked.length - 1].question.from.name).toBe('School');
    const place = screen.getAllByLabelText('Place')[0];
    fireEvent.change(place, { target: { value: '51.5123, -0.1211' } });
    fireEvent.blur(place);
    await waitFor(() => expect(context.view.getState().rooftops.link.from?.kind).toBe('place'));
    expect(context.view.getState().rooftops.link.from).toMatchObject({ lat: 51.5123, antennaMetres: 8 });
    expect(asked[asked.length - 1].question.from.name).toBe('the first end');
    fireEvent.change(screen.getAllByLabelText('Site')[0], { target: { value: 'site-1' } });
    expect(asked[asked.length - 1].question).toMatchObject({
      from: { name: 'Library' },
      to: { name: 'Library' },
    });
  });

  it('asks for two ends where one is missing', () => {
    const { context } = show(CLEAR);
    act(() => setLinkEnds(context, { to: null }));
    expect(screen.getByText('Give the link two ends.')).toBeTruthy();
    expect(screen.queryByRole('slider', { name: /Place on the path/ })).toBeNull();
  });

  it('says why a link could not be reckoned', () => {
    const { context } = show(null);
    act(() =>
      context.studies.link.setState({
        status: 'failed',
        problem: 'Heights above ground need a ground model.',
      }),
    );
    expect(screen.getByRole('status').textContent).toContain('Heights above ground need a ground model.');
  });
});
