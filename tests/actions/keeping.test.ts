import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginKeeping, endKeeping, keepingCommands } from '../builders/keeping-model.ts';
// Replaces the browser's globals: see tests/builders/fake-browser.ts.
import '../builders/fake-browser.ts';

describe('work that is kept', () => {
  it('is never lost, whatever a person and the world do: 200 runs of 40 steps', {
    timeout: 120_000,
  }, async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(...keepingCommands), { minLength: 40, maxLength: 40 }),
        async (commands) => {
          const { model, real } = await beginKeeping();
          try {
            await fc.asyncModelRun(() => ({ model, real }), commands);
            await endKeeping(model, real);
            steps += 1;
          } finally {
            real.browser.end();
          }
        },
      ),
      { numRuns: 200, seed: Number(process.env.KEEPING_SEED ?? SEED) },
    );
    expect(steps).toBe(200);
  });
});

const SEED = 20_261_127;
