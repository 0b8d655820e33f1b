import { evaluatePlan } from '../../domain/evaluation/evaluate-plan.ts';
import type { Evaluated, LineKey } from '../../domain/evaluation/evaluation.ts';
import type { BarrierLedger } from '../../domain/plan/barrier-ledger.ts';
import { findLedger, type LedgerFigures } from '../../domain/plan/find-ledger.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { withLacks } from '../../domain/project/lacks.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { judgedOver } from '../judged-with.ts';
import { projectPlan } from '../project-plan.ts';
import type { StudyBench } from '../study-bench.ts';

/** What each barrier of a plan that has designs keeps from it. Needs loadGrid. Throws DigImpossible; RangeError without designs. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { plan }: { readonly plan: Plan },
): Generator<WorkStep, BarrierLedger> {
  const { designs } = plan;
  if (!designs) throw new RangeError('This plan has no designs yet. Run it first.');
  const ground = yield* inShare(projectPlan(bench, project, plan.question), 0, 0.05);
  function* judge(one: Plan): Generator<WorkStep, ReadonlyMap<BuiltIntervention, LedgerFigures>> {
    const input = yield* judgedOver(ground, { bench, project, plan: one });
    // What the definitions say of it is not asked here; who may claim a voucher is.
    const coverage = input.coverage && { ...input.coverage, recipes: [] };
    const { interventions } = yield* evaluatePlan({ ...input, coverage });
    return new Map(
      BUILT_INTERVENTIONS.flatMap((kind) => {
        const judged = interventions.find((one) => one.kind === kind && one.refused === null);
        return judged ? [[kind, figuresOf(judged)] as const] : [];
      }),
    );
  }
  const { unit } = ground.premises;
  return yield* inShare(findLedger({ plan: { ...plan, designs }, ground, unit, judge }), 0.05, 1);
}

function figuresOf({ lines }: Evaluated): LedgerFigures {
  const value = (key: LineKey) => lines.find((line) => line.key === key)?.figure?.value ?? null;
  const spread = (key: LineKey) => {
    const range = value(key);
    return range && { low: range.low, mid: range.mid, high: range.high };
  };
  const penceOf = (key: LineKey) => {
    const pounds = value(key);
    const pence = (one: number): number => Math.round(one * 100);
    if (!pounds) return null;
    const { above = [], below = [] } = pounds.lacks ?? {};
    return withLacks(
      { low: pence(pounds.low), mid: pence(pounds.mid), high: pence(pounds.high) },
      above,
      below,
    );
  };
  return {
    units: value('served')?.mid ?? 0,
    pence: penceOf('present value'),
    leverPence: penceOf('cost of levers'),
    gap: penceOf('gap'),
    weeks: spread('weeks to last service'),
    streetDays: spread('street-days'),
  };
}
