import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotSpotsPanel } from '../../../src/panels/not-spots/not-spots-panel.tsx';
import { type CountedSeed, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

/** Layers and notes are fetched after the first screen. */
const PATIENCE = { timeout: 10_000 };

describe('the not-spots panel', () => {
  beforeEach(() => localStorage.clear());
  afterEach(cleanup);

  it('says the headline with denominator, definition and what is not known', () => {
    show(THREE_WARDS);
    const headline = document.getElementById('headline-text');
    expect(headline?.textContent).toBe(
      '5 of 10 premises (50.0 %) in 2 of 3 wards have neither gigabit nor 5G.',
    );
    expect(document.body.textContent).toContain('For 1 it is not known.');
  });

  it('explains the number: definition, working, rows, sources', async () => {
    show(THREE_WARDS);
    const details = screen.getByText('How this is counted').closest('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await screen.findByText('How is it worked out?', {}, { timeout: 10_000 });
    const explanation = document.querySelector('.explanation')?.textContent ?? '';
    expect(explanation).toContain('no gigabit and no 5g');
    expect(explanation).toContain('5 not-spots = 10 premises − 4 that are no not-spots − 1 not known');
    expect(explanation).toContain('50.0 % share of premises = 5 not-spots ÷ 10 premises');
    expect(explanation).toContain('10 rows of the premises file lie here');
    expect(explanation).toContain('premises.csv, publisher not known, date not known, licence not known');
  });

  it('opens a ward from the text and comes back with Escape', async () => {
    const { context } = show(THREE_WARDS);
    fireEvent.click(screen.getByRole('button', { name: 'Birch' }));
    expect(context.view.getState().wardCode).toBe('E05999802');
    expect(await screen.findByRole('heading', { name: 'Birch' })).toBeTruthy();
    expect(document.body.textContent).toContain('1st of 3 wards by number of not-spots');
    expect(document.body.textContent).toContain('3 of 4 premises (75.0 %) have neither gigabit nor 5G.');
    await waitFor(() => {
      fireEvent.keyDown(document.body, { key: 'Escape' });
      expect(context.view.getState().wardCode).toBeNull();
    });
    expect(document.getElementById('headline-text')).toBeTruthy();
  });

  it('gives the ward’s layers as a table: covered, not covered, not known', async () => {
    const { context } = show(THREE_WARDS);
    act(() => context.view.setState({ wardCode: 'E05999803' }));
    const gigabit = (await screen.findByRole('rowheader', { name: 'Gigabit lines' })).closest('tr');
    const cells = [...(gigabit?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
    expect(cells).toEqual(['1 of 3 premises (33.3 %)', '1', '1 not known']);
  });

  it('changes a layer’s extent in two clicks, as a step of undo, and drops "assumed"', async () => {
    const { context } = show(THREE_WARDS);
    const badges = (): number => screen.queryAllByText('extent assumed').length;
    await waitFor(() => expect(badges()).toBeGreaterThan(0), PATIENCE);
    expect(badges()).toBe(3);
    fireEvent.change(screen.getAllByLabelText('Speaks for')[0], { target: { value: 'everywhere' } });
    expect(context.project.getState().project.layers[0].extent).toEqual({ kind: 'everywhere' });
    expect(badges()).toBe(2);
    act(() => context.project.getState().undo());
    expect(badges()).toBe(3);
  });

  it('shows and hides a layer on the map', async () => {
    const { context } = show(THREE_WARDS);
    fireEvent.click(await screen.findByRole('checkbox', { name: /Gigabit lines/ }, PATIENCE));
    expect(context.view.getState().shownLayers).toEqual(['gigabit']);
  });

  it('shows the hint over fictional data only, and once only', () => {
    show(THREE_WARDS);
    expect(screen.queryByText('Hide this hint')).toBeNull();
    const fictional: CountedSeed = { ...THREE_WARDS, project: { fictional: true } };
    show(fictional);
    fireEvent.click(screen.getByRole('button', { name: 'Hide this hint' }));
    expect(screen.queryByText('Hide this hint')).toBeNull();
    show(fictional);
    expect(screen.queryByText('Hide this hint')).toBeNull();
  });

  it('says what to drop in where nothing is loaded, and what went wrong where a count failed', () => {
    const { context } = show(null);
    expect(screen.getByRole('heading', { name: 'Nothing is loaded yet' })).toBeTruthy();
    expect(screen.getByText('drop here')).toBeTruthy();
    act(() =>
      context.analysis.setState({
        status: 'failed',
        problem: { message: 'There is no layer called "x".', place: 0 },
      }),
    );
    expect(screen.getByRole('alert').textContent).toContain('There is no layer called "x".');
    act(() => context.analysis.setState({ status: 'working', step: { what: 'Counting', fraction: 0.5 } }));
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.5');
  });

  it('shows hostile layer names, definitions and sources as text, and links nowhere it should not', async () => {
    const hostile = '<svg onload=alert(1)>';
    const [first, ...rest] = THREE_WARDS.layers;
    const source = {
      title: hostile,
      publisher: hostile,
      date: null,
      licence: null,
      url: 'javascript:alert(1)',
    };
    show({
      ...THREE_WARDS,
      layers: [{ ...first, layer: { ...first.layer, name: hostile, definition: hostile, source } }, ...rest],
    });
    expect((await screen.findAllByText(hostile, {}, PATIENCE)).length).toBeGreaterThan(1);
    expect(document.querySelector('[onload]')).toBeNull();
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([]);
  });
});

function show(seed: CountedSeed | null) {
  return renderPanel(<NotSpotsPanel dropZone={<p>drop here</p>} />, seed);
}
