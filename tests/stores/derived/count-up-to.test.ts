import { expect, it } from 'vitest';
import { countUpTo } from '../../../src/stores/derived/count-up-to.ts';

it('says how many at most where some are only perhaps', () => {
  expect(countUpTo(1307, 1319)).toBe('1,307, up to 1,319');
  expect(countUpTo(0, 0)).toBe('0');
});
