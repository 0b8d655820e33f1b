import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { FileSection } from '../../../src/panels/work/file-section.tsx';
import type { Settled } from '../../../src/workers/compute-api.ts';
import type { WrittenProjectFile } from '../../../src/workers/project-files.ts';
import { renderPanel } from '../../builders/panel.tsx';

const downloads: string[] = [];
vi.mock('../../../src/actions/download-text.ts', async (original) => ({
  ...(await original<typeof import('../../../src/actions/download-text.ts')>()),
  downloadText: (_: Blob, name: string): string => {
    downloads.push(name);
    return name;
  },
}));

beforeEach(() => {
  downloads.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

/** The section, and what ends the writing of a file. */
function renderSection(): { context: AppContext; finish: (settled: Settled<WrittenProjectFile>) => void } {
  let finish: (settled: Settled<WrittenProjectFile>) => void = () => undefined;
  const { context } = renderPanel(<FileSection />, null, ({ compute }) => {
    compute.run = ((_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve) => {
        finish = resolve as typeof finish;
        signal.addEventListener('abort', () => resolve({ state: 'cancelled' }));
      })) as typeof compute.run;
  });
  return { context, finish: (settled) => finish(settled) };
}

const done = { state: 'done', value: { blob: new Blob(['x']), bytes: 1_600_000 } } as const;

it('shows that it is at it, then what became of it and the new age', async () => {
  const { finish } = renderSection();
  expect(screen.getByText('never')).toBeTruthy();
  screen.getByRole('button', { name: 'Save to a file' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  finish(done);
  expect(await screen.findByText(/^Handed to your browser as /)).toBeTruthy();
  expect(screen.getByText(/1\.6 MB\. Look for it among your downloads/)).toBeTruthy();
  expect(screen.getByText(/nothing changed since/)).toBeTruthy();
  expect(downloads).toHaveLength(1);
  expect(document.activeElement, 'the focus is kept').not.toBe(document.body);
});

it('can be stopped, and says that nothing was written', async () => {
  renderSection();
  fireEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Not saved to a file')).toBeTruthy();
  expect(screen.getByText('never')).toBeTruthy();
  expect(downloads).toEqual([]);
});

it('says why it could not, as an alert', async () => {
  const { finish } = renderSection();
  fireEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
  finish({ state: 'failed', name: 'ProjectRefused', message: 'The project is too large.', place: null });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The project is too large. Earlier files are as they were.');
});

it('offers the choice of a place only where the browser has it', async () => {
  renderSection();
  expect(screen.queryByRole('button', { name: /Choose where/ })).toBeNull();
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('', 'AbortError')));
  renderSection();
  fireEvent.click(screen.getByRole('button', { name: /Choose where/ }));
  await waitFor(() => expect(screen.getByText('Not saved to a file')).toBeTruthy());
});

it('takes a file to open, not while another is read', () => {
  const { context } = renderSection();
  const field = screen.getByLabelText<HTMLInputElement>('Open a file that Notspot saved');
  expect(field.accept).toBe('.notspot');
  context.imports.setState({ status: 'reading' });
  return waitFor(() => expect(field.getAttribute('aria-disabled')).toBe('true'));
});
