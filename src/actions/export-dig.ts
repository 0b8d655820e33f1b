import { today } from '../domain/project/today.ts';
import { digStaleReasons } from '../stores/derived/dig-stale.ts';
import type { Settled } from '../workers/compute-api.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';
import { findDesign } from './find-design.ts';

/** Which file of a design. */
export type DigForm = Studies['dig-file']['question']['form'];

/** Downloads a design as one of its files. Returns the file's name, or why there is none. */
export async function exportDig(
  context: AppContext,
  designId: string,
  form: DigForm,
): Promise<DownloadOutcome> {
  const { project } = context.project.getState();
  const design = findDesign(context, designId);
  if (!design) return { problem: 'This design is not there any more. Choose another.' };
  const stale = digStaleReasons(design, project);
  const remark = stale.length > 0 ? `out of date: ${stale.join('; ')}` : '';
  const madeOn = today();
  const settled = await context.compute.run((api, job, onStep) =>
    api.study(job, 'dig-file', project, { designId, form, madeOn, remark }, onStep),
  );
  const { what, extension, type } = FILES[form];
  return download(settled as Settled<string>, {
    project,
    what: `${design.name.toLowerCase()}${what}`,
    extension,
    type,
  });
}

const CSV = { extension: 'csv', type: 'text/csv;charset=utf-8' };
const GEOJSON = { extension: 'geojson', type: 'application/geo+json' };

const FILES: Readonly<
  Record<DigForm, { readonly what: string; readonly extension: string; readonly type: string }>
> = {
  geojson: { what: '', ...GEOJSON },
  streets: { what: '-streets', ...CSV },
  bill: { what: '-bill-of-quantities', ...CSV },
  pieces: { what: '-pieces', ...CSV },
  premises: { what: '-premises', ...CSV },
  kml: { what: '', extension: 'kml', type: 'application/vnd.google-earth.kml+xml' },
  'open-fibre': { what: '-open-fibre-data', extension: 'json', type: 'application/json' },
  'open-fibre-nodes': { what: '-open-fibre-nodes', ...GEOJSON },
  'open-fibre-spans': { what: '-open-fibre-spans', ...GEOJSON },
};
