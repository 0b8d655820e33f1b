import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { importRates } from '../../../../src/actions/import-rates.ts';
import { setRates } from '../../../../src/actions/set-rates.ts';
import { undo } from '../../../../src/actions/undo.ts';
import { DEFAULT_RATES } from '../../../../src/domain/cost/default-rates.ts';
import { writeRateCardCsv } from '../../../../src/formats/rate-card-csv.ts';
import { RatesPanel } from '../../../../src/panels/interventions/rates/rates-panel.tsx';
import { renderPanel } from '../../../builders/panel.tsx';

const edit = (section: string): void => {
  fireEvent.click(screen.getByRole('button', { name: `Edit: ${section}` }));
};
const boxIn = (group: HTMLElement, name: string): HTMLInputElement =>
  within(group).getByRole('textbox', { name }) as HTMLInputElement;
const write = (box: HTMLElement, value: string): void => void fireEvent.change(box, { target: { value } });
const save = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Save these rates' }));

describe('the rates panel', () => {
  afterEach(cleanup);

  it('prints every rate with its range, and says what nobody sourced and that there is no table to cite', () => {
    renderPanel(<RatesPanel />, null);
    expect(screen.getByText(/^Digs are priced with/).textContent).toContain(
      'Starting rates, which come with',
    );
    expect(screen.getByText(/40 of 60 figures of the rate card are assumed/)).toBeTruthy();
    expect(screen.getByText(/Nobody publishes a table/)).toBeTruthy();
    const carriageway = screen.getByRole('table', { name: /^Carriageway/ });
    const row = within(carriageway).getByRole('row', { name: /^Open cut/ });
    expect(row.textContent).toBe('Open cut£130£80–£220assumed5030–1509.29.2–13.5');
    const premises = screen.getByRole('table', { name: /^To each premises/ });
    expect(within(premises).getByRole('row', { name: /^Connection/ }).textContent).toContain(
      '£187.50 each£175–£200',
    );
    expect(
      within(screen.getByRole('table', { name: /^Crossings/ })).getByRole('row', { name: /motorway/ })
        .textContent,
    ).toContain('must not be crossed');
    expect(screen.getByText(/Openreach: £175 to £200/)).toBeTruthy();
  });

  it('edits a rate: it loses its source, what is wrong is said beside it, and undo takes it back', () => {
    const { context } = renderPanel(<RatesPanel />, null);
    edit('To each premises');
    expect(document.activeElement?.textContent).toBe('Edit To each premises');
    const group = screen.getByRole('group', { name: /^Connection/ });
    write(boxIn(group, 'Low'), '300');
    write(boxIn(group, 'High'), 'dear');
    save();
    expect(boxIn(group, 'High').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain(
      'Connection: Write a number from 0 to 1000000 (£ each).',
    );
    write(boxIn(group, 'High'), '400');
    save();
    expect(screen.getByRole('alert').textContent).toContain(
      'Connection, mid: write at least the low figure, 300.',
    );
    expect(context.project.getState().project.rates).toBeUndefined();
    write(boxIn(group, 'Mid'), '350');
    save();
    const { rates } = context.project.getState().project;
    expect(rates).toMatchObject({
      id: 'own-rates',
      name: 'Own rates',
      items: { poundsPerConnection: { value: { low: 300, mid: 350, high: 400 }, source: null } },
    });
    expect(screen.getByText(/41 of 60 figures of the rate card are assumed/)).toBeTruthy();
    act(() => undo(context));
    expect(context.project.getState().project.rates).toBeUndefined();
    expect(screen.getByText(/40 of 60 figures of the rate card are assumed/)).toBeTruthy();
  });

  it('forbids a crossing and prices another', () => {
    const { context } = renderPanel(<RatesPanel />, null);
    edit('Crossings');
    fireEvent.click(within(screen.getByRole('group', { name: 'Crossing water' })).getByRole('checkbox'));
    const motorway = screen.getByRole('group', { name: 'Crossing a motorway' });
    fireEvent.click(within(motorway).getByRole('checkbox'));
    save();
    expect(screen.getByRole('alert').textContent).toContain('Price: Write a number');
    for (const [name, value] of [
      ['Low', '1000'],
      ['Mid', '2000'],
      ['High', '3000'],
    ] as const)
      write(boxIn(motorway, name), value);
    save();
    expect(context.project.getState().project.rates?.crossings).toMatchObject({
      water: null,
      motorway: { value: { low: 1000, mid: 2000, high: 3000 }, source: null },
    });
  });

  it('says which surface cannot be dug, and adds a method that is not used before it is allowed', () => {
    const { context } = renderPanel(<RatesPanel />, null, (app) =>
      setRates(app, {
        ...DEFAULT_RATES,
        trench: DEFAULT_RATES.trench.filter(({ surface }) => surface !== 'verge'),
      }),
    );
    expect(screen.getByText('Verge cannot be dug')).toBeTruthy();
    fireEvent.click(screen.getAllByText('to Verge')[0].closest('button') as HTMLElement);
    const added = context.project.getState().project.rates?.trench.find(({ surface }) => surface === 'verge');
    expect(added).toMatchObject({ method: 'open cut', isAllowed: false, metresPerDay: { source: null } });
    expect(screen.getByText('Verge cannot be dug')).toBeTruthy();
    edit('Verge');
    fireEvent.click(screen.getByRole('checkbox', { name: 'May be used' }));
    save();
    expect(screen.queryByText('Verge cannot be dug')).toBeNull();
  });

  it('names the card and the year of its prices', async () => {
    const { context } = renderPanel(<RatesPanel />, null);
    const year = screen.getByRole('textbox', { name: 'Year of its prices' });
    write(year, 'soon');
    fireEvent.blur(year);
    await waitFor(() => expect(screen.getByText(/write a year such as 2026/)).toBeTruthy());
    write(year, '2026');
    fireEvent.blur(year);
    await waitFor(() => expect(context.project.getState().project.rates?.priceBase).toBe('2026'));
    expect(screen.getByText('At prices of 2026, as stated.')).toBeTruthy();
  });

  it('takes rates of a file or says which row is wrong, and goes back to the starting ones', async () => {
    const { context } = renderPanel(<RatesPanel />, null);
    const csv = writeRateCardCsv({ ...DEFAULT_RATES, name: 'Framework 2026' });
    const outcome = await act(() => importRates(context, new File([csv], 'ours.csv')));
    expect(outcome).toEqual({ state: 'taken', fileName: 'ours.csv', name: 'Framework 2026' });
    expect(screen.getByText('Framework 2026')).toBeTruthy();
    const wrong = await importRates(context, new File([csv.replace(',400,800,', ',400,x,')], 'ours.csv'));
    expect(wrong).toMatchObject({
      state: 'refused',
      message: expect.stringMatching(/^ours.csv: row 57, column mid/),
    });
    fireEvent.click(screen.getByRole('button', { name: 'Go back to the starting rates' }));
    expect(context.project.getState().project.rates).toBeUndefined();
    expect(screen.getByText('Starting rates')).toBeTruthy();
  });
});
