import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FigureDialog } from '../../../src/panels/explain/figure-dialog.tsx';
import { WardTablePanel } from '../../../src/panels/not-spots/ward-table-panel.tsx';
import { codeOfWard, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

describe('the explanation of a printed number', () => {
  beforeEach(() => {
    // jsdom draws no modal dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });
  afterEach(cleanup);

  it('opens on a cell of the ward table without selecting the ward, and closes', () => {
    const { context } = show();
    fireEvent.click(cellOf('Birch', 2));
    expect(context.view.getState().explained).toEqual({ kind: 'not-spots', place: codeOfWard(1) });
    expect(context.view.getState().wardCode).toBeNull();
    const dialog = screen.getByRole('dialog', { name: 'Not-spots in Birch' });
    expect(dialog.textContent).toContain('3 not-spots = 4 premises − 1 that are no not-spots − 0 not known');
    expect(dialog.textContent).toContain('src/domain/not-spots/crisp-truth.ts');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(context.view.getState().explained).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('answers for every number of the table, foot and all', () => {
    const { context } = show();
    const asked = document.querySelectorAll<HTMLElement>('.ward-table .explained');
    // Units, not-spots, share, not known and two technologies, of three wards, outside and total.
    expect(asked).toHaveLength(6 * 5);
    for (const number of asked) {
      fireEvent.click(number);
      const printed = number.textContent?.trim() ?? '';
      expect(document.querySelector('.answer-number')?.textContent, printed).toBe(printed);
      act(() => context.view.setState({ explained: null }));
    }
  });

  it('still selects the ward by a click elsewhere in the row', () => {
    const { context } = show();
    fireEvent.click(cellOf('Birch', 2).closest('td') as HTMLElement);
    expect(context.view.getState().wardCode).toBe(codeOfWard(1));
  });

  it('says so when the figure is gone', () => {
    const { context } = show();
    act(() => context.view.setState({ explained: { kind: 'not-spots', place: 'E05000000' } }));
    expect(screen.getByRole('dialog').textContent).toContain('there is no such figure any more');
  });

  it('shows hostile names as text', () => {
    const name = '<img src=x onerror="alert(1)">';
    const { context } = show({ ...THREE_WARDS, wards: [name, 'b', 'c'] });
    act(() => context.view.setState({ explained: { kind: 'units', place: codeOfWard(0) } }));
    expect(screen.getByRole('dialog').textContent).toContain(name);
    expect(document.querySelector('img')).toBeNull();
  });
});

function show(seed = THREE_WARDS) {
  return renderPanel(
    <>
      <WardTablePanel everyLayer={false} />
      <FigureDialog />
    </>,
    seed,
  );
}

/** The number in this column (0 is the name) of a ward's row. */
function cellOf(ward: string, column: number): HTMLElement {
  const row = screen.getByRole('button', { name: ward }).closest('tr') as HTMLElement;
  return row.children[column].querySelector('.explained') as HTMLElement;
}
