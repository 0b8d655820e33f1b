import { areaProvenance, refusedWords } from '../../domain/areas/area-figure.ts';
import { drawAreas } from '../../domain/areas/draw-areas.ts';
import { measureAreas } from '../../domain/areas/measure-areas.ts';
import { AreasRefused, projectAreas } from '../../domain/areas/project-areas.ts';
import { confidentialShapes, shareableAreas } from '../../domain/areas/shareable-areas.ts';
import { sourceLine, withFingerprints, withRemark } from '../../domain/not-spots/provenance.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { areasCsv } from '../../formats/areas-csv.ts';
import { notSpotAreasGeoJson } from '../../formats/not-spot-areas-geojson.ts';
import type { StudyBench } from '../study-bench.ts';

/** A file of areas: the wards' as a table, or the not-spots' shapes. `countedOn` is an ISO date. */
export interface AreaFileQuestion {
  readonly recipeText: string;
  readonly format: 'csv' | 'geojson';
  readonly countedOn: string;
}

/** Writes the file as text. Confidential layers leave in nothing. */
export function* study(
  { workbench, fingerprints }: StudyBench,
  project: Project,
  { recipeText, format, countedOn }: AreaFileQuestion,
): Generator<WorkStep, string> {
  yield { what: 'Looking at the outlines', fraction: 0 };
  const input = yield* projectAreas(workbench, project, recipeText);
  const held = format === 'geojson' ? confidentialShapes(project, input.question) : null;
  if (held) throw new AreasRefused(held);
  const measured = yield* measureAreas(input);
  const { analysis, remark } = shareableAreas(measured, project);
  const open = { ...project, datasets: project.datasets.filter(({ confidential }) => !confidential) };
  const { sources, ...told } = areaProvenance(analysis, open, countedOn);
  const counted = withFingerprints({ ...told, sources: sources.map(sourceLine).join('; ') }, fingerprints);
  const provenance = withRemark(counted, remark);
  if (format === 'csv') return areasCsv(analysis, provenance);
  if (!input.question.canDraw) throw new AreasRefused(refusedWords(analysis).join(' '));
  return notSpotAreasGeoJson(yield* drawAreas(input, 'not-spots'), analysis, provenance);
}
