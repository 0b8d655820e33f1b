import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Splitter } from '../../src/ui/splitter.tsx';

describe('the splitter', () => {
  afterEach(cleanup);

  it('moves by keys, within its bounds', () => {
    const onChange = show(200);
    const bar = screen.getByRole('separator', { name: 'Height' });
    for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'End', 'a']) fireEvent.keyDown(bar, { key });
    expect(onChange.mock.calls.map(([value]) => value)).toEqual(
      [224, 176, 100, 210].map((value) => Math.min(210, value)),
    );
    expect(bar.getAttribute('aria-valuenow')).toBe('200');
  });

  it('moves by a drag, and no longer after it', () => {
    const onChange = show(150);
    const bar = screen.getByRole('separator');
    bar.setPointerCapture = () => undefined;
    fireEvent.pointerMove(bar, { clientY: 10 });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.pointerDown(bar, { clientY: 500, pointerId: 1 });
    fireEvent.pointerMove(bar, { clientY: 470 });
    expect(onChange).toHaveBeenLastCalledWith(180);
    fireEvent.pointerUp(bar);
    fireEvent.pointerMove(bar, { clientY: 400 });
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});

function show(value: number) {
  const onChange = vi.fn<(value: number) => void>();
  render(
    <Splitter label="Height" controls="x" value={value} min={100} max={210} step={24} onChange={onChange} />,
  );
  return onChange;
}
