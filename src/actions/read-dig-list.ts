import type { ListedPremises } from '../domain/dig/listed-premises.ts';
import { count } from '../domain/not-spots/headline.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { AppContext } from './app-context.ts';
import { setNextDig } from './set-interventions-view.ts';

/** Reads a list of UPRNs and postcodes as whom the next dig is to reach. Says what it was understood as, or what is wrong. */
export async function readDigList(
  context: AppContext,
  text: string,
): Promise<{ readonly words: string; readonly isFault: boolean }> {
  const { project } = context.project.getState();
  const settled = (await context.compute.run(
    (api, job, onStep) => api.study(job, 'dig-list', project, { text }, onStep),
    {},
  )) as Settled<ListedPremises>;
  if (settled.state !== 'done')
    return { words: settled.state === 'failed' ? settled.message : 'Reading was cancelled.', isFault: true };
  const { ids, unknown, postcodes } = settled.value;
  const lost = unknown.length === 0 ? '' : ` ${lostWords(unknown)}`;
  if (ids.length === 0) return { words: `No premises are named.${lost}`.trim(), isFault: true };
  if (context.view.getState().interventions.next.typed === text) setNextDig(context, { ids });
  const byCode =
    postcodes > 0
      ? `; ${count(postcodes)} of its entries ${postcodes === 1 ? 'is a postcode' : 'are postcodes'}`
      : '';
  return {
    words: `The list names ${count(ids.length)} of the loaded premises${byCode}.${lost}`,
    isFault: false,
  };
}

function lostWords(unknown: readonly string[]): string {
  const shown = unknown
    .slice(0, 3)
    .map((entry) => `“${entry.slice(0, 24)}”`)
    .join(', ');
  const more = unknown.length > 3 ? ` and ${count(unknown.length - 3)} more` : '';
  return `Not in the loaded premises: ${shown}${more}.`;
}
