import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { reloadApp } from '../../src/actions/reload-app.ts';

/** Longer than a release is waited for. */
const LONG = 60_000;

let workers: EventTarget & { getRegistration(): Promise<unknown> };
let waiting: { postMessage: ReturnType<typeof vi.fn> } | null;
let reload: ReturnType<typeof vi.fn>;

beforeEach(() => {
  vi.useFakeTimers();
  waiting = { postMessage: vi.fn() };
  workers = Object.assign(new EventTarget(), { getRegistration: async () => ({ waiting }) });
  reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker: workers });
  vi.stubGlobal('location', { reload });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const keeping = (isSaved: boolean): AppContext =>
  ({ keeper: { current: { flush: async () => isSaved } } }) as unknown as AppContext;

const takeOver = async (): Promise<void> => {
  workers.dispatchEvent(new Event('controllerchange'));
  await vi.advanceTimersByTimeAsync(0);
};

test('the release that waits is asked to take over, and the page reloads as soon as it has', async () => {
  const reloading = reloadApp(keeping(true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(waiting?.postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'SKIP_WAITING' });
  expect(reload).not.toHaveBeenCalled();
  await takeOver();
  expect(await reloading).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
  await takeOver();
  await vi.advanceTimersByTimeAsync(LONG);
  expect(reload).toHaveBeenCalledOnce();
});

test('one that takes over late reloads the page once more, if it is still there', async () => {
  const reloading = reloadApp(keeping(true));
  await vi.advanceTimersByTimeAsync(LONG);
  expect(await reloading).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
  await takeOver();
  expect(reload).toHaveBeenCalledTimes(2);
  await takeOver();
  expect(reload).toHaveBeenCalledTimes(2);
});

test('work that could not be saved stays unless its owner says so, and is asked about once', async () => {
  expect(await reloadApp(keeping(false))).toBe(false);
  expect([waiting?.postMessage, reload].map((asked) => asked?.mock.calls.length)).toEqual([0, 0]);
  const reloading = reloadApp(keeping(false), { isForced: true });
  await vi.advanceTimersByTimeAsync(LONG);
  expect(await reloading).toBe(true);
  await takeOver();
  expect(reload).toHaveBeenCalledOnce();
});

test('where no release waits the page reloads at once', async () => {
  waiting = null;
  expect(await reloadApp(keeping(true))).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});
