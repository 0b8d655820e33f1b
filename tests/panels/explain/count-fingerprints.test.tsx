import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import type { Fingerprints } from '../../../src/domain/project/fingerprints.ts';
import { CountFingerprints } from '../../../src/panels/explain/count-fingerprints.tsx';
import { PrintedFingerprints } from '../../../src/panels/explain/printed-fingerprints.tsx';
import { THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const FOUND: Fingerprints = {
  inputs: '0123456789ab'.padEnd(64, 'c'),
  project: 'fedcba987654'.padEnd(64, '0'),
};
const LINE = 'Inputs 0123456789ab · project fedcba987654';

afterEach(() => vi.unstubAllGlobals());

/** Draws a panel in an app that answers so; gives how often it was asked. */
function show(panel: React.ReactElement, found: Fingerprints | null = FOUND) {
  const runs: number[] = [];
  const { context } = renderPanel(panel, THREE_WARDS, ({ compute }: AppContext) => {
    compute.run = (async () => {
      runs.push(1);
      return found ? { state: 'done', value: found } : { state: 'failed', message: 'No.' };
    }) as typeof compute.run;
  });
  return { context, runs };
}

it('is worked out when it is shown, and copied in full', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => copied.push(text) } });
  const { runs } = show(<CountFingerprints />);
  expect(await screen.findByText(LINE)).toBeTruthy();
  expect(runs).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Copy both in full' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(copied).toEqual([`Inputs SHA-256 ${FOUND.inputs}\nProject SHA-256 ${FOUND.project}`]);
});

it('stands there to be selected where the browser does not let a page copy', async () => {
  vi.stubGlobal('navigator', {});
  show(<CountFingerprints />);
  fireEvent.click(await screen.findByRole('button', { name: 'Copy both in full' }));
  expect((await screen.findByText(/did not let this page copy/)).textContent).toContain(FOUND.project);
});

it('says so where there is none', async () => {
  show(<CountFingerprints />, null);
  expect(await screen.findByText(/could not be worked out/)).toBeTruthy();
});

it('is on paper once the work is kept, or a page was printed; before that nothing is worked out', async () => {
  const { context, runs } = show(<PrintedFingerprints />);
  expect(screen.getByText(/on every download/)).toBeTruthy();
  expect(runs).toEqual([]);
  act(() => context.keep.setState({ status: 'saved' }));
  expect(await screen.findByText(LINE)).toBeTruthy();
  const printed = show(<PrintedFingerprints />);
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(await screen.findByText(LINE)).toBeTruthy();
  expect(printed.runs).toHaveLength(1);
});

it('says nothing of a count that is no longer that of the project', async () => {
  const { context } = show(<CountFingerprints />);
  expect(await screen.findByText(LINE)).toBeTruthy();
  act(() => context.analysis.setState({ status: 'working' }));
  expect(screen.queryByText(LINE)).toBeNull();
});
