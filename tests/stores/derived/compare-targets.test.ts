import { describe, expect, it } from 'vitest';
import { targetLines } from '../../../src/stores/derived/compare-targets.ts';
import { comparisonOf, countedOf, publishedOf } from '../../builders/comparison.ts';

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('targets in words', () => {
  it('say what is counted, what is published, when it is due and whose aim it is', () => {
    const comparison = comparisonOf({
      counted: [countedOf({ low: 790, high: 810, fromShares: true })],
      published: [publishedOf({ E08999001: 86 })],
    });
    const [first, , fiveG] = targetLines(comparison, '2026-11-27');
    expect(first).toMatchObject({ by: '31 December 2025', time: 'The date passed 10 months ago.' });
    expect(plain(first.counted?.share)).toBe('80.0 % of 1,000 premises (79.0 to 81.0 %), September 2023');
    expect(first.counted?.words).toMatch(
      /^Not reached as of September 2023\. 50 more premises are needed \(between 40 and 60\)\./,
    );
    expect([plain(first.published?.share), first.published?.status]).toEqual([
      '86 % of premises, September 2023',
      'reached',
    ]);
    expect(first.caveats.join(' ')).toContain('no duty of any one authority');
    expect(fiveG).toMatchObject({ counted: null, published: null });
    expect(fiveG.missing).toBe('Nothing is counted: no coverage of 5G is loaded.');
  });

  it('show no verdict of a count that is the published figure again', () => {
    const counted = countedOf({ unit: 'households', fromShares: true });
    const layers = counted.layers.map((layer) => ({ ...layer, contentId: 'published' }));
    const published = [publishedOf({ E08999001: 80 })];
    const [first] = targetLines(comparisonOf({ counted: [{ ...counted, layers }], published }), '2026-11-27');
    expect(first.counted).toBeNull();
    expect(first.published?.words).toBe(
      'Short of it by 5.0 percentage points. Whether it was reached by 31 December 2025 cannot be told from this.',
    );
    expect(first.missing).toContain('made from the authority’s published share (published.csv)');
  });
});
