import { type DigGround, digGround, type GroundQuestion } from '../../domain/dig/dig-ground.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { projectStreets } from '../project-streets.ts';
import type { StudyBench } from '../study-bench.ts';

/** Streets and fibre points around premises. Needs loadGrid. Throws StreetsRefused where no streets are loaded. */
export function* study(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: GroundQuestion,
): Generator<WorkStep, DigGround> {
  return yield* digGround(yield* projectStreets(bench, project), question);
}

export function transfers({ lines }: DigGround): Transferable[] {
  return [lines.starts, lines.lonLat, lines.streetOf].map(
    ({ buffer }: { buffer: ArrayBufferLike }) => buffer as ArrayBuffer,
  );
}
