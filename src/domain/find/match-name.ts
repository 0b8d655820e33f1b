/** How well a name answers a query, best first; null: not at all. */
export type NameRank = 'exact' | 'start' | 'word-start';

/**
 * Compares two folded texts: the same, the name starts with the query, or every word of the query starts some word of
 * the name ("north" finds "thrusselmere north").
 */
export function matchName(name: string, query: string): NameRank | null {
  if (query === '') return null;
  if (name === query) return 'exact';
  if (name.startsWith(query)) return 'start';
  const words = name.split(' ');
  const all = query.split(' ').every((part) => words.some((word) => word.startsWith(part)));
  return all ? 'word-start' : null;
}

/** Order of ranks, the best first. */
export const NAME_RANKS: readonly NameRank[] = ['exact', 'start', 'word-start'];
