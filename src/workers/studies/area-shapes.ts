import type { AreaFailure } from '../../domain/areas/area-analysis.ts';
import { type DrawnAreas, drawAreas } from '../../domain/areas/draw-areas.ts';
import { projectAreas } from '../../domain/areas/project-areas.ts';
import { polygonsFromShape } from '../../domain/areas/shape.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { NO_GEOMETRY, type SourceTable } from '../../domain/tables/source-table.ts';
import { textColumn } from '../../domain/tables/text-column.ts';
import type { StudyBench } from '../study-bench.ts';
import { shapesTileIndex } from '../tiles/shapes-tile.ts';

/** Shapes for the map: the not-spots, or a technology by how many of its operators cover. */
export interface AreaShapesQuestion {
  readonly recipeText: string;
  readonly technology: string | null;
}

/** What was drawn. The shapes themselves stay with the worker, for the map's tiles. */
export interface AreaShapesAnswer {
  /** How many operators the technology drawn has; null where the not-spots are drawn. */
  readonly operators: number | null;
  readonly shapes: number;
  readonly failures: readonly AreaFailure[];
}

/** Draws the shapes and keeps them for the tiles under the study's name. */
export function* study(
  { workbench, kept }: StudyBench,
  project: Project,
  { recipeText, technology }: AreaShapesQuestion,
): Generator<WorkStep, AreaShapesAnswer> {
  yield { what: 'Looking at the outlines', fraction: 0 };
  const input = yield* projectAreas(workbench, project, recipeText);
  const of = input.question.technologies.findIndex((one) => one.technology === technology);
  const drawn = yield* drawAreas(input, technology === null ? 'not-spots' : of);
  kept.set('area-shapes', project, shapesTileIndex(tableOf(drawn, input.wards.codes)));
  const operators = input.question.technologies[of]?.operators.length ?? null;
  return { operators, shapes: drawn.areas.length, failures: drawn.failures };
}

/** A row per shape: what it is ("answer": "not-spot", "between", "not-known", or how many operators cover) and its ward. */
function tableOf({ areas }: DrawnAreas, wardCodes: readonly string[]): SourceTable {
  const row = areas.flatMap(({ shape }, i) => shape.map(() => i));
  const polygons = polygonsFromShape(areas.flatMap(({ shape }) => shape));
  return {
    fileName: 'areas',
    format: 'areas',
    rows: areas.length,
    columns: [
      textColumn(
        'answer',
        areas.map(({ kind, operators }) => (operators === null ? kind : String(operators))),
      ),
      textColumn(
        'ward',
        areas.map(({ ward }) => wardCodes[ward]),
      ),
    ],
    geometry: { ...NO_GEOMETRY, polygons: { ...polygons, row: Uint32Array.from(row) } },
    headerAssumed: false,
  };
}
