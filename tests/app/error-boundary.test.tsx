import { screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../src/app/error-boundary.tsx';
import { renderPanel } from '../builders/panel.tsx';

// React tells the console of every error that a boundary caught.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

const nothing = undefined as unknown as () => null;

it.each([
  ['is not found', () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /a.js'))],
  ['is cut off', () => Promise.reject(new SyntaxError('Unexpected end of input'))],
  ['holds something else', () => Promise.resolve({ default: nothing })],
])('a script that %s is named as a part that did not arrive', async (_how, load) => {
  const Part = lazy(load);
  renderPanel(
    <ErrorBoundary what="the ward table">
      <Suspense>
        <Part />
      </Suspense>
    </ErrorBoundary>,
    null,
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(
    /Part of the app could not be loaded.*the ward table did not arrive whole/,
  );
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
});

it('any other error may be tried again', async () => {
  const Part = (): never => {
    throw new Error('no such ward');
  };
  renderPanel(
    <ErrorBoundary what="the ward table">
      <Part />
    </ErrorBoundary>,
    null,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in the ward table');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
