import { describe, expect, it } from 'vitest';
import { addTallies, lastLine, tallyVitest } from '../../src/cli/tally.mjs';

const report = (statuses: string[], fileStatus = 'passed') => ({
  numPassedTests: statuses.filter((status) => status === 'passed').length,
  numPendingTests: statuses.filter((status) => status === 'pending').length,
  numTodoTests: 0,
  testResults: [{ name: 'a', status: fileStatus, assertionResults: statuses.map((status) => ({ status })) }],
});

describe('the last line of npm test', () => {
  it('names what was skipped only when something was', () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(lastLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });

  it('adds all checks up', () => {
    const checks = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 5 },
    ];
    expect(addTallies(checks)).toEqual({ passed: 41, failed: 2, skipped: 5 });
  });
});

describe('the counts of a Vitest run', () => {
  it('are those of its tests', () => {
    expect(tallyVitest(report(['passed', 'passed', 'failed', 'pending'], 'failed'), 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });

  it('hold a failure for a file that could not be loaded', () => {
    expect(tallyVitest(report([], 'failed'), 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('hold a failure when all tests passed but the run did not end well', () => {
    expect(tallyVitest(report(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
