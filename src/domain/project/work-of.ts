import type { Work } from './work.ts';

/** The work alone of what holds more than that, as the project store does. */
export function workOf({ project, done, undone }: Work): Work {
  return { project, done, undone };
}
