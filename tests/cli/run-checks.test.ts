import { expect, it } from 'vitest';
import { checks } from '../../src/cli/checks.mjs';
import { runInTurns } from '../../src/cli/run-checks.mjs';

/** Checks that end when they are told to, and what ran at the same time. */
function observed(names: string[]) {
  const running = new Set<string>();
  const seen: string[] = [];
  return {
    asked: names.map((name) => ({ name, beside: name.startsWith('beside') })),
    seen,
    run: async ({ name }: { name: string }) => {
      running.add(name);
      seen.push([...running].join('+'));
      // The first of a pair takes longest, so that its neighbour's turn passes to the next.
      for (let i = name.endsWith('1') ? 20 : 2; i > 0; i--) await Promise.resolve();
      running.delete(name);
      return `${name} done`;
    },
  };
}

it('neighbours that may stand beside each other run two at a time, the others alone, and answers keep their order', async () => {
  const { asked, seen, run } = observed([
    'alone a',
    'beside 1',
    'beside 2',
    'beside 3',
    'alone b',
    'alone c',
  ]);
  expect(await runInTurns(asked, run)).toEqual(asked.map(({ name }) => `${name} done`));
  expect(seen).toEqual([
    'alone a',
    'beside 1',
    'beside 1+beside 2',
    'beside 1+beside 3',
    'alone b',
    'alone c',
  ]);
});

it('what reads the build comes after it and beside nothing, and so do the tests', () => {
  const names = checks.map(({ name }) => name);
  for (const name of ['size', 'addresses', 'unit', 'stories']) {
    expect(names.indexOf(name), name).toBeGreaterThan(names.indexOf('build'));
    expect(checks.find((check) => check.name === name)?.beside, name).toBeUndefined();
  }
});
