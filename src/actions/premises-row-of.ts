import { count, unitWord } from '../domain/not-spots/headline.ts';
import { datasetInRole } from '../domain/project/project.ts';
import type { PremisesRow } from '../workers/compute-api.ts';
import type { AppContext } from './app-context.ts';

/** One premises row in words. */
export interface PremisesRowText {
  readonly title: string;
  /** Ward and coordinates. */
  readonly place: string;
  readonly answers: readonly {
    readonly layerId: string;
    readonly layer: string;
    readonly words: string;
    readonly known: boolean;
  }[];
  readonly cells: PremisesRow['cells'];
}

/** Asks the worker for one premises row; null where it is gone. */
export async function premisesRowOf(context: AppContext, row: number): Promise<PremisesRowText | null> {
  const { project } = context.project.getState();
  const { analysis } = context.analysis.getState();
  const found = await context.compute.api.premisesRow(project, row);
  if (!found) return null;
  const unit = datasetInRole(project, 'premises')?.unit ?? 'premises';
  const ward = found.wardCode === null ? -1 : (analysis?.wardCodes.indexOf(found.wardCode) ?? -1);
  const wardName = analysis?.wardNames[ward] ?? found.wardCode ?? 'outside every ward';
  const units = found.units === 1 ? '' : `, ${count(found.units)} ${unitWord(unit, found.units)}`;
  return {
    title: found.id,
    place: `${wardName}${units}, ${found.lat.toFixed(5)}, ${found.lon.toFixed(5)}`,
    answers: found.answers.map(({ layerId, answer }) => ({
      layerId,
      layer: project.layers.find((layer) => layer.id === layerId)?.name ?? layerId,
      words: typeof answer === 'number' ? `${answer.toFixed(1)} % of its area covered` : answer,
      known: answer !== 'not known',
    })),
    cells: found.cells,
  };
}
