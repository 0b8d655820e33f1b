import { expect, it } from 'vitest';
import { lessWords } from '../../../src/stores/derived/ledger-view.ts';

const saved = (mid: number, above: readonly string[] = [], below: readonly string[] = []) => ({
  ...{ low: mid, mid, high: mid },
  ...(above.length + below.length > 0 ? { lacks: { above, below } } : {}),
});

it('says of what a decision saves that it is at least, or at most, that where an owner’s price is not known', () => {
  expect(lessWords(saved(10_000))).toBe('£100 less');
  expect(lessWords(saved(10_000, ['mews']))).toBe('at least £100 less');
  expect(lessWords(saved(10_000, [], ['mews']))).toBe('at most £100 less');
  expect(lessWords(saved(-10_000, ['mews']))).toBe('at most £100 more');
  expect(lessWords(saved(-10_000, [], ['mews']))).toBe('at least £100 more');
  expect(lessWords(saved(10_000, ['mews'], ['lane']))).toBe('£100 less, in part not known');
  expect(lessWords(saved(0, [], ['mews']))).toBe('not known');
  expect(lessWords(saved(0))).toBe('the same');
});
