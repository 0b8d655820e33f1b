import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { WardTablePanel } from '../../../src/panels/not-spots/ward-table-panel.tsx';
import { type CountedSeed, THREE_WARDS } from '../../builders/counted-project.ts';
import { sharesOf } from '../../builders/layers.ts';
import { renderPanel } from '../../builders/panel.tsx';

describe('the ward table panel', () => {
  afterEach(cleanup);

  it('opens on most not-spots first and sorts by a click and by the keyboard', () => {
    show(THREE_WARDS);
    expect(names()).toEqual(['Birch', 'Cedar', 'Ash']);
    const ward = within(header('Ward')).getByRole('button');
    fireEvent.click(ward);
    expect(names()).toEqual(['Ash', 'Birch', 'Cedar']);
    expect(header('Ward').getAttribute('aria-sort')).toBe('ascending');
    expect(header('Not-spots').getAttribute('aria-sort')).toBe('none');
    fireEvent.click(ward);
    expect(names()).toEqual(['Cedar', 'Birch', 'Ash']);
    // A native button: Enter and Space are its click.
    expect(ward.tagName).toBe('BUTTON');
  });

  it('is linked both ways: hover, select, unselect', () => {
    const { context } = show(THREE_WARDS);
    const cedar = row('Cedar');
    fireEvent.mouseEnter(cedar);
    expect(context.view.getState().hoveredWard).toBe('E05999803');
    fireEvent.click(screen.getByRole('button', { name: 'Cedar' }));
    expect(context.view.getState().wardCode).toBe('E05999803');
    expect(row('Cedar').getAttribute('aria-current')).toBe('true');
    act(() => context.view.setState({ wardCode: 'E05999801', hoveredWard: 'E05999802' }));
    expect(row('Ash').getAttribute('aria-current')).toBe('true');
    expect(row('Birch').className).toContain('is-hovered');
    fireEvent.click(screen.getByRole('button', { name: 'Ash' }));
    expect(context.view.getState().wardCode).toBeNull();
  });

  it('gives totals and percentages with their denominators beside them', () => {
    show(THREE_WARDS);
    const cells = (name: string): string[] =>
      [...row(name).querySelectorAll('td')].map((cell) => cell.textContent ?? '');
    expect(cells('Birch')).toEqual(['4', '3', '75.0 %', '0', '1', '1']);
    expect(cells('Cedar')).toEqual(['3', '1', '33.3 %', '1', '1', '1']);
    expect(cells('Outside every ward')).toEqual(['1', '1', '100.0 %', '0', '0', '0']);
    expect(cells('Total')).toEqual(['10', '5', '50.0 %', '1', '4', '3']);
  });

  it('shows hostile names as text', () => {
    const name = '<img src=x onerror="alert(1)">';
    show({ ...THREE_WARDS, wards: [name, '{{7*7}}', '=cmd()'] });
    expect(screen.getByRole('button', { name })).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('neither sorts nor ranks by a share coarser than wards', () => {
    show({
      wards: ['Ash', 'Birch'],
      wardOf: [0, 1, 1],
      layers: [{ layer: { key: 'gigabit', shape: 'shares' }, answers: sharesOf([0, 0, 0], [50]) }],
      recipe: 'no gigabit',
    });
    expect(within(header('Not-spots')).queryByRole('button')).toBeNull();
    expect(names()).toEqual(['Ash', 'Birch']);
    expect(row('Birch').textContent).toContain('0–2');
  });

  it('says what is missing before anything is counted', () => {
    renderPanel(<WardTablePanel everyLayer={false} />, null);
    expect(screen.queryByRole('table')).toBeNull();
    expect(document.body.textContent).toContain('once premises and coverage are counted');
  });
});

function show(seed: CountedSeed) {
  return renderPanel(<WardTablePanel everyLayer={false} />, seed);
}

function header(name: string): HTMLElement {
  return screen.getByRole('columnheader', { name });
}

function row(name: string): HTMLElement {
  const found = screen.getByRole('rowheader', { name }).closest('tr');
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

function names(): (string | null)[] {
  return [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
}
