import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { importRegister, pullRegisterLevers } from '../../../../src/actions/import-register.ts';
import { openPlan } from '../../../../src/actions/set-interventions-view.ts';
import { undo } from '../../../../src/actions/undo.ts';
import { DEFAULT_PLAN_CARD } from '../../../../src/domain/plan/default-plan-card.ts';
import { leverFrom } from '../../../../src/domain/plan/levers-known.ts';
import { registerOf } from '../../../../src/domain/plan/register.ts';
import { GENERIC_DEVICES } from '../../../../src/domain/radio/generic-devices.ts';
import { writeRegisterCsv } from '../../../../src/formats/register-csv.ts';
import { RegisterPanel } from '../../../../src/panels/interventions/register/register-panel.tsx';
import { planOf } from '../../../builders/full-plans.ts';
import { renderPanel } from '../../../builders/panel.tsx';

const find = (words: string): void => {
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find in the register' }), {
    target: { value: words },
  });
};
const lineOf = (label: string): HTMLElement =>
  screen.getByText(label, { selector: '.register-label' }).closest('li') as HTMLElement;
const pulled = planOf({ levers: [leverFrom('standard wayleave', null), leverFrom('top-up', null)] });
const withPlan = () =>
  renderPanel(<RegisterPanel />, null, (app) => {
    const { change } = app.project.getState();
    change('x', { kind: 'insert', list: 'plans', at: 0, item: pulled });
    change('x', { kind: 'insert', list: 'devices', at: 0, item: GENERIC_DEVICES[0] });
    openPlan(app, pulled.id);
  });

describe('the register', () => {
  afterEach(cleanup);

  it('lists every figure with its range, and its source or that nobody sourced it', () => {
    renderPanel(<RegisterPanel />, null);
    expect(
      screen.getByText(
        /69 of 97 figures of the plan card and the rate card are assumed: nobody sourced them/,
      ),
    ).toBeTruthy();
    expect(lineOf('Fitting out a roof').textContent).toContain('£4,000 each£1,500–£12,000');
    expect(lineOf('Fitting out a roof').textContent).toContain('assumed');
    expect(lineOf('Voucher').textContent).toContain(
      'Building Digital UK, scheme information on GOV.UK, 2025-10-17',
    );
    expect(lineOf('Crossing a motorway: price').textContent).toContain('not priced');
    expect(screen.getAllByText('Open cut: price of a metre')).toHaveLength(5);
  });

  it('finds by words, by part, and what nobody sourced', () => {
    renderPanel(<RegisterPanel />, null);
    find('prior approval');
    expect(
      screen.getAllByRole('listitem').map((line) => line.querySelector('.register-label')?.textContent),
    ).toEqual(['Planning answer']);
    expect(screen.getByRole('status').textContent).toBe('1 line');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Only what nobody sourced' }));
    expect(screen.getByRole('status').textContent).toBe('Nothing in the register is so.');
    find('');
    fireEvent.change(screen.getByRole('combobox', { name: 'Part' }), { target: { value: 'rates' } });
    expect(screen.queryByText('Fitting out a roof')).toBeNull();
    expect(screen.queryByText('Years looked ahead')).toBeTruthy();
  });

  it('left with something typed has it there again, not saved and said to be so; cancelled it is gone', () => {
    let away = (_isAway: boolean): void => {};
    const Left = () => {
      const [isAway, setAway] = useState(false);
      away = setAway;
      return isAway ? null : <RegisterPanel />;
    };
    const { context } = renderPanel(<Left />, null);
    const high = () =>
      within(screen.getByRole('group', { name: /^Voucher/ })).getByRole('textbox', {
        name: 'High',
      }) as HTMLInputElement;
    const edit = () => fireEvent.click(screen.getByRole('button', { name: 'Edit: Who pays' }));
    edit();
    const before = high().value;
    expect(document.activeElement?.textContent).toMatch(/^Edit /);
    fireEvent.change(high(), { target: { value: '7000' } });
    act(() => away(true));
    act(() => away(false));
    expect(high().value).toBe('7000');
    screen.getByText(/It is not saved yet/);
    expect(context.project.getState().done).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    edit();
    expect(high().value).toBe(before);
    expect(screen.queryByText(/It is not saved yet/)).toBeNull();
    // Of other assumptions than it was typed into, it is not taken up.
    fireEvent.change(high(), { target: { value: '7000' } });
    act(() => away(true));
    const planCard = { ...DEFAULT_PLAN_CARD, id: 'other' };
    act(() => context.project.getState().change('x', { kind: 'set-plan-card', planCard }));
    act(() => away(false));
    expect(high().value).toBe(before);
  });

  it('edits a figure: it loses its source, and undo takes it back', () => {
    const { context } = renderPanel(<RegisterPanel />, null);
    fireEvent.click(screen.getByRole('button', { name: 'Edit: Who pays' }));
    const group = screen.getByRole('group', { name: /^Voucher/ });
    const high = within(group).getByRole('textbox', { name: 'High' });
    fireEvent.change(high, { target: { value: 'much' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these figures' }));
    expect(screen.getByRole('alert').textContent).toContain(
      'Voucher: Write a number from 0 to 100000 (£ each).',
    );
    fireEvent.change(high, { target: { value: '7000' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these figures' }));
    const { planCard } = context.project.getState().project;
    expect(planCard).toMatchObject({ id: 'own-plan-card', name: 'Own assumptions' });
    expect(planCard?.items.poundsOfVoucherPerPremises).toEqual({
      value: { low: 4500, mid: 4500, high: 7000 },
      source: null,
    });
    expect(context.project.getState().done.map(({ label }) => label)).toEqual(['Assumptions: who pays']);
    act(() => undo(context));
    expect(context.project.getState().project.planCard).toBeUndefined();
  });

  it('edits, adds and removes claims of others', () => {
    const { context } = renderPanel(<RegisterPanel />, null);
    fireEvent.click(screen.getByRole('button', { name: 'Edit: Claims of others' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove claim 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a claim' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save these claims' }));
    expect(screen.getByRole('alert').textContent).toContain('Say what is claimed.');
    const last = screen.getByRole('group', { name: 'Claim 3' });
    fireEvent.change(within(last).getByRole('textbox', { name: 'What is claimed' }), {
      target: { value: 'All good' },
    });
    fireEvent.change(within(last).getByRole('textbox', { name: /^Pounds/ }), { target: { value: '7' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these claims' }));
    const { claims } = DEFAULT_PLAN_CARD;
    expect(context.project.getState().project.planCard?.claims).toEqual([
      claims[0],
      claims[2],
      { text: 'All good', pounds: 7, source: null },
    ]);
  });

  it('lists radios and the levers of the plan that is open, and edits what one costs', () => {
    const { context } = withPlan();
    expect(lineOf('Licence and its fee').textContent).toContain('£');
    const lines = screen
      .getAllByText('What it costs the council')
      .map((label) => label.closest('li')?.textContent);
    expect(lines[0]).toContain('£3,000');
    expect(lines[1]).toContain('not known');
    fireEvent.click(screen.getByRole('button', { name: 'Edit: One standard wayleave' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'High' }), { target: { value: '9000' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save this cost' }));
    expect(context.project.getState().project.plans[0].levers[0].cost).toEqual({
      ...{ low: 1000, mid: 3000, high: 9000, unit: '£', basis: 'assumed' },
    });
  });

  it('takes a file of the register in one step of undo', async () => {
    const { context } = withPlan();
    const { project, done } = context.project.getState();
    const dearer = {
      ...GENERIC_DEVICES[0],
      hubPrice: { ...GENERIC_DEVICES[0].hubPrice, highPounds: 99_999 },
    };
    const register = {
      ...registerOf({ devices: [dearer, GENERIC_DEVICES[1]] }, pulled),
      planCard: { ...DEFAULT_PLAN_CARD, id: 'theirs', name: 'Theirs' },
      levers: [leverFrom('voucher', null)],
    };
    const file = new File([writeRegisterCsv(register)], 'theirs.csv');
    await act(async () => {
      expect(await importRegister(context, file)).toEqual({
        state: 'taken',
        fileName: 'theirs.csv',
        parts: ['plan card “Theirs”', 'rates “Starting rates”', '2 radios'],
        levers: register.levers,
      });
    });
    const after = context.project.getState();
    expect(after.project.planCard?.name).toBe('Theirs');
    expect(after.project.devices).toEqual([dearer, GENERIC_DEVICES[1]]);
    // A lever is a decision of one plan: loading figures pulls none.
    expect(after.project.plans[0].levers).toEqual(pulled.levers);
    expect(after.done).toHaveLength(done.length + 1);
    act(() => undo(context));
    expect(context.project.getState().project).toEqual(project);
    act(() => pullRegisterLevers(context, project.plans[0].id, register.levers));
    const { plans, devices } = context.project.getState().project;
    expect(plans[0].levers).toEqual([...pulled.levers, ...register.levers]);
    expect(devices).toEqual(project.devices);
    act(() => undo(context));
    expect(context.project.getState().project).toEqual(project);
    const refused = await importRegister(context, new File(['a,b\r\n1,2\r\n'], 'x.csv'));
    expect(refused).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('this is no register'),
    });
  });
});
