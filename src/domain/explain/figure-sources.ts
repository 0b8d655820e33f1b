import { capitalised } from '../capitalised.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { datasetInRole, type Project } from '../project/project.ts';
import type { FigureSource } from './explanation.ts';

/** The premises, the wards and the layers behind a number; with a count at hand, how each layer's rows met the premises. */
export function figureSources(
  project: Project,
  layers: readonly LayerRecord[],
  analysis: Pick<Analysis, 'joins' | 'unit'> | null,
): FigureSource[] {
  const wards = datasetInRole(project, 'wards');
  const premises = datasetInRole(project, 'premises');
  const unit = analysis?.unit ?? 'premises';
  return [
    ...(premises ? [{ gave: capitalised(unit), source: premises.source, joined: null }] : []),
    ...(wards ? [{ gave: 'Wards', source: wards.source, joined: null }] : []),
    ...layers.map(({ id, name, source }): FigureSource => {
      const join = analysis?.joins.find(({ layerId }) => layerId === id);
      return {
        gave: name,
        source,
        joined: join ? { by: join.by, matched: join.matched, unmatched: join.unmatched } : null,
      };
    }),
  ];
}
