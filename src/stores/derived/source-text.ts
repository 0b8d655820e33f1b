import type { Source } from '../../domain/project/figure.ts';

/** One source in a line; `url` only where it is a link that may be followed. */
export interface SourceText {
  readonly title: string;
  /** "Ofcom, 2025-07, Open Government Licence" */
  readonly details: string;
  readonly url: string | null;
}

/** A source's title and what is known of it. Absent parts are said to be not known, never left out. */
export function sourceText(source: Source): SourceText {
  const date = source.date ?? 'date not known';
  const details = [
    source.publisher ?? 'publisher not known',
    date,
    source.licence ?? 'licence not known',
  ].join(', ');
  return {
    title: source.title,
    details,
    url: source.url && /^https?:\/\//i.test(source.url) ? source.url : null,
  };
}
