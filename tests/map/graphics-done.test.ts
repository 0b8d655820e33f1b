import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphicsDone } from '../../src/map/graphics-done.ts';

const SIGNALED = 0x9119;

/** Graphics whose fences come back after so many milliseconds each, the last of them for ever; null: the context is lost. */
function graphicsOf(...latencies: (number | null)[]) {
  const fences = new Map<object, number>();
  let set = 0;
  let isLost = false;
  return {
    fencesSet: () => set,
    fencesKept: () => fences.size,
    lose: () => {
      isLost = true;
    },
    gl: {
      SIGNALED,
      fenceSync: () => {
        const latency = latencies[Math.min(set++, latencies.length - 1)];
        if (latency === null) return null;
        const fence = {};
        fences.set(fence, performance.now() + latency);
        return fence;
      },
      flush: () => undefined,
      isContextLost: () => isLost,
      getSyncParameter: (fence: object) =>
        performance.now() >= (fences.get(fence) ?? Infinity) ? SIGNALED : 0,
      deleteSync: (fence: object) => fences.delete(fence),
    } as unknown as WebGL2RenderingContext,
  };
}

describe('graphicsDone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call, 16));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function timeOf(gl: WebGL2RenderingContext): Promise<number> {
    const began = performance.now();
    let took = -1;
    void graphicsDone(gl).then(() => {
      took = performance.now() - began;
    });
    await vi.advanceTimersByTimeAsync(10_000);
    return took;
  }

  it('waits for a fence that comes back at once, and leaves none behind', async () => {
    const { gl, fencesSet, fencesKept } = graphicsOf(300, 120, 5);
    expect(await timeOf(gl)).toBeGreaterThanOrEqual(300 + 120 + 5);
    expect([fencesSet(), fencesKept()]).toEqual([3, 0]);
  });

  it('takes three frames at most where the graphics have nothing to do', async () => {
    const { gl, fencesSet } = graphicsOf(0);
    expect(await timeOf(gl)).toBeLessThanOrEqual(48);
    expect(fencesSet()).toBe(1);
  });

  it('ends with graphics that never answer, and with a context that is lost', async () => {
    const never = graphicsOf(Infinity);
    expect(await timeOf(never.gl)).toBeLessThan(2_100);
    expect(never.fencesKept()).toBe(0);
    expect(await timeOf(graphicsOf(null).gl)).toBeLessThan(100);
    const lost = graphicsOf(Infinity);
    setTimeout(lost.lose, 300);
    expect(await timeOf(lost.gl)).toBeLessThan(400);
  });

  it('ends on a page that is not on show, which has no frames', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    expect(await timeOf(graphicsOf(0).gl)).toBeLessThanOrEqual(150);
  });
});
