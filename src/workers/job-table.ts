import { isPartMissing, PART_MISSING_MESSAGE, PART_MISSING_NAME } from '../domain/part-missing.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { OnStep, Settled } from './compute-api.ts';

/** Thrown between two steps of a job that was asked to stop. */
class Cancelled extends Error {}

/** Longest a job works before it reports and lets a cancel in; shorter for one that nobody waits for. */
const TURN_MILLISECONDS = 40;
const BACKGROUND_TURN_MILLISECONDS = 10;
/** What a background job leaves to the screen after each turn: the machine may have two cores only. */
const BACKGROUND_REST_MILLISECONDS = 20;
/** How often a background job looks whether the others are done. */
const QUIET_CHECK_MILLISECONDS = 100;

/** Runs jobs of steps in turns, so that each can be stopped between two steps, and settles every one. */
export class JobTable {
  private readonly running = new Map<string, AbortController>();
  /** Jobs somebody waits for; background jobs stand still while there are any. */
  private awaited = 0;

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
    return this.settle(job, (signal) => this.walk(given, onStep, { signal, isBackground: false }));
  }

  /** Runs steps that nobody waits for, in short turns, and only while no other job runs. */
  background<T>(
    job: string,
    given: () => Promise<Generator<WorkStep, T>>,
    onStep: OnStep,
  ): Promise<Settled<T>> {
    const work = (signal: AbortSignal) => this.walk(given, onStep, { signal, isBackground: true });
    return this.settle(job, work, { isBackground: true });
  }

  private async walk<T>(
    given: Generator<WorkStep, T> | (() => Promise<Generator<WorkStep, T>>),
    onStep: OnStep,
    { signal, isBackground }: { readonly signal: AbortSignal; readonly isBackground: boolean },
  ): Promise<T> {
    const turnMilliseconds = isBackground ? BACKGROUND_TURN_MILLISECONDS : TURN_MILLISECONDS;
    if (isBackground) await this.untilQuiet(signal, () => onStep({ what: 'Waiting', fraction: 0 }));
    const steps = typeof given === 'function' ? await given() : given;
    if (signal.aborted) throw new Cancelled();
    let turnBegan = performance.now();
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
      if (performance.now() - turnBegan < turnMilliseconds) continue;
      onStep(next.value);
      await nextTurn();
      if (isBackground) {
        await rest(BACKGROUND_REST_MILLISECONDS);
        await this.untilQuiet(signal, () => onStep(next.value));
      }
      if (signal.aborted) throw new Cancelled();
      turnBegan = performance.now();
    }
  }

  /** Waits while somebody waits for a job, and tells now and then that it is alive. */
  private async untilQuiet(signal: AbortSignal, isAlive: () => void): Promise<void> {
    while (this.awaited > 0 && !signal.aborted) {
      isAlive();
      await rest(QUIET_CHECK_MILLISECONDS);
    }
  }

  /** Runs work that watches an AbortSignal by itself. */
  watching<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<Settled<T>> {
    return this.settle(job, work);
  }

  /**
   * Runs work that nobody waits for: it begins, and goes on past each `quiet`, only while no other job runs. `isAlive` is
   * called now and then while it waits.
   */
  backgroundWatching<T>(
    job: string,
    work: (quiet: () => Promise<void>) => Promise<T>,
    isAlive: () => void,
  ): Promise<Settled<T>> {
    const waiting = (signal: AbortSignal) => async (): Promise<void> => {
      await nextTurn();
      await this.untilQuiet(signal, isAlive);
      signal.throwIfAborted();
    };
    return this.settle(job, (signal) => work(waiting(signal)), { isBackground: true });
  }

  private async settle<T>(
    job: string,
    work: (signal: AbortSignal) => Promise<T>,
    { isBackground } = { isBackground: false },
  ): Promise<Settled<T>> {
    const abort = new AbortController();
    this.running.set(job, abort);
    if (!isBackground) this.awaited++;
    try {
      // A job overtaken before it began never begins.
      await nextTurn();
      if (abort.signal.aborted) return { state: 'cancelled' };
      return { state: 'done', value: await work(abort.signal) };
    } catch (error) {
      return error instanceof Cancelled || abort.signal.aborted ? { state: 'cancelled' } : failed(error);
    } finally {
      this.running.delete(job);
      if (!isBackground) this.awaited--;
    }
  }
}

function failed(error: unknown): Settled<never> {
  if (isPartMissing(error))
    return { state: 'failed', name: PART_MISSING_NAME, message: PART_MISSING_MESSAGE, place: null };
  if (!(error instanceof Error))
    return { state: 'failed', name: 'Error', message: String(error), place: null };
  const place = 'place' in error && typeof error.place === 'number' ? error.place : null;
  return { state: 'failed', name: error.name, message: error.message, place };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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
