import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { canonicalJson } from '../../formats/canonical-json.ts';
import { readPlanGeoJson } from '../../formats/read-plan-geojson.ts';
import type { StudyBench } from '../study-bench.ts';
import { planWithContentsNamed } from './plan-file.ts';

/** A file that may be a plan. */
export interface ReadPlanQuestion {
  readonly bytes: ArrayBuffer;
  readonly fileName: string;
}

export interface ReadPlanAnswer {
  readonly plan: Plan;
  /** The radio it was made with; null: the file does not hold its figures. */
  readonly device: DeviceProfile | null;
  readonly fictional: boolean;
  /** The project has it already, figure by figure. */
  readonly isThere: boolean;
}

/**
 * The plan of a file, its contents called as the project calls those that it has. Throws PlanRefused where it is none, or
 * where somebody has changed it.
 */
export function* study(
  { hashes }: Pick<StudyBench, 'hashes'>,
  project: Project,
  { bytes, fileName }: ReadPlanQuestion,
): Generator<WorkStep, ReadPlanAnswer> {
  yield { what: `Reading ${fileName}`, fraction: 0.2 };
  const read = readPlanGeoJson(new TextDecoder().decode(bytes), fileName);
  const names = new Map(Array.from(hashes ?? [], ([contentId, hash]) => [hash, contentId]));
  const plan = planWithContentsNamed(read.plan, (hash) => names.get(hash) ?? hash);
  const same = project.plans.find(({ id }) => id === plan.id);
  const isThere = same !== undefined && canonicalJson(same) === canonicalJson(plan);
  return { plan, device: read.device, fictional: read.fictional, isThere };
}
