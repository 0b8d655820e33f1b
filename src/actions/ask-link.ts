import type { OneLinkQuestion } from '../domain/radio/one-link.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Judges a link over the project's heights, unless that is done; another link ends the one under way. */
export function askLink(context: AppContext, question: OneLinkQuestion): Promise<void> {
  return runStudy(context, 'link', question);
}
