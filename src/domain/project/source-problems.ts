import type { Source } from './figure.ts';
import { isoDateProblem } from './iso-date.ts';

/** What may be wrong with a source as written, by field. */
export type SourceProblems = Partial<Record<keyof Source, string>>;

/** What is wrong with a source that a person wrote; empty where nothing is. */
export function sourceProblems(source: Source): SourceProblems {
  const problems: SourceProblems = {};
  const date = isoDateProblem(source.date ?? '');
  if (date) problems.date = date;
  if (source.title.trim() === '') problems.title = 'Give it a title: exports name their sources by it.';
  if (source.url && !/^https?:\/\/[^\s/]+/i.test(source.url))
    problems.url = 'Write the whole web address, starting with https://';
  return problems;
}
