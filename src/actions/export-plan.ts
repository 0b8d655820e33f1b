import { today } from '../domain/project/today.ts';
import { selectionWords } from '../stores/derived/dig-asked-text.ts';
import { heldAsOutOfDate } from '../stores/derived/held-as-out-of-date.ts';
import { isPlanStale } from '../stores/derived/plan-stale.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';
import { findPlan } from './find-plan.ts';

/** Which file of a plan. */
export type PlanForm = Studies['plan-file']['question']['form'];

/** Downloads a plan as one of its files. Returns the file's name, or why there is none. */
export async function exportPlan(
  context: AppContext,
  planId: string,
  form: PlanForm,
): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const plan = findPlan(context, planId);
  if (!plan) return { problem: 'This plan is not there any more. Choose another.' };
  const problem = heldAsOutOfDate(form, plan, project);
  if (problem !== null) return { problem };
  const remark = isPlanStale(plan, project)
    ? 'out of date: what the plan is made of has changed since it was worked out'
    : '';
  const madeOn = today();
  const askedFor = askedForWords(context, plan.question.selection);
  const settled = await context.compute.run((api, job, onStep) =>
    api.study(job, 'plan-file', project, { planId, form, madeOn, remark, askedFor }, onStep),
  );
  const { what, extension, type } = FILES[form];
  return download(settled as Settled<string>, {
    project,
    what: `${plan.name.toLowerCase()}${what}`,
    extension,
    type,
  });
}

/** "the premises of Hollowbeck ward", by the names that are on the screen. */
function askedForWords(context: AppContext, selection: Parameters<typeof selectionWords>[0]): string {
  const { analysis } = context.analysis.getState();
  const clusters = context.studies.clusters.getState().answer;
  const words = selectionWords(selection, {
    ward: (code) => analysis?.wardNames[analysis.wardCodes.indexOf(code)],
    cluster: (id) => clusters?.names[clusters.ids.indexOf(id)],
  });
  return `the premises of ${words}`;
}

const CSV = { extension: 'csv', type: 'text/csv;charset=utf-8' };

const FILES: Readonly<
  Record<PlanForm, { readonly what: string; readonly extension: string; readonly type: string }>
> = {
  geojson: { what: '-plan', extension: 'geojson', type: 'application/geo+json' },
  page: { what: '-plan', extension: 'html', type: 'text/html;charset=utf-8' },
  bill: { what: '-bill-of-quantities', ...CSV },
  comparison: { what: '-comparison', ...CSV },
  premises: { what: '-premises', ...CSV },
  hubs: { what: '-hubs', ...CSV },
  links: { what: '-links', ...CSV },
  kml: { what: '-plan', extension: 'kml', type: 'application/vnd.google-earth.kml+xml' },
};
