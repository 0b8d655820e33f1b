import type { Source } from '../../domain/project/figure.ts';
import { type SourceProblems, sourceProblems } from '../../domain/project/source-problems.ts';

/** A source as it is being written for one figure. */
export interface SourceDraft {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly licence: string | null;
}

/** A source as its form starts; empty for none. */
export function sourceDraft(source: Source | null): SourceDraft {
  return {
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    date: source?.date ?? '',
    url: source?.url ?? '',
    licence: source?.licence ?? null,
  };
}

/** The source that a draft says; null with the problems where it says none yet. Nothing written is no problem. */
export function readSourceDraft(draft: SourceDraft): {
  readonly source: Source | null;
  readonly problems: SourceProblems;
} {
  const told = (text: string): string | null => text.trim() || null;
  if ([draft.title, draft.publisher, draft.date, draft.url].every((text) => told(text) === null))
    return { source: null, problems: {} };
  const source = {
    title: draft.title.trim(),
    publisher: told(draft.publisher),
    date: told(draft.date),
    licence: draft.licence,
    url: told(draft.url),
  };
  const problems = sourceProblems(source);
  return Object.keys(problems).length > 0 ? { source: null, problems } : { source, problems: {} };
}
