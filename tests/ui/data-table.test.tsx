import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DataTable } from '../../src/ui/data-table.tsx';
import { giveElementsSize } from '../builders/panel.tsx';

interface Row {
  readonly code: string;
  readonly count: number;
}

describe('the data table', () => {
  afterEach(cleanup);

  it('says which column sorts and which way, and asks for another on click', () => {
    const { onSort } = show(rowsOf(3));
    expect(header('Count').getAttribute('aria-sort')).toBe('descending');
    expect(header('Name').getAttribute('aria-sort')).toBe('none');
    fireEvent.click(within(header('Name')).getByRole('button'));
    expect(onSort).toHaveBeenCalledWith('name');
  });

  it('has no sort button where a column cannot be sorted', () => {
    show(rowsOf(3));
    expect(within(header('Note')).queryByRole('button')).toBeNull();
    expect(header('Note').hasAttribute('aria-sort')).toBe(false);
  });

  it('prints every row up to a limit that it says, though only some are in the page', () => {
    show(rowsOf(2_100));
    const lines = (): number => document.querySelectorAll('tbody tr[data-row]').length;
    const onScreen = lines();
    expect(onScreen).toBeLessThan(100);
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(lines()).toBe(2_000);
    expect(document.querySelector('.print-only')?.textContent).toContain(
      'The first 2,000 of 2,100 lines are printed, in the order on the screen.',
    );
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(lines()).toBe(onScreen);
    cleanup();
    show(rowsOf(300));
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(lines()).toBe(300);
    expect(document.querySelector('.print-only')).toBeNull();
  });

  it('keeps one row in the tab order, walks with arrows, Home and End', () => {
    const { onHover } = show(rowsOf(4));
    const buttons = ['A1', 'A2', 'A3', 'A4'].map((name) => screen.getByRole('button', { name }));
    expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1, -1]);
    buttons[0].focus();
    fireEvent.keyDown(buttons[0], { key: 'ArrowDown' });
    expect(document.activeElement).toBe(buttons[1]);
    fireEvent.keyDown(buttons[1], { key: 'End' });
    expect(document.activeElement).toBe(buttons[3]);
    fireEvent.keyDown(buttons[3], { key: 'ArrowDown' });
    expect(document.activeElement).toBe(buttons[3]);
    fireEvent.keyDown(buttons[3], { key: 'Home' });
    expect(document.activeElement).toBe(buttons[0]);
    expect(onHover.mock.calls.map(([key]) => key)).toEqual(['A1', 'A2', 'A4', 'A1']);
  });

  it('selects once by a click anywhere in the row', () => {
    const { onSelect } = show(rowsOf(3));
    fireEvent.click(screen.getByRole('button', { name: 'A2' }));
    fireEvent.click(screen.getByText('3'));
    expect(onSelect.mock.calls).toEqual([['A2'], ['A3']]);
  });

  it('marks the selected row and puts it in the tab order', () => {
    show(rowsOf(3), 'A3');
    expect(screen.getByRole('button', { name: 'A3' }).closest('tr')?.getAttribute('aria-current')).toBe(
      'true',
    );
    expect(screen.getByRole('button', { name: 'A3' }).tabIndex).toBe(0);
    expect(screen.getByRole('button', { name: 'A1' }).tabIndex).toBe(-1);
  });

  it('walks the buttons of cells with left and right, keeps to the column with up and down, and reaches the foot', () => {
    const { onSelect } = show(rowsOf(2), null, true);
    const cell = (name: string): HTMLElement => screen.getByRole('button', { name });
    cell('A1').focus();
    fireEvent.keyDown(cell('A1'), { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(cell('A1'));
    fireEvent.keyDown(cell('A1'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(cell('n 1'));
    fireEvent.keyDown(cell('n 1'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(cell('n 1'));
    fireEvent.keyDown(cell('n 1'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(cell('n 2'));
    fireEvent.keyDown(cell('n 2'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(cell('n -1'));
    fireEvent.keyDown(cell('n -1'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(cell('n 2'));
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('keeps the focus on a row’s button when the row goes out of the page to another place', async () => {
    const rows = rowsOf(300);
    const { again } = show(rows, null, true);
    screen.getByRole('button', { name: 'n 2' }).focus();
    again([rows[1], rows[0], ...rows.slice(2)]);
    expect(document.activeElement?.textContent).toBe('n 2');
    // Where the row is no more, the one in its place takes it.
    again(rows.slice(2));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('n 3'));
  });

  it('puts only the rows in sight into the page, and says how many there are', () => {
    show(rowsOf(5000));
    const table = screen.getByRole('table');
    expect(table.getAttribute('aria-rowcount')).toBe('5002');
    const shown = table.querySelectorAll('tbody tr[data-row]');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.length).toBeLessThan(60);
    expect(shown[0].getAttribute('aria-rowindex')).toBe('2');
    expect(table.querySelector('tfoot tr')?.getAttribute('aria-rowindex')).toBe('5002');
  });
});

function header(name: string): HTMLElement {
  return screen.getByRole('columnheader', { name: new RegExp(name) });
}

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({ code: `A${i + 1}`, count: i + 1 }));
}

function show(rows: readonly Row[], selected: string | null = null, pressable = false) {
  giveElementsSize();
  const onSort = vi.fn<(column: string) => void>();
  const onSelect = vi.fn<(key: string) => void>();
  const onHover = vi.fn<(key: string | null) => void>();
  const table = (rows: readonly Row[]) => (
    <DataTable
      caption="Rows"
      columns={[
        { key: 'name', header: 'Name', width: '10rem', sortable: true },
        { key: 'count', header: 'Count', width: '6rem', numeric: true, sortable: true },
        { key: 'note', header: 'Note', width: '6rem' },
      ]}
      rows={rows}
      foot={[{ code: 'Total', count: -1 }]}
      rowKey={(row) => row.code}
      cell={(row, column) => {
        if (column === 'name') return row.code;
        if (column !== 'count') return '';
        return pressable ? (
          <button type="button" tabIndex={-1}>
            n {row.count}
          </button>
        ) : (
          String(row.count)
        );
      }}
      sort={{ column: 'count', descending: true }}
      onSort={onSort}
      selected={selected}
      hovered={null}
      onSelect={onSelect}
      onHover={onHover}
    />
  );
  const { rerender } = render(table(rows));
  return {
    onSort,
    onSelect,
    onHover,
    again: (others: readonly Row[]): void => rerender(table(others)),
  };
}
