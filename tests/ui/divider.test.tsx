import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Divider } from '../../src/ui/divider.tsx';

function Divided() {
  const [value, setValue] = useState(50);
  return <Divider label="Divider" value={value} valueText={`${value} of 100`} onChange={setValue} />;
}

describe('a divider', () => {
  afterEach(cleanup);

  it('moves by keys, and stays within its ends', () => {
    render(<Divided />);
    const divider = screen.getByRole('slider', { name: 'Divider' });
    const press = (key: string): string | null => {
      fireEvent.keyDown(divider, { key });
      return divider.getAttribute('aria-valuenow');
    };
    expect(press('ArrowLeft')).toBe('48');
    expect(press('ArrowUp')).toBe('50');
    expect(press('PageUp')).toBe('60');
    expect(press('Home')).toBe('0');
    expect(press('ArrowLeft')).toBe('0');
    expect(press('End')).toBe('100');
    expect(press('a')).toBe('100');
    expect(divider.getAttribute('aria-valuetext')).toBe('100 of 100');
  });

  it('follows the pointer while it is held', () => {
    render(<Divided />);
    const divider = screen.getByRole('slider', { name: 'Divider' });
    divider.setPointerCapture = () => undefined;
    const parent = divider.parentElement as HTMLElement;
    parent.getBoundingClientRect = () => ({ left: 100, width: 200 }) as DOMRect;
    const to = (clientX: number): void => void fireEvent.pointerMove(divider, { clientX });
    to(150);
    expect(divider.getAttribute('aria-valuenow')).toBe('50');
    fireEvent.pointerDown(divider, { clientX: 200, pointerId: 1 });
    to(150);
    expect(divider.getAttribute('aria-valuenow')).toBe('25');
    to(900);
    expect(divider.getAttribute('aria-valuenow')).toBe('100');
    fireEvent.pointerUp(divider);
    to(150);
    expect(divider.getAttribute('aria-valuenow')).toBe('100');
  });
});
