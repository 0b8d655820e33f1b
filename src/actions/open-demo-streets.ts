import { DEMO_STREETS_KILOBYTES, fetchDemoStreets } from '../datasets/demo-streets.ts';
import { withDemoStreets } from '../domain/project/with-demo-streets.ts';
import type { AppContext } from './app-context.ts';
import { joinDemoPack } from './join-demo-pack.ts';

/** What `openDemoStreets` fetches, to be shown before it does. */
export const DEMO_STREETS_WORDS = `Streets, fibre points, ducts and poles, and what restricts works in the demo borough: ${DEMO_STREETS_KILOBYTES} kB from this site. All of it is fictional.`;

/** Fetches what digging needs of the demo borough and adds it to the project, as `joinDemoPack` does. */
export function openDemoStreets(context: AppContext, baseUrl: string, signal?: AbortSignal): Promise<void> {
  return joinDemoPack(
    context,
    {
      fetchPack: fetchDemoStreets,
      label: 'Added the demo’s streets',
      join: withDemoStreets,
      misfit:
        'These streets are the demo borough’s and do not fit your files. Load streets of your area, such as OS Open Roads.',
    },
    baseUrl,
    signal,
  );
}
