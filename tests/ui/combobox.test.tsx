import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Combobox } from '../../src/ui/combobox.tsx';

HTMLElement.prototype.scrollIntoView = () => undefined;
afterEach(cleanup);

const LINES = ['Abbey', 'Abbey Close', '<b>Abbey</b>'].map((title) => ({
  key: title,
  kind: 'Ward',
  title,
  detail: 'so',
}));

function Field({ onChoose = vi.fn(), onEnter = vi.fn(), onLeave = vi.fn(), lines = LINES }) {
  const [value, setValue] = useState('');
  return (
    <Combobox
      label="Find"
      value={value}
      onChange={setValue}
      options={value === '' ? [] : lines}
      onChoose={onChoose}
      onEnter={onEnter}
      onLeave={onLeave}
      said={value === '' ? '' : `${lines.length} results`}
    />
  );
}

const input = () => screen.getByRole('combobox', { name: 'Find' }) as HTMLInputElement;
const press = (key: string) => fireEvent.keyDown(input(), { key });
const type = (value: string) => fireEvent.change(input(), { target: { value } });
const picked = () => screen.queryAllByRole('option', { selected: true }).map((option) => option.textContent);

describe('the combobox', () => {
  it('is closed until something is typed, and is no field for personal data', () => {
    render(<Field />);
    expect(input().getAttribute('aria-expanded')).toBe('false');
    expect(input().getAttribute('autocomplete')).toBe('off');
    expect(document.activeElement).not.toBe(input());
    type('abbey');
    expect(input().getAttribute('aria-expanded')).toBe('true');
    const list = screen.getByRole('listbox');
    expect(input().getAttribute('aria-controls')).toBe(list.id);
    expect(screen.getAllByRole('option')).toHaveLength(3);
    expect(document.querySelector('b')).toBeNull();
  });

  it('arrows walk the options and the text itself, round both ends', () => {
    render(<Field />);
    type('abbey');
    press('ArrowDown');
    expect(picked()).toEqual(['AbbeyWardso']);
    expect(input().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0].id);
    press('ArrowUp');
    expect(picked()).toEqual([]);
    expect(input().getAttribute('aria-activedescendant')).toBeNull();
    press('ArrowUp');
    expect(picked()).toEqual(['<b>Abbey</b>Wardso']);
    press('ArrowDown');
    expect(picked()).toEqual([]);
  });

  it('Enter chooses what is picked out, else asks; a click chooses too', () => {
    const onChoose = vi.fn();
    const onEnter = vi.fn();
    render(<Field onChoose={onChoose} onEnter={onEnter} />);
    type('abbey');
    press('Enter');
    expect([onEnter.mock.calls.length, onChoose.mock.calls.length]).toEqual([1, 0]);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(onChoose.mock.calls).toEqual([[1]]);
    expect(input().getAttribute('aria-expanded')).toBe('false');
    press('ArrowDown');
    fireEvent.click(screen.getAllByRole('option')[2]);
    expect(onChoose.mock.calls).toEqual([[1], [2]]);
  });

  it('Escape empties the field, and in an empty one leaves; nobody else hears it', () => {
    const onLeave = vi.fn();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    render(<Field onLeave={onLeave} />);
    type('abbey');
    press('Escape');
    expect([input().value, onLeave.mock.calls.length]).toEqual(['', 0]);
    press('Escape');
    expect([onLeave.mock.calls.length, heard.mock.calls.length]).toEqual([1, 0]);
    document.removeEventListener('keydown', heard);
  });

  it('says how many there are once that has settled', () => {
    vi.useFakeTimers();
    render(<Field />);
    type('abbey');
    expect(screen.getByRole('status').textContent).toBe('');
    vi.runAllTimers();
    vi.useRealTimers();
    return vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 results'));
  });
});
