import { provenanceOf, sourceLine, withRemark } from '../../domain/not-spots/provenance.ts';
import { confidentialPremises, shareable } from '../../domain/not-spots/shareable.ts';
import { heldConfidential } from '../../domain/project/held-confidential.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { ReachQuestion } from '../../domain/radio/reach-answer.ts';
import { reachFile } from '../../formats/reach-file.ts';
import { countInForce } from '../count-in-force.ts';
import type { StudyBench } from '../study-bench.ts';
import { study as reachStudy } from './reach.ts';

/** Which file of the premises in reach. */
export interface ReachFileQuestion extends ReachQuestion {
  readonly format: 'csv' | 'geojson';
  /** ISO date on which the file is made. */
  readonly countedOn: string;
}

/**
 * The premises in reach of a roof as a file, worked out anew. Where the premises are confidential, or what the heights are
 * made of is, nothing leaves: throws RangeError in words; else as the study of a reach.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest' | 'fingerprints'>,
  project: Project,
  { format, countedOn, ...question }: ReachFileQuestion,
): Generator<WorkStep, string> {
  const held = confidentialPremises(project) ?? confidentialHeights(project);
  if (held) throw new RangeError(held);
  const reach = yield* reachStudy(bench, project, question);
  const prepared = yield* bench.workbench.prepare(project);
  const device = project.devices.find(({ id }) => id === project.radio?.deviceId);
  if (!prepared || !device || !project.radio)
    throw new RangeError('No premises are loaded, so there are none in reach. Load some on the Data page.');
  const analysis = project.layers.length > 0 ? yield* countInForce(bench, project, prepared) : null;
  yield { what: 'Writing the file', fraction: 1 };
  const shown = analysis && shareable(analysis, project);
  const open = project.datasets.filter(({ confidential }) => !confidential);
  const told = shown
    ? withRemark(provenanceOf(shown.analysis, shown.project, countedOn), shown.remark)
    : {
        definition: '',
        sources: open.map(({ source }) => sourceLine(source)).join('; '),
        countedOn,
        remark: project.fictional ? 'fictional' : '',
      };
  const heights = open.filter(({ role }) => isHeights(role)).map(({ source }) => sourceLine(source));
  const sources = [...new Set([told.sources, ...heights])].filter(Boolean).join('; ');
  return reachFile({
    reach,
    premises: prepared.premises,
    device,
    radio: project.radio,
    format,
    provenance: { ...told, sources, fingerprints: bench.fingerprints },
  });
}

/** Why what the heights are made of may not leave, in words; null where it may. */
function confidentialHeights(project: Project): string | null {
  const held = project.datasets.find(({ role, confidential }) => confidential && isHeights(role));
  return heldConfidential(held, 'what is seen over it is not exported');
}

function isHeights(role: Project['datasets'][number]['role']): boolean {
  return role === 'heights' || role === 'buildings' || role === 'trees';
}
