import type { FileIssue, IssueCode, IssueOutcome } from './file-report.ts';

/** Most examples kept of one kind of trouble. */
const MAX_EXAMPLES = 5;

/** Counts troubles while a reader works, one line per code and outcome, and keeps the first few places. */
export class IssueCollector {
  private readonly found = new Map<string, Tally>();

  /** Notes `count` more cases. `places` are only kept while there is room: pass ready text or a function for costly ones. */
  add(code: IssueCode, outcome: IssueOutcome, place: string | (() => string) | null, count = 1): void {
    const key = `${code} ${outcome}`;
    let tally = this.found.get(key);
    if (!tally) {
      tally = { code, outcome, count: 0, examples: [] };
      this.found.set(key, tally);
    }
    tally.count += count;
    if (place !== null && tally.examples.length < MAX_EXAMPLES)
      tally.examples.push(typeof place === 'string' ? place : place());
  }

  count(code: IssueCode, outcome: IssueOutcome): number {
    return this.found.get(`${code} ${outcome}`)?.count ?? 0;
  }

  /** The issues in the order first met. `message` builds the sentence of each. */
  issues(message: (code: IssueCode, outcome: IssueOutcome, count: number) => string): FileIssue[] {
    return [...this.found.values()].map((tally) => ({
      code: tally.code,
      outcome: tally.outcome,
      message: message(tally.code, tally.outcome, tally.count),
      count: tally.count,
      examples: tally.examples,
    }));
  }
}

/** "1 row", "2 rows": a count with its noun, grouped by thousands. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${COUNTS.format(count)} ${count === 1 ? noun : plural}`;
}

const COUNTS = new Intl.NumberFormat('en-GB');

interface Tally {
  readonly code: IssueCode;
  readonly outcome: IssueOutcome;
  count: number;
  readonly examples: string[];
}
