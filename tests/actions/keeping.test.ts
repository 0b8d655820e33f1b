import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginKeeping, endKeeping, keepingCommands } from '../builders/keeping-model.ts';
// Replaces the browser's globals: see tests/builders/fake-browser.ts.
import '../builders/fake-browser.ts';

const SEED = 20_261_127;

/** Runs that failed before they were mended. A change of the commands makes others of them. */
const FAILED_ONCE = [
  {
    seed: 135,
    path: '198',
    why: 'a copy that the app made within a step was no state that had been on show (the model, not the app)',
  },
  {
    seed: 220,
    path: '52:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:1:2',
    why: 'a copy that waited for room named data of its undo that another tab had let go of meanwhile',
  },
  {
    seed: 319,
    path: '80:1:0:3:2:1:1:1:1:0:0:2:0:1:0:0:1:2:1:0:0:0:0:0:0:0:0:0:0:0:0',
    why: 'a copy was kept without the undo whose data another tab had let go of (the model, not the app)',
  },
];

describe('work that is kept', () => {
  it('is never lost, whatever a person and the world do: 200 runs of 40 steps', {
    timeout: 120_000,
  }, async () => {
    const { property, ended } = keeping();
    await fc.assert(property, { numRuns: 200, seed: Number(process.env.KEEPING_SEED ?? SEED) });
    expect(ended()).toBe(200);
  });

  it.each(FAILED_ONCE)('holds where seed $seed failed once: $why', async ({ seed, path }) => {
    const { property, ended } = keeping();
    await fc.assert(property, { numRuns: 1, seed, path });
    expect(ended()).toBe(1);
  });
});

function keeping() {
  let count = 0;
  const commands = fc.array(fc.oneof(...keepingCommands), { minLength: 40, maxLength: 40 });
  const property = fc.asyncProperty(commands, async (steps) => {
    const { model, real } = await beginKeeping();
    try {
      await fc.asyncModelRun(() => ({ model, real }), steps);
      await endKeeping(model, real);
      count += 1;
    } finally {
      real.browser.end();
    }
  });
  return { property, ended: () => count };
}
