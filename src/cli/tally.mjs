/**
 * Counts of checks and tests.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * The last line of `npm test`: `N passed, N failed`, and `, N skipped` when any was.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { name: string, status: string, assertionResults: { status: string }[] }[] }} VitestReport
 */

/**
 * The counts of a Vitest run. A file that failed outside its tests, or a run that ended badly with every test
 * passing, counts as one failure.
 * @param {VitestReport | undefined} report the JSON reporter's output; nothing when it was never written
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  let failed = 0;
  for (const file of report.testResults) {
    const inFile = file.assertionResults.filter(({ status }) => status === 'failed').length;
    failed += inFile || (file.status === 'failed' ? 1 : 0);
  }
  return {
    passed: report.numPassedTests,
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
