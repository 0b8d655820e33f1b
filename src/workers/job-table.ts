import type { WorkStep } from '../domain/project/work-step.ts';
import type { OnStep, Settled } from './compute-api.ts';

/** Thrown between two steps of a job that was asked to stop. */
class Cancelled extends Error {}

/** Longest a job works before it reports and lets a cancel in. */
const TURN_MILLISECONDS = 40;

/** Runs jobs of steps in turns, so that each can be stopped between two steps, and settles every one. */
export class JobTable {
  private readonly running = new Map<string, AbortController>();

  /** Asks a job to stop; one that has ended is left alone. */
  cancel(job: string): void {
    this.running.get(job)?.abort();
  }

  /** Runs a generator of steps; a function makes ready what they need, and brings them. */
  steps<T>(
    job: string,
    given: Generator<WorkStep, T> | (() => Promise<Generator<WorkStep, T>>),
    onStep: OnStep,
  ): Promise<Settled<T>> {
    return this.settle(job, async (signal) => {
      const steps = typeof given === 'function' ? await given() : given;
      if (signal.aborted) throw new Cancelled();
      let turnBegan = performance.now();
      for (;;) {
        const next = steps.next();
        if (next.done) return next.value;
        if (performance.now() - turnBegan < TURN_MILLISECONDS) continue;
        onStep(next.value);
        await nextTurn();
        if (signal.aborted) throw new Cancelled();
        turnBegan = performance.now();
      }
    });
  }

  /** Runs work that watches an AbortSignal by itself. */
  watching<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<Settled<T>> {
    return this.settle(job, work);
  }

  private async settle<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<Settled<T>> {
    const abort = new AbortController();
    this.running.set(job, abort);
    try {
      // A job overtaken before it began never begins.
      await nextTurn();
      if (abort.signal.aborted) return { state: 'cancelled' };
      return { state: 'done', value: await work(abort.signal) };
    } catch (error) {
      return error instanceof Cancelled || abort.signal.aborted ? { state: 'cancelled' } : failed(error);
    } finally {
      this.running.delete(job);
    }
  }
}

function failed(error: unknown): Settled<never> {
  if (!(error instanceof Error))
    return { state: 'failed', name: 'Error', message: String(error), place: null };
  const place = 'place' in error && typeof error.place === 'number' ? error.place : null;
  return { state: 'failed', name: error.name, message: error.message, place };
}

/** Lets messages that wait be handled. A message to oneself is not slowed down as timers are. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
