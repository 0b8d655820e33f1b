import { isWorthKeeping as isWorkWorthKeeping } from '../stores/derived/is-worth-keeping.ts';
import type { AppContext } from './app-context.ts';

/** Whether the work on show is one that somebody did or opened here, unlike the demo borough as it comes. */
export function isWorthKeeping(context: AppContext): boolean {
  return isWorkWorthKeeping(context.project.getState());
}
