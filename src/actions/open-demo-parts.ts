import { DEMO_HEIGHTS_KILOBYTES } from '../datasets/demo-heights.ts';
import { DEMO_STREETS_KILOBYTES } from '../datasets/demo-streets.ts';
import type { Role } from '../domain/project/role.ts';
import type { AppContext } from './app-context.ts';
import { openDemoHeights } from './open-demo-heights.ts';
import { openDemoStreets } from './open-demo-streets.ts';

/** What `openDemoParts` fetches, to be shown before it does. */
export const DEMO_PARTS_WORDS = `Heights, council assets and roofs, streets, fibre points, and what stands in the way in the demo borough: ${DEMO_HEIGHTS_KILOBYTES + DEMO_STREETS_KILOBYTES} kB from this site. All of it is fictional.`;

/** Fetches what a duel needs of the demo borough and is not there, and adds it to the project, each part as `joinDemoPack` does. */
export async function openDemoParts(
  context: AppContext,
  baseUrl: string,
  signal?: AbortSignal,
): Promise<void> {
  const lacks = (wanted: Role): boolean =>
    context.project.getState().project.datasets.every(({ role }) => role !== wanted);
  if (lacks('heights')) await openDemoHeights(context, baseUrl, signal);
  if (lacks('streets')) await openDemoStreets(context, baseUrl, signal);
}
