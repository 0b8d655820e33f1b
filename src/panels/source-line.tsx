import type { SourceText } from '../stores/derived/source-text.ts';

/** A source with its publisher, date and licence; a link where the file gave one. */
export function SourceLine({ source }: { readonly source: SourceText }) {
  return (
    <span className="source anywhere">
      {source.url ? (
        <a href={source.url} rel="noreferrer noopener" target="_blank">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      <span className="soft">, {source.details}</span>
    </span>
  );
}
