import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { undo } from '../../../src/actions/undo.ts';
import { BeforeAfterPanel } from '../../../src/panels/before-after/before-after-panel.tsx';
import { BeforeAfterTablePanel } from '../../../src/panels/before-after/before-after-table-panel.tsx';
import { renderCompared } from '../../builders/render-compared.tsx';

const both = (
  <>
    <BeforeAfterPanel />
    <BeforeAfterTablePanel />
  </>
);

/** The sentence, once it says this. */
async function sentence(words: RegExp): Promise<string> {
  const found = await screen.findByText((_, element) => {
    return element?.id === 'sides-headline' && words.test(element.textContent ?? '');
  });
  return (found.textContent ?? '').replaceAll(/\s+/g, ' ');
}

const cells = (row: HTMLElement): string[] =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent ?? '');

describe('before and after', () => {
  afterEach(cleanup);

  it('opens on the definition in force against another, with a sentence, two bars and a table', async () => {
    const { context } = renderCompared(both);
    expect(await sentence(/more/)).toBe(
      'With no gigabit instead of neither gigabit nor 5G: 2 more not-spots (2 → 4) in 2 of 2 wards.',
    );
    expect(context.view.getState().sides).toBe('swipe/definitions/no gigabit and no 5g/no gigabit');
    const table = screen.getByRole('table', { name: /before and after, and the difference/ });
    const rows = within(table).getAllByRole('row');
    const total = rows[rows.length - 1];
    expect(within(total).getByRole('rowheader').textContent).toBe('Total');
    expect(cells(total)).toEqual(['2', '4', '+2', '2', '0', '33.3 %', '66.7 %', '6']);
  });

  it('compares with and without a layer, and swaps the two', async () => {
    renderCompared(both);
    await sentence(/more/);
    fireEvent.click(screen.getByRole('radio', { name: 'Layers' }));
    await sentence(/^Without Dunlin 5G: No difference/);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Dunlin 5G' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Plover 5G' }));
    expect(await sentence(/^Without Plover/)).toBe(
      'Without Plover 5G: 1 more not-spots (2 → 3) in 1 of 2 wards.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Swap before and after' }));
    expect(await sentence(/^With Plover 5G again/)).toContain('1 fewer not-spots (3 → 2) in 1 of 2 wards');
    expect(screen.getByRole('group', { name: 'Left out before' })).toBeTruthy();
  });

  it('puts a side’s definition in force as one step of undo', async () => {
    const { context } = renderCompared(both);
    await sentence(/more/);
    fireEvent.click(screen.getByRole('button', { name: /^Use this definition ?\(after\)$/ }));
    expect(context.project.getState().project.view.recipeId).toBe('no-gigabit');
    await screen.findByRole('button', { name: /^Use this definition ?\(before\)$/ });
    undo(context);
    expect(context.project.getState().project.view.recipeId).toBe('double');
  });

  it('takes a definition in the recipe language', async () => {
    renderCompared(both);
    await sentence(/more/);
    const [, after] = screen.getAllByText('Write it in words');
    const details = after.closest('details');
    if (!details) throw new Error('The words open something.');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    fireEvent.change(await screen.findByLabelText('Recipe'), { target: { value: 'no 5g-plover' } });
    fireEvent.click(screen.getByRole('button', { name: 'Apply the recipe' }));
    expect(await sentence(/5g-plover/)).toContain('(2 → 4)');
  });

  it('says in words what cannot be compared, and what of an address is not there', async () => {
    const { context } = renderCompared(both);
    await sentence(/more/);
    context.view.setState({ sides: 'swipe/layers/no gigabit/no gigabit~-gigabit' });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The definition of “after” cannot be used: There is no layer');
    context.view.setState({ sides: 'swipe/layers/no gigabit/no gigabit~-5g-heron' });
    expect((await screen.findByText(/names what is not loaded/)).textContent).toContain('“5g-heron”');
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss this message' }));
    expect(context.view.getState().sides).toBe('swipe/layers/no gigabit/no gigabit');
  });

  it('sorts by any column, and selects and hovers wards with the maps', async () => {
    const { context } = renderCompared(both);
    await sentence(/more/);
    const table = screen.getByRole('table', { name: /before and after, and the difference/ });
    const names = (): string[] =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent ?? '');
    expect(names()).toEqual(['Ash', 'Birch', 'Outside every ward', 'Total']);
    fireEvent.click(within(table).getByRole('button', { name: 'Ward' }));
    fireEvent.click(within(table).getByRole('button', { name: 'Ward' }));
    expect(names().slice(0, 2)).toEqual(['Birch', 'Ash']);
    fireEvent.click(within(table).getByRole('button', { name: 'Birch' }));
    expect(context.view.getState().wardCode).toBe('W02');
    const list = screen.getByRole('region', { name: 'Largest changes' });
    fireEvent.focus(within(list).getByRole('button', { name: 'Ash' }));
    expect(context.view.getState().hoveredWard).toBe('W01');
  });

  it('shows an earlier difference as one while another is counted, and none once that is cancelled', async () => {
    const { context } = renderCompared(both);
    await sentence(/more/);
    const headline = (): HTMLElement | null => document.getElementById('sides-headline');
    const section = (): HTMLElement | null | undefined => headline()?.closest('section');
    expect(section()?.getAttribute('aria-busy')).toBe('false');
    const { run } = context.compute;
    const never: AppContext['compute']['run'] = () => new Promise(() => undefined);
    Object.assign(context.compute, { run: never });
    act(() => context.project.setState({ version: 2 }));
    expect(section()?.className).toContain('sides-earlier');
    expect(section()?.getAttribute('aria-busy')).toBe('true');
    expect(section()?.textContent).toContain('This is the difference counted before.');
    expect(screen.getByRole('table', { name: /, as counted before$/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Download the difference (CSV)' }));
    expect(await screen.findByText(/are not compared yet/)).toBeTruthy();
    act(() => context.studies['before-after'].getState().cancel?.());
    expect(headline()).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Map key' })).toBeNull();
    Object.assign(context.compute, { run });
    fireEvent.click(screen.getByRole('button', { name: 'Compare again' }));
    expect(await sentence(/more/)).toContain('2 more not-spots');
    expect(section()?.getAttribute('aria-busy')).toBe('false');
  });

  it('explains the difference when asked how it is counted', async () => {
    renderCompared(both);
    await sentence(/more/);
    const details = screen.getByText('How this is counted').closest('details');
    if (!details) throw new Error('The words open something.');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect((await within(details).findByText(/After − before = /)).textContent).toContain('= 4 − 2 = 2.');
  });

  it('shows the difference on one map when asked to, with its key', async () => {
    const { context } = renderCompared(both);
    await sentence(/more/);
    fireEvent.click(screen.getByRole('radio', { name: 'Difference' }));
    expect(context.view.getState().sides).toMatch(/^difference\//);
    const key = screen.getByRole('region', { name: 'Map key' });
    expect(key.textContent).toContain('points');
    expect(key.textContent).toContain('became a not-spot');
  });
});
