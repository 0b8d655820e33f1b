import type { NetworkFinding } from './network-report.ts';

/** Counts what is found while streets become a network, and keeps the first few names of each kind. */
export class FoundThings {
  private readonly tallies = new Map<NetworkFinding['code'], { count: number; examples: string[] }>();

  add(code: NetworkFinding['code'], example?: string | (() => string)): void {
    let tally = this.tallies.get(code);
    if (!tally) {
      tally = { count: 0, examples: [] };
      this.tallies.set(code, tally);
    }
    tally.count++;
    if (example === undefined || tally.examples.length >= MOST_EXAMPLES) return;
    const text = typeof example === 'string' ? example : example();
    if (!tally.examples.includes(text)) tally.examples.push(text);
  }

  count(code: NetworkFinding['code']): number {
    return this.tallies.get(code)?.count ?? 0;
  }

  /** In the order of their codes; `words` makes the sentence of each. */
  findings(words: Readonly<Record<NetworkFinding['code'], (count: number) => string>>): NetworkFinding[] {
    return (Object.keys(words) as NetworkFinding['code'][]).flatMap((code) => {
      const tally = this.tallies.get(code);
      return tally ? [{ code, text: words[code](tally.count), ...tally }] : [];
    });
  }
}

const MOST_EXAMPLES = 5;
