import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReleasesSection } from '../../../src/panels/releases/releases-section.tsx';
import type { Settled } from '../../../src/workers/compute-api.ts';
import { datasetOf, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const release = (fileName: string) =>
  datasetOf('records', fileName, {
    columnNames: ['uprn', 'current_gigabit'],
    roles: { id: 'uprn' },
    suggestion: {
      role: 'records',
      roles: { id: 'uprn' },
      unit: null,
      layers: [],
      codeKind: 'UPRN',
      why: '',
      alternatives: [],
    },
  });

function show() {
  return renderPanel(<ReleasesSection />, {
    ...THREE_WARDS,
    project: { datasets: [release('202605_a.csv'), release('202601_a.csv')] },
  });
}

describe('the comparison of two releases', () => {
  afterEach(cleanup);

  it('says what to drop where there is nothing to compare', () => {
    renderPanel(<ReleasesSection />, THREE_WARDS);
    expect(document.body.textContent).toContain('Drop in two files of one layout');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('names the earlier and the later, whichever was loaded first', () => {
    show();
    expect(document.body.textContent).toContain(
      'Earlier: 202601_a.csv (January 2026). Later: 202605_a.csv (May 2026).',
    );
  });

  it('shows progress, and a cancel leaves nothing behind', async () => {
    const { context } = show();
    const run = context.compute.run;
    const compute = context.compute as { run: typeof run };
    compute.run = (_start, options) =>
      new Promise((resolve) => {
        options?.onStep?.({ what: 'Comparing current_gigabit', fraction: 0.5 });
        options?.signal?.addEventListener('abort', () => resolve({ state: 'cancelled' } as Settled<never>));
      });
    fireEvent.click(screen.getByRole('button', { name: 'Compare these releases' }));
    expect(document.body.textContent).toContain('Comparing current_gigabit');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
    await waitFor(() => expect(document.body.textContent).toContain('Cancelled. Nothing was compared.'));
  });

  it('says in words why it failed', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Compare these releases' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('could not be compared'));
  });
});
