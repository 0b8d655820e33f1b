import type { Source } from '../domain/project/figure.ts';
import { type Content, element } from './page-html.ts';
import { ASSUMED } from './page-numbers.ts';

/** The sources of a page, each with the number by which its tables name it. */
export interface SourceNotes {
  /** "[3]", which leads to the list; what has no source is said to be assumed. A source has one number wherever it is named. */
  readonly cite: (source: Source | null) => Content;
  /** All that were named so far, by number from 1. */
  readonly listed: () => readonly Source[];
}

/** Numbers for sources: first those of the files, then the others as tables name them. The same page gives the same numbers. */
export function sourceNotes(files: readonly Source[]): SourceNotes {
  const numbers = new Map<string, number>();
  const listed: Source[] = [];
  const numberOf = (source: Source): number => {
    const key = JSON.stringify(source);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    listed.push(source);
    numbers.set(key, listed.length);
    return listed.length;
  };
  for (const file of files) numberOf(file);
  return {
    cite: (source) => {
      if (!source) return ASSUMED;
      const number = numberOf(source);
      return element('a', { class: 'cite', href: `#source-${number}` }, `[${number}]`);
    },
    listed: () => listed,
  };
}
