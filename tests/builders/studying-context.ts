import type { AppContext } from '../../src/actions/app-context.ts';
import type { OnStep, Settled } from '../../src/workers/compute-api.ts';
import { makeAppContext } from './app-context.ts';

/** A study that waits to be answered. */
export interface AskedStudy {
  readonly name: string;
  readonly question: unknown;
  settle(outcome: Settled<unknown>): void;
  onStep: OnStep;
}

/** A context whose worker answers studies when told to, and not before. */
export function studyingContext(): { context: AppContext; asked: AskedStudy[] } {
  const { context } = makeAppContext();
  const asked: AskedStudy[] = [];
  const api = {
    study: (_job: string, name: string, _project: unknown, question: unknown, onStep: OnStep) =>
      new Promise<Settled<unknown>>((settle) => asked.push({ name, question, settle, onStep })),
  };
  const run = (start: (...given: unknown[]) => Promise<unknown>, options: { onStep?: OnStep } = {}) =>
    start(api, 'job', (step: Parameters<OnStep>[0]) => options.onStep?.(step));
  return { asked, context: { ...context, compute: { ...context.compute, run } } as unknown as AppContext };
}
