import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseDevice } from '../../../../src/actions/choose-device.ts';
import { undo } from '../../../../src/actions/undo.ts';
import { RadiosPanel } from '../../../../src/panels/rooftops/radios/radios-panel.tsx';
import { genericDevice } from '../../../builders/link-question.ts';
import { renderPanel } from '../../../builders/panel.tsx';

const SIXTY = genericDevice('generic-60-ghz-multipoint');

describe('the radios panel', () => {
  afterEach(cleanup);

  it('offers radios of no maker, says what of each is assumed, and takes one into the project', () => {
    const { context } = renderPanel(<RadiosPanel />, null);
    expect(screen.getByText('No radio is chosen yet.')).toBeTruthy();
    const shared = screen.getByRole('heading', { name: '3.8–4.2 GHz shared access (generic)' });
    const item = shared.closest('li') as HTMLElement;
    expect(item.textContent).toContain('usable, not gigabit');
    expect(item.textContent).toMatch(/Nobody sourced: .*EIRP limit/);
    fireEvent.click(screen.getByRole('button', { name: `Use this radio: ${SIXTY.name}` }));
    expect(context.project.getState().project.radio?.deviceId).toBe(SIXTY.id);
    expect(screen.getByText(/Links are reckoned with/).textContent).toContain(SIXTY.name);
    expect(screen.getByText('in use')).toBeTruthy();
    expect(screen.queryByRole('button', { name: `Remove: ${SIXTY.name}` })).toBeNull();
  });

  it('edits a figure: its source goes with it, what is wrong is said, and undo takes it back', () => {
    const { context } = renderPanel(<RadiosPanel />, null, (app) => chooseDevice(app, SIXTY));
    fireEvent.click(screen.getByRole('button', { name: `Edit: ${SIXTY.name}` }));
    expect(document.activeElement?.textContent).toBe(`Edit ${SIXTY.name}`);
    const power = screen.getByRole('textbox', { name: /^Power sent/ });
    fireEvent.change(power, { target: { value: '170' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save this radio' }));
    expect(power.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('Write a number from -50 to 70 dBm.');
    expect(context.project.getState().project.devices[0]).toEqual(SIXTY);
    fireEvent.change(power, { target: { value: '17' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save this radio' }));
    expect(context.project.getState().project.devices[0].powerDbm).toEqual({ value: 17, source: null });
    act(() => undo(context));
    expect(context.project.getState().project.devices[0]).toEqual(SIXTY);
  });

  it('gives a figure a source', () => {
    const { context } = renderPanel(<RadiosPanel />, null, (app) => chooseDevice(app, SIXTY));
    fireEvent.click(screen.getByRole('button', { name: `Edit: ${SIXTY.name}` }));
    const words = screen.getByText(': Sectors');
    const details = words.closest('details') as HTMLDetailsElement;
    act(() => {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    });
    const form = within(details);
    fireEvent.change(form.getByRole('textbox', { name: 'Link' }), { target: { value: 'example.org' } });
    expect(details.textContent).toContain('starting with https://');
    fireEvent.change(form.getByRole('textbox', { name: 'Link' }), { target: { value: '' } });
    fireEvent.change(form.getByRole('textbox', { name: 'Title of the source' }), {
      target: { value: 'Data sheet' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save this radio' }));
    expect(context.project.getState().project.devices[0].sectors).toEqual({
      value: SIXTY.sectors.value,
      source: { title: 'Data sheet', publisher: null, date: null, licence: null, url: null },
    });
  });

  it('changes what links are reckoned with in one step, and says what is wrong', () => {
    const { context } = renderPanel(<RadiosPanel />, null, (app) => chooseDevice(app, SIXTY));
    const rain = screen.getByRole('textbox', { name: /^Rain here/ });
    fireEvent.change(rain, { target: { value: '300' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these figures' }));
    expect(screen.getByRole('alert').textContent).toContain('from 0 to 250 mm/h');
    fireEvent.change(rain, { target: { value: '30' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these figures' }));
    const { radio } = context.project.getState().project;
    expect(radio?.rainRateMillimetresPerHour).toEqual({ value: 30, source: null });
    expect(radio?.earthFactor.value).toBe(4 / 3);
    act(() => undo(context));
    expect((screen.getByRole('textbox', { name: /^Rain here/ }) as HTMLInputElement).value).toBe('26.5');
  });

  it('copies a radio and opens the copy to edit', async () => {
    const { context } = renderPanel(<RadiosPanel />, null, (app) => chooseDevice(app, SIXTY));
    fireEvent.click(screen.getByRole('button', { name: `Copy: ${SIXTY.name}` }));
    expect(screen.getByRole('heading', { name: `Edit ${SIXTY.name}, copy` })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: `Edit: ${SIXTY.name}, copy` })),
    );
    fireEvent.click(screen.getByRole('button', { name: `Remove: ${SIXTY.name}, copy` }));
    expect(context.project.getState().project.devices).toEqual([SIXTY]);
  });
});
