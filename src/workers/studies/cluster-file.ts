import type { ClusterQuestion } from '../../domain/clusters/cluster-question.ts';
import { clustersOfProject, namesClusters } from '../../domain/clusters/clusters-of-project.ts';
import { provenanceOf, sourceLine, withRemark } from '../../domain/not-spots/provenance.ts';
import { confidentialPremises, shareable } from '../../domain/not-spots/shareable.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { clusterPremisesFile, clustersFile } from '../../formats/clusters-file.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which file: of all clusters, or of the premises of one. */
export interface ClusterFileQuestion extends ClusterQuestion {
  readonly format: 'csv' | 'geojson';
  /** null: all clusters. */
  readonly clusterId: string | null;
  /** ISO date on which the file is made. */
  readonly countedOn: string;
}

/**
 * Clusters as a file, worked out anew. Confidential layers are left out and said to be; confidential streets name nothing
 * and a confidential need weighs nothing. Where the premises are confidential nothing leaves: throws RangeError in words,
 * as for a cluster that there is not.
 */
export function* study(
  { workbench, fingerprints }: Pick<StudyBench, 'workbench' | 'fingerprints'>,
  project: Project,
  { format, clusterId, countedOn, ...question }: ClusterFileQuestion,
): Generator<WorkStep, string> {
  const held = confidentialPremises(project);
  if (held) throw new RangeError(held);
  const { open, remark } = withoutConfidentialWords(project);
  const { clusters, prepared, analysis } = yield* clustersOfProject(workbench, open, question);
  yield { what: 'Writing the file', fraction: 1 };
  const shown = shareable(analysis, open);
  const told = withRemark(withRemark(provenanceOf(analysis, shown.project, countedOn), shown.remark), remark);
  const streets = clusters.namedByPlace.includes(true)
    ? open.datasets.filter(({ role }) => namesClusters(role)).map(({ source }) => sourceLine(source))
    : [];
  const provenance = {
    ...told,
    sources: [told.sources, ...streets].filter(Boolean).join('; '),
    fingerprints,
  };
  const layers = project.layers.filter((layer) => layer.confidential);
  const file = { clusters, provenance, format, hiddenLayers: layers };
  if (clusterId === null) return clustersFile(file);
  const cluster = clusters.ids.indexOf(clusterId);
  if (cluster < 0) throw new RangeError('This cluster is no longer there: the count has changed.');
  return clusterPremisesFile({ ...file, cluster, prepared, rowState: analysis.rowState });
}

/** The project without what would name or weigh clusters though it is confidential, and what is said of it. */
function withoutConfidentialWords(project: Project): { readonly open: Project; readonly remark: string } {
  const { need, ...rest } = project;
  const datasets = project.datasets.filter(({ role, confidential }) => !namesClusters(role) || !confidential);
  const heldNeed = project.datasets.some(
    ({ contentId, confidential }) => confidential && contentId === need?.contentId,
  );
  const heldStreets = datasets.length < project.datasets.length;
  const remark = [
    heldStreets ? 'confidential streets and places name no cluster here' : '',
    heldNeed ? 'left out as confidential: weights by need' : '',
  ].filter(Boolean);
  const open = need && !heldNeed ? { ...rest, need, datasets } : { ...rest, datasets };
  return { open, remark: remark.join('; ') };
}
