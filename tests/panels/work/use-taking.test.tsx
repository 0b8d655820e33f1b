import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { useTaking } from '../../../src/panels/work/use-taking.ts';
import { ProgressBar } from '../../../src/ui/progress-bar.tsx';
import type { JobOptions } from '../../../src/workers/compute-client.ts';
import { renderPanel } from '../../builders/panel.tsx';

type Take = (context: AppContext, file: File, options: JobOptions) => Promise<string>;

function Taker({ take }: { readonly take: Take }) {
  const { outcome, taking, begin } = useTaking(take);
  return (
    <>
      <button type="button" onClick={() => begin([new File(['x'], 'ours.json')])}>
        Take
      </button>
      {taking ? <ProgressBar {...taking} /> : null}
      <p role="status">{outcome}</p>
    </>
  );
}

describe('a file that is being taken', () => {
  afterEach(cleanup);

  it('tells how far it is and what became of it; another is not begun meanwhile', async () => {
    const begun: JobOptions[] = [];
    let end: (words: string) => void = () => undefined;
    const take: Take = (_, __, options) => {
      begun.push(options);
      return new Promise((resolve) => {
        end = resolve;
      });
    };
    renderPanel(<Taker take={take} />, null);
    fireEvent.click(screen.getByRole('button', { name: 'Take' }));
    expect(screen.getByRole('progressbar', { name: 'Reading ours.json' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take' }));
    expect(begun).toHaveLength(1);
    act(() => begun[0].onStep?.({ what: 'Checking ours.json', fraction: 0.5 }));
    expect(screen.getByText('50 %')).toBeTruthy();
    await act(async () => end('taken'));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('taken');
    fireEvent.click(screen.getByRole('button', { name: 'Take' }));
    expect(begun).toHaveLength(2);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('is stopped by the person, and by its panel where that closes', () => {
    const signals: (AbortSignal | undefined)[] = [];
    const take: Take = (_, __, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    renderPanel(<Taker take={take} />, null);
    fireEvent.click(screen.getByRole('button', { name: 'Take' }));
    expect(signals[0]?.aborted).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(signals[0]?.aborted).toBe(true);
    cleanup();
    renderPanel(<Taker take={take} />, null);
    fireEvent.click(screen.getByRole('button', { name: 'Take' }));
    cleanup();
    expect(signals[1]?.aborted).toBe(true);
  });
});
