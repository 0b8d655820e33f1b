import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import type { AreaAnalysis } from '../../../src/domain/areas/area-analysis.ts';
import { AreasPanel } from '../../../src/panels/areas/areas-panel.tsx';
import { AreasTablePanel } from '../../../src/panels/areas/areas-table-panel.tsx';
import { THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const km2 = (...values: number[]): Float64Array => Float64Array.from(values, (value) => value * 1e6);
const QUESTION = { recipeText: THREE_WARDS.recipe };

const MEASURED: AreaAnalysis = {
  recipeText: THREE_WARDS.recipe,
  recipeWords: 'neither gigabit nor 5G',
  layerIds: ['gigabit', '5g-plover', '5g-dunlin'],
  wardCodes: ['E05999801', 'E05999802', 'E05999803'],
  wardNames: ['Ash', 'Birch', 'Cedar'],
  area: km2(10, 20, 30, 60),
  notSpots: { low: km2(0, 4, 6, 10), mid: km2(0, 5, 7, 12), high: km2(0, 6, 8, 14) },
  notKnown: km2(0, 0, 3, 3),
  operators: [
    {
      technology: '5g',
      label: '5G',
      operators: ['Plover', 'Dunlin'],
      exactly: [km2(1, 2, 3, 6), km2(4, 8, 12, 24), km2(5, 10, 12, 27)],
      notKnown: km2(0, 0, 3, 3),
    },
  ],
  refusals: [
    { technology: 'fttp', label: 'full fibre', isAsked: false, why: 'Records.', remedy: 'Load outlines.' },
  ],
  leftAside: [],
  assumptions: [{ text: 'Its extent is assumed.', source: null }],
};

/** The panel over a worker that never answers, so that a test says what stands in the stores. */
function show(panel: 'panel' | 'table', state: Parameters<AppContext['studies']['areas']['setState']>[0]) {
  const shown = renderPanel(
    panel === 'panel' ? <AreasPanel /> : <AreasTablePanel />,
    THREE_WARDS,
    ({ compute }) => Object.assign(compute, { run: () => new Promise(() => undefined) }),
  );
  act(() => shown.context.studies.areas.setState(state));
  return shown;
}
const READY = {
  status: 'ready' as const,
  step: null,
  answer: MEASURED,
  answered: { question: QUESTION, version: 1 },
  problem: null,
  cancel: null,
};

describe('the areas panel', () => {
  afterEach(cleanup);

  it('says the area with denominator, range and what is not known, and explains it', () => {
    show('panel', READY);
    const headline = document.querySelector('.headline')?.textContent;
    expect(headline).toContain(
      '12.0\u00a0km² of 60.0\u00a0km² (20.0 %) in 2 of 3 wards have neither gigabit nor 5G (between 10.0\u00a0km² and 14.0\u00a0km²).',
    );
    expect(headline).toContain('For 3.00\u00a0km² it is not known.');
    expect(headline).toContain('12,000,000 ÷ 60,000,000 m² = 20.0 %');
    expect(headline).toContain('assumed Its extent is assumed.');
    expect(headline).toContain('3 wards measured');
  });

  it('gives the chosen ward’s own area and leads back', () => {
    const { context } = show('panel', READY);
    act(() => context.view.setState({ wardCode: 'E05999803' }));
    expect(screen.getByRole('heading', { name: 'Cedar' })).toBeTruthy();
    expect(document.querySelector('.headline')?.textContent).toContain(
      '7.00\u00a0km² of 30.0\u00a0km² (23.3 %) have',
    );
    fireEvent.click(screen.getByRole('button', { name: 'All wards' }));
    expect(context.view.getState().wardCode).toBeNull();
  });

  it('keys what the map draws in km², and changes it by a choice', () => {
    show('panel', READY);
    const key = (): string[] =>
      within(screen.getByRole('region', { name: 'On the map' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent ?? '');
    expect(key()).toEqual([
      'not-spot: neither gigabit nor 5G10.0\u00a0km² (16.7 %)',
      'not-spot only by the stricter confidence4.00\u00a0km² (6.7 %)',
      'not known3.00\u00a0km² (5.0 %)',
    ]);
    fireEvent.click(screen.getByRole('radio', { name: '5G by number of operators' }));
    expect(key()).toEqual([
      'no 5G at all6.00\u00a0km² (10.0 %)',
      '5G of one operator24.0\u00a0km² (40.0 %)',
      '5G of all 2 operators27.0\u00a0km² (45.0 %)',
      'not known3.00\u00a0km² (5.0 %)',
    ]);
  });

  it('keys what the map still draws when drawing another choice is stopped', () => {
    const { context } = show('panel', READY);
    const key = (): string[] =>
      within(screen.getByRole('region', { name: 'On the map' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent ?? '');
    const shapes = context.studies['area-shapes'];
    const question = { ...QUESTION, technology: null };
    const answer = { operators: null, shapes: 4, failures: [] };
    act(() => shapes.setState({ status: 'ready', answer, answered: { question, version: 1 } }));
    const drawn = key();
    expect(drawn[0]).toMatch(/^not-spot/);
    fireEvent.click(screen.getByRole('radio', { name: '5G by number of operators' }));
    expect(key()).toEqual(drawn);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(key()).toEqual(drawn);
    expect(document.body.textContent).toContain('The map and its key still show the drawing before.');
    const asked = { ...QUESTION, technology: '5g' };
    act(() => shapes.setState({ status: 'ready', answer, answered: { question: asked, version: 1 } }));
    expect(key()[0]).toMatch(/^no 5G at all/);
  });

  it('says which layers are left aside, as the count does', () => {
    show('panel', {
      ...READY,
      answer: { ...MEASURED, refusals: [], leftAside: ['Gigabit by authority is not.'] },
    });
    expect(screen.getByText('Gigabit by authority is not.')).toBeTruthy();
  });

  it('lists the wards that could not be drawn, by name, with what to do', () => {
    const { context } = show('panel', READY);
    act(() =>
      context.studies['area-shapes'].setState({
        status: 'ready',
        answer: {
          operators: null,
          shapes: 4,
          failures: [
            { ward: 1, message: 'The shapes of A in Birch could not be combined: x.', remedy: 'Repair A.' },
          ],
        },
      }),
    );
    expect(screen.getByText('1 of 3 wards could not be drawn')).toBeTruthy();
    expect(screen.getByText('Repair A.')).toBeTruthy();
    expect(document.body.textContent).toContain('The shapes of A in Birch could not be combined: x.');
  });

  it('refuses a definition without outlines by name, and keeps what can be drawn', () => {
    const asked = {
      technology: 'gigabit',
      label: 'gigabit',
      isAsked: true,
      why: 'Records say which.',
      remedy: 'Load outlines.',
    };
    show('panel', { ...READY, answer: { ...MEASURED, notSpots: null, refusals: [asked] } });
    expect(screen.getByText('This definition has no area')).toBeTruthy();
    // At the top, where a narrow screen shows it, and only there.
    const top = screen.getByRole('region', { name: 'Not-spot area' });
    expect(top.textContent).toContain('It asks about gigabit. Records say which. Load outlines.');
    expect(document.body.textContent?.split('Records say which.')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /not-spot areas \(GeoJSON\)/ })).toBeNull();
  });

  it('shows work with a way to stop it, what failed, and a way to start again', () => {
    let cancelled = 0;
    const { context } = show('panel', {
      ...READY,
      status: 'working',
      answer: null,
      answered: null,
      step: { what: 'Measuring areas', fraction: 0.25 },
      cancel: () => cancelled++,
    });
    expect(screen.getByRole('progressbar', { name: 'Measuring areas' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancelled).toBe(1);
    act(() => context.studies.areas.setState({ status: 'cancelled', step: null, cancel: null }));
    expect(screen.getByRole('button', { name: 'Measure the areas' })).toBeTruthy();
    act(() => context.studies.areas.setState({ status: 'failed', problem: 'No ward outlines are loaded.' }));
    expect(screen.getByRole('alert').textContent).toContain('No ward outlines are loaded.');
  });
});

describe('the table of areas', () => {
  afterEach(cleanup);

  it('lists wards with areas, band, share and counted premises, most first, and the total', () => {
    const { context } = show('table', READY);
    const lines = screen
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()));
    expect(lines[0]).toEqual([
      'Ward',
      'Area, km²',
      'Not-spot, km²',
      '% of area',
      'Not known, km²',
      'Not-spot premises',
      'No 5G, km²',
    ]);
    expect(lines.slice(1)).toEqual([
      ['Cedar', '30.0', '7.00 6.00–8.00', '23.3 %', '3.00', '1', '3.00'],
      ['Birch', '20.0', '5.00 4.00–6.00', '25.0 %', '0', '3', '2.00'],
      ['Ash', '10.0', '0', '0.0 %', '0', '0', '1.00'],
      ['All wards', '60.0', '12.0 10.0–14.0', '20.0 %', '3.00', '4', '6.00'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Birch' }));
    expect(context.view.getState().wardCode).toBe('E05999802');
    fireEvent.click(screen.getByRole('button', { name: /% of area/ }));
    expect(screen.getAllByRole('row')[1].textContent).toContain('Birch');
  });

  it('shows no areas of another definition', () => {
    show('table', { ...READY, answered: { question: { recipeText: 'no 5g' }, version: 1 } });
    expect(screen.queryByRole('table')).toBeNull();
  });
});
