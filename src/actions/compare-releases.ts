import type { ReleaseComparison } from '../domain/releases/comparison.ts';
import type { ReleaseQuestion } from '../domain/releases/project-releases.ts';
import { markText, markTitle } from '../stores/derived/release-text.ts';
import type { Mark } from '../stores/marks-store.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';
import { clearMarks, showMarks } from './show-marks.ts';

/** Compares two loaded files; changes nothing in the project. */
export function compareReleases(
  context: AppContext,
  question: ReleaseQuestion,
  options: JobOptions,
): Promise<Settled<ReleaseComparison>> {
  const { project } = context.project.getState();
  return context.compute.run(
    (api, job, onStep) => api.compareReleases(job, project, question, onStep),
    options,
  );
}

/** Marks what changed on the map. */
export function showReleaseMarks(context: AppContext, comparison: ReleaseComparison): void {
  const marks = comparison.marks.map((place): Mark => {
    const { lon, lat, outcome } = place;
    const kind = outcome === 'gained' || outcome === 'lost' ? outcome : 'changed';
    return { lon, lat, kind, label: markText(comparison, place) };
  });
  showMarks(context, { owner: OWNER, title: markTitle(comparison), marks });
}

/** Takes the marks of a comparison off the map. */
export function clearReleaseMarks(context: AppContext): void {
  clearMarks(context, OWNER);
}

/** Downloads what changed, thing by thing. Returns the file's name, or why there is none. */
export async function exportReleaseChanges(
  context: AppContext,
  question: ReleaseQuestion & { readonly format: 'csv' | 'geojson' },
  options: JobOptions,
): Promise<{ readonly fileName: string } | { readonly problem: string }> {
  const { project } = context.project.getState();
  const settled = await context.compute.run(
    (api, job, onStep) => api.exportReleaseChanges(job, project, question, onStep),
    options,
  );
  if (settled.state !== 'done')
    return { problem: settled.state === 'failed' ? settled.message : 'The export was cancelled.' };
  const type = question.format === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json';
  const name = `${project.name}-changes${project.fictional ? '-fictional' : ''}.${question.format}`;
  return { fileName: downloadText(settled.value, name.toLowerCase(), type) };
}

const OWNER = 'releases';
