import { askedPlan } from '../../domain/plan/asked-plan.ts';
import { betterWithout } from '../../domain/plan/better-without.ts';
import { standingOf } from '../../domain/plan/design-pence.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanDesigns } from '../../domain/plan/plan-design.ts';
import { isRefused } from '../../domain/plan/plan-ground.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { projectPlan } from '../project-plan.ts';
import type { StudyBench } from '../study-bench.ts';

export interface MeanwhileQuestion {
  readonly plan: Plan;
  /** Levers and designs before the last lever was pulled. */
  readonly was: { readonly levers: readonly Lever[]; readonly designs: PlanDesigns };
}

/** By how much designs found since are better without the levers pulled since, mid: those that are no better are left out. */
export interface FoundMeanwhile {
  readonly planId: string;
  readonly madeOf: string;
  readonly designs: readonly {
    readonly kind: BuiltIntervention;
    /** Units served more, and whole pence of present value less. */
    readonly units: number;
    readonly pence: number;
  }[];
}

/** Needs loadGrid. Throws DigImpossible. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { plan, was: earlier }: MeanwhileQuestion,
): Generator<WorkStep, FoundMeanwhile> {
  const ground = yield* projectPlan(bench, project, plan.question, { isDesigned: true });
  yield { what: 'Pricing without the lever', fraction: 0.95 };
  const { radio } = ground;
  const candidates = (plan.designs?.outcomes ?? []).flatMap(
    ({ design }) => design?.radio?.hubs.map(({ roof }) => roof) ?? [],
  );
  const asked = askedPlan(plan.question, earlier.levers, {
    ...ground,
    radio: isRefused(radio) ? radio : { ...radio, candidates },
  });
  const designs = BUILT_INTERVENTIONS.flatMap((kind) => {
    const [was, is] = [earlier.designs, plan.designs].map(
      (all) => all?.outcomes.find((one) => one.kind === kind)?.design ?? null,
    );
    const better = betterWithout(was, is, asked);
    if (!better || !was) return [];
    const [now, before] = [standingOf(better, asked), standingOf(was, asked)];
    return [{ kind, units: now.units - before.units, pence: before.pence - now.pence }];
  });
  return { planId: plan.id, madeOf: plan.designs?.madeOf ?? '', designs };
}
