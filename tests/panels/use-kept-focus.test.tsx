import { act, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, it } from 'vitest';
import { useKeptFocus } from '../../src/panels/use-kept-focus.ts';

function Place() {
  const place = useRef<HTMLDivElement>(null);
  const [gone, setGone] = useState(false);
  useKeptFocus(place);
  return (
    <>
      <div ref={place} tabIndex={-1} data-testid="place">
        {gone ? (
          <p>Working</p>
        ) : (
          <button type="button" onClick={() => setGone(true)}>
            Start
          </button>
        )}
      </div>
      <button type="button" onClick={() => setGone(!gone)}>
        Elsewhere
      </button>
    </>
  );
}

it('the place takes the focus of a part that is gone, and of nothing else', () => {
  render(<Place />);
  const start = screen.getByText('Start');
  act(() => start.focus());
  act(() => start.click());
  expect(document.activeElement).toBe(screen.getByTestId('place'));
  const elsewhere = screen.getByText('Elsewhere');
  act(() => elsewhere.focus());
  act(() => elsewhere.click());
  expect(document.activeElement).toBe(elsewhere);
});

function Part() {
  const [gone, setGone] = useState(false);
  return gone ? null : (
    <button type="button" onClick={() => setGone(true)}>
      Close
    </button>
  );
}

function Whole() {
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <div ref={place} tabIndex={-1} data-testid="whole">
      <Part />
    </div>
  );
}

it('the place takes it, too, where a part goes by itself', async () => {
  render(<Whole />);
  const close = screen.getByText('Close');
  act(() => close.focus());
  await act(async () => close.click());
  expect(document.activeElement).toBe(screen.getByTestId('whole'));
});
