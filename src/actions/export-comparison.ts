import { provenanceOf, withFingerprints, withRemark } from '../domain/not-spots/provenance.ts';
import { shareable } from '../domain/not-spots/shareable.ts';
import { compareRows } from '../stores/derived/compare-rows.ts';
import { compareMeasures } from '../stores/derived/compare-wards.ts';
import type { AppContext } from './app-context.ts';
import { comparisonAsked } from './compare-areas.ts';
import { type DownloadOutcome, download } from './download.ts';
import { fingerprintsOf } from './fingerprints-of.ts';
import { isAnswered } from './run-study.ts';

/**
 * Downloads the comparison on show as CSV with definition, sources and dates; none while what is shown is of an earlier
 * count or question. `asOf` is today's ISO day.
 */
export async function exportComparison(context: AppContext, asOf: string): Promise<DownloadOutcome> {
  const { project, version } = context.project.getState();
  const { analysis, countedVersion, status } = context.analysis.getState();
  const { answer } = context.studies.comparison.getState();
  if (!analysis || !answer) return { problem: 'Nothing is compared yet.' };
  const isCounted = status === 'ready' && countedVersion === version;
  if (!isCounted || !isAnswered(context, 'comparison', comparisonAsked(context)))
    return { problem: 'Being compared anew. Try again when it is done.' };
  const measures = compareMeasures(analysis, project.layers);
  const { measure } = context.view.getState().compare;
  const { comparisonCsv } = await import('../formats/comparison-csv.ts');
  const safe = shareable(analysis, project);
  const withheld = new Set(
    [...project.datasets, ...project.layers]
      .filter(({ confidential }) => confidential)
      .map(({ contentId }) => contentId),
  );
  const rows = compareRows({
    comparison: answer,
    analysis,
    measure: measures.find(({ key }) => key === measure) ?? measures[0],
    layers: project.layers,
    asOf,
    withheld,
  });
  const counted = provenanceOf(safe.analysis, safe.project, asOf);
  const provenance = withFingerprints(counted, await fingerprintsOf(context, project));
  const text = comparisonCsv(rows, safe.remark === '' ? provenance : withRemark(provenance, safe.remark));
  return download(
    { state: 'done', value: text },
    { project, what: 'comparison', extension: 'csv', type: 'text/csv;charset=utf-8' },
  );
}
