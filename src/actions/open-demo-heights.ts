import { DEMO_HEIGHTS_KILOBYTES, fetchDemoHeights } from '../datasets/demo-heights.ts';
import { withDemoHeights } from '../domain/project/with-demo-heights.ts';
import type { AppContext } from './app-context.ts';
import { joinDemoPack } from './join-demo-pack.ts';

/** What `openDemoHeights` fetches, to be shown before it does. */
export const DEMO_HEIGHTS_WORDS = `Ground, trees, council assets and four rooftop sites of the demo borough: ${DEMO_HEIGHTS_KILOBYTES} kB from this site. Its buildings have their heights already.`;

/** Fetches what rooftop radio needs of the demo borough and adds it to the project, as `joinDemoPack` does. */
export function openDemoHeights(context: AppContext, baseUrl: string, signal?: AbortSignal): Promise<void> {
  return joinDemoPack(
    context,
    {
      fetchPack: fetchDemoHeights,
      label: 'Added the demo’s heights',
      join: withDemoHeights,
      misfit: 'These heights are the demo borough’s and do not fit your files. Load heights of your area.',
    },
    baseUrl,
    signal,
  );
}
