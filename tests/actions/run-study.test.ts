import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { isAnswered, runStudy } from '../../src/actions/run-study.ts';
import type { OnStep, Settled } from '../../src/workers/compute-api.ts';
import { makeAppContext } from '../builders/app-context.ts';

/** A context whose worker answers studies when told to. */
function studyContext() {
  const asked: { question: unknown; settle: (outcome: Settled<unknown>) => void; onStep: OnStep }[] = [];
  const { context: plain } = makeAppContext();
  const api = {
    study: (_job: string, _name: string, _project: unknown, question: unknown, onStep: OnStep) =>
      new Promise<Settled<unknown>>((settle) => asked.push({ question, settle, onStep })),
  };
  const context = {
    ...plain,
    compute: {
      ...plain.compute,
      run: (start: (...given: unknown[]) => Promise<unknown>, options: { onStep?: OnStep }) =>
        start(api, 'job', (step: Parameters<OnStep>[0]) => options.onStep?.(step)),
    },
  } as unknown as AppContext;
  return { context, asked, store: context.studies.clusters };
}

const done = (value: unknown): Settled<unknown> => ({ state: 'done', value });

describe('a study', () => {
  it('shows its steps and then its answer', async () => {
    const { context, asked, store } = studyContext();
    const running = runStudy(context, 'clusters', { metres: 100 } as never);
    asked[0].onStep({ what: 'Joining', fraction: 0.5 });
    expect(store.getState()).toMatchObject({ status: 'working', step: { what: 'Joining' } });
    asked[0].settle(done('answer'));
    await running;
    expect(store.getState()).toMatchObject({ status: 'ready', answer: 'answer', step: null, cancel: null });
    expect(isAnswered(context, 'clusters', { metres: 100 } as never)).toBe(true);
    expect(isAnswered(context, 'clusters', { metres: 200 } as never)).toBe(false);
  });

  it('is not asked twice, neither while it runs nor once it is answered', async () => {
    const { context, asked } = studyContext();
    const running = runStudy(context, 'clusters', 1 as never);
    void runStudy(context, 'clusters', 1 as never);
    expect(asked).toHaveLength(1);
    asked[0].settle(done('one'));
    await running;
    await runStudy(context, 'clusters', 1 as never);
    expect(asked).toHaveLength(1);
  });

  it('gives way to another question, whose answer alone is kept', async () => {
    const { context, asked, store } = studyContext();
    const first = runStudy(context, 'clusters', 1 as never);
    const second = runStudy(context, 'clusters', 2 as never);
    asked[1].settle(done('two'));
    await second;
    asked[0].settle(done('one'));
    await first;
    expect(store.getState()).toMatchObject({ status: 'ready', answer: 'two' });
  });

  it('ends when it is cancelled, and keeps the earlier answer', async () => {
    const { context, asked, store } = studyContext();
    const first = runStudy(context, 'clusters', 1 as never);
    asked[0].settle(done('one'));
    await first;
    const second = runStudy(context, 'clusters', 2 as never);
    store.getState().cancel?.();
    expect(store.getState()).toMatchObject({ status: 'cancelled', answer: 'one', cancel: null });
    const again = runStudy(context, 'clusters', 2 as never);
    asked[1].settle(done('late'));
    await second;
    expect(store.getState()).toMatchObject({ status: 'working', answer: 'one' });
    asked[2].settle(done('two'));
    await again;
    expect(store.getState()).toMatchObject({ status: 'ready', answer: 'two' });
  });

  it('that failed says why and leaves no answer behind', async () => {
    const { context, asked, store } = studyContext();
    const running = runStudy(context, 'clusters', 1 as never);
    asked[0].settle({ state: 'failed', name: 'Error', message: 'No premises.', place: null });
    await running;
    expect(store.getState()).toMatchObject({ status: 'failed', problem: 'No premises.', answer: null });
  });

  it('is of one version of the project', async () => {
    const { context, asked } = studyContext();
    const running = runStudy(context, 'clusters', 1 as never);
    asked[0].settle(done('one'));
    await running;
    context.project.getState().change('Renamed', { kind: 'set-name', name: 'Other', fictional: false });
    expect(isAnswered(context, 'clusters', 1 as never)).toBe(false);
  });
});
