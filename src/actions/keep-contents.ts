import { contentNames } from '../domain/project/content-names.ts';
import { contentsOfWork } from '../domain/project/contents-of-work.ts';
import type { Step } from '../domain/project/step.ts';
import type { Work } from '../domain/project/work.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import { STOPPED_NAME } from '../workers/compute-client.ts';
import type { KeptOne } from '../workers/kept-contents.ts';
import type { AppContext } from './app-context.ts';

export interface KeptWork {
  /** The work given, or without its earliest steps where the store has no room for what only they name. */
  readonly work: Work;
  readonly contents: readonly KeptContentName[];
}

/**
 * Puts the contents that a work names into the store; those in `kept` lie there already, and those that are put are added
 * to it. Throws where the store does not take what the project itself names. Steps of undo whose data another tab let go of
 * are left out as those for which there is no room.
 */
export async function keepContents(
  context: AppContext,
  work: Work,
  kept: Map<string, string>,
): Promise<KeptWork> {
  const present = contentNames(work.project);
  for (const contentId of present) {
    const one = await keepOne(context, contentId, kept);
    // What the project itself shows is named all the same: its data can be given again.
    if (one) kept.set(contentId, one.hash);
  }
  const given = { work, contents: contentsOfWork(work) };
  let isStopped = false;
  // One by one, so that those that have room are known though another has none.
  for (const contentId of given.contents) {
    if (isStopped) break;
    await keepOne(context, contentId, kept).catch((error: unknown) => {
      isStopped = error instanceof Error && error.name === STOPPED_NAME;
    });
  }
  const fits = (step: Step): boolean => [...contentNames(step.inverse)].every((id) => kept.has(id));
  const { project, done, undone } = work;
  const [fittingDone, fittingUndone] = [lastOf(done, fits), lastOf(undone, fits)];
  const isWhole = fittingDone.length === done.length && fittingUndone.length === undone.length;
  const fitting = isWhole ? work : { project, done: fittingDone, undone: fittingUndone };
  const contents = [...contentsOfWork(fitting)]
    .sort()
    .map((contentId) => ({ contentId, hash: kept.get(contentId) ?? '' }));
  return { work: fitting, contents };
}

async function keepOne(
  context: AppContext,
  contentId: string,
  kept: Map<string, string>,
): Promise<KeptOne | undefined> {
  if (kept.has(contentId)) return undefined;
  const outcome = await context.compute.run((api, job, onStep) => api.keepContents(job, [contentId], onStep));
  if (outcome.state === 'cancelled') throw new Error('Saving was stopped.');
  if (outcome.state === 'failed') throw Object.assign(new Error(outcome.message), { name: outcome.name });
  const [one] = outcome.value;
  if (one && !one.isGone) kept.set(contentId, one.hash);
  return one;
}

/** The last steps in a row that fit: an earlier one cannot be taken back past one that is gone. */
function lastOf(steps: readonly Step[], fits: (step: Step) => boolean): readonly Step[] {
  return steps.slice(steps.findLastIndex((step) => !fits(step)) + 1);
}
