import type { Settled } from '../workers/compute-api.ts';
import type { ShareDraft, ShareQuestion } from '../workers/share-links.ts';
import type { AppContext } from './app-context.ts';

/** A draft of what is shared; `address` is the whole link, as it is sent. */
export interface ShareOffer extends ShareDraft {
  readonly url: string | null;
}

/** Makes a link to the work as it is now, or lists what a file for others would hold. */
export async function shareWork(
  context: AppContext,
  { way, withRows, signal }: Pick<ShareQuestion, 'way' | 'withRows'> & { readonly signal?: AbortSignal },
): Promise<Settled<ShareOffer>> {
  const { project } = context.project.getState();
  const address = location.hash || '#/';
  const outcome = await context.compute.run(
    (api, job, onStep) => api.draftShare(job, project, { way, withRows, address }, onStep),
    { signal },
  );
  if (outcome.state !== 'done') return outcome;
  const { link } = outcome.value;
  const url = link === null ? null : `${location.origin}${location.pathname}${link}`;
  return { state: 'done', value: { ...outcome.value, url } };
}

/** Puts a text on the clipboard; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
