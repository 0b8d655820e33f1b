import type { LayerRecord } from '../coverage/layer.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { isAreaDataset } from '../project/answer-layer.ts';
import type { Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { idKey } from '../tables/id-key.ts';
import { columnNamed } from '../tables/source-table.ts';
import { cellText } from '../tables/text-column.ts';
import { makeVerdict } from './make-verdict.ts';
import type { Verdict } from './verdict.ts';
import { whyNotKnown } from './why-not-known.ts';

/** What is asked about: rows of the premises, and what they are called together where they are several. */
export interface VerdictRequest {
  readonly rows: readonly number[];
  readonly title: string | null;
}

/** The verdict on rows of a project's premises; null where it has none such. Yields while data is still being worked out. */
export function* verdictOfProject(
  workbench: Workbench,
  project: Project,
  analysis: Analysis | null,
  { rows, title }: VerdictRequest,
): Generator<WorkStep, Verdict | null> {
  const prepared = yield* workbench.prepare(project);
  if (!prepared) return null;
  const { premises } = prepared;
  return makeVerdict(
    {
      project,
      prepared,
      analysis: analysis?.rows === premises.count ? analysis : null,
      whyNotKnown: (layer, row) =>
        whyNotKnown(layer, row, {
          project,
          premises,
          way: prepared.ways.get(layer.id),
          table: (contentId) => workbench.table(contentId),
        }),
      areaName: (layer, code) => areaNameIn(workbench, project, layer, code),
    },
    rows,
    title,
  );
}

/** The name of an area: as the layer's own file has it, else as any loaded area file; else its code. */
function areaNameIn(workbench: Workbench, project: Project, layer: LayerRecord, code: string): string {
  const dataset = project.datasets.find((one) => one.contentId === layer.contentId);
  const roles = dataset?.roles ?? {};
  const wanted = idKey(code);
  const table = workbench.table(layer.contentId);
  const codes = columnNamed(table.columns, roles.code ?? roles.id ?? '');
  const names = columnNamed(table.columns, roles.name ?? '');
  for (let row = 0; codes && names && row < table.rows; row++)
    if (idKey(cellText(codes, row)) === wanted) return cellText(names, row).trim() || code;
  for (const one of project.datasets.filter(isAreaDataset)) {
    const areas = workbench.areasOf(one);
    const at = areas.codes.findIndex((known) => idKey(known) === wanted);
    if (at >= 0) return areas.names[at];
  }
  return code;
}
