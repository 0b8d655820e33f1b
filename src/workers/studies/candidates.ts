import { emptyPremises } from '../../domain/premises/premises-table.ts';
import type { DatasetRecord, Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { CandidateQuestion, CandidatesAnswer } from '../../domain/radio/candidate-roof.ts';
import { candidateRoofs, type RoofSource } from '../../domain/radio/candidate-roofs.ts';
import { premisesPlace } from '../../domain/radio/premises-places.ts';
import { columnNamed, type SourceTable } from '../../domain/tables/source-table.ts';
import { cellText, type TextColumn } from '../../domain/tables/text-column.ts';
import { type ProjectRadio, projectRadio } from '../project-radio.ts';
import { projectRoofNames } from '../project-roof-names.ts';
import type { StudyBench } from '../study-bench.ts';

/** Candidate roofs among buildings or assets. Needs loadGrid. Throws HeightsRefused, RadioNotChosen, OutOfRange, RangeError. */
export function* study(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: CandidateQuestion,
): Generator<WorkStep, CandidatesAnswer> {
  const radio = yield* projectRadio(bench, project);
  const nameOf = question.kind === 'buildings' ? yield* projectRoofNames(bench, project, radio) : null;
  const prepared = yield* bench.workbench.prepare(project);
  const { mastMetres, radiusMetres, most } = question;
  const answer = yield* candidateRoofs({
    ...(question.kind === 'buildings'
      ? buildingSources(radio, question)
      : assetSources(bench, project, radio, question)),
    ...radio,
    premises: prepared?.premises ?? emptyPremises(),
    mastMetres,
    radiusMetres,
    most,
  });
  // Only those that are offered: there may be thousands around.
  return nameOf
    ? { ...answer, roofs: answer.roofs.map((roof) => ({ ...roof, name: nameOf(roof.sourceRow) })) }
    : answer;
}

interface Sources {
  readonly sources: readonly RoofSource[];
  readonly contentId: string;
}

function buildingSources(
  { roofs, footprints }: ProjectRadio,
  question: Extract<CandidateQuestion, { kind: 'buildings' }>,
): Sources {
  if (!roofs || !footprints)
    throw new RangeError('No building footprints are loaded. Give a file of buildings on the Data page.');
  const sources = roofs.within(question, question.withinMetres).map((building) => ({
    name: '',
    sourceRow: building,
    place: { building, points: roofs.pointsOf(building) },
  }));
  return { sources, contentId: footprints.contentId };
}

function assetSources(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  { roofs, model }: ProjectRadio,
  question: Extract<CandidateQuestion, { kind: 'assets' }>,
): Sources {
  const dataset = project.datasets.find(({ contentId }) => contentId === question.contentId);
  const table = dataset && workbench.table(dataset.contentId);
  const points = table?.geometry.points;
  if (!dataset || !table || !points)
    throw new RangeError('The file of assets has no points. Choose a file whose rows have places.');
  const names = nameColumn(table, dataset, question.nameColumn);
  const sources = Array.from(points.row, (row, i) => ({
    name: nameAt(names, row) || `${dataset.fileName}, row ${row + 1}`,
    sourceRow: row,
    place: premisesPlace({ lon: points.lon[i], lat: points.lat[i] }, model.surface, roofs),
  }));
  return { sources, contentId: dataset.contentId };
}

function nameColumn(
  table: SourceTable,
  { roles }: DatasetRecord,
  asked: string | null,
): TextColumn | undefined {
  const wanted = asked ?? roles.name ?? 'name';
  return columnNamed(table.columns, wanted);
}

function nameAt(column: TextColumn | undefined, row: number): string {
  return column ? cellText(column, row).trim() : '';
}
