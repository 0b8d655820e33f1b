import { afterEach, describe, expect, test, vi } from 'vitest';
import { today } from '../../../src/domain/project/today.ts';

describe('today', () => {
  afterEach(() => vi.useRealTimers());

  test('is the day of the clock, which a test can set', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-28T23:59:59.999Z') });
    expect(today()).toBe('2026-02-28');
    vi.setSystemTime(new Date('2026-03-01T00:00:00Z'));
    expect(today()).toBe('2026-03-01');
  });

  test('is told in universal time, whatever the hour is elsewhere', () => {
    expect(today(new Date('2026-07-01T00:30:00+01:00'))).toBe('2026-06-30');
  });
});
