import type { AppContext } from './app-context.ts';

/** Data that was missing lies in the worker again: everything is worked out anew with it. */
export async function contentsFound(context: AppContext, contentIds: readonly string[]): Promise<void> {
  const { project, renew } = context.project.getState();
  const fileNames = project.datasets
    .filter(({ contentId }) => contentIds.includes(contentId))
    .map(({ fileName }) => fileName);
  const lost = new Set((await context.compute.api.lostContents()).map(({ contentId }) => contentId));
  const stillMissing = project.datasets
    .filter(({ contentId }) => lost.has(contentId))
    .map(({ fileName }) => fileName);
  renew();
  context.keep.setState({ link: null, welcome: { kind: 'files-found', fileNames, stillMissing } });
}
