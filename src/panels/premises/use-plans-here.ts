import { useEffect, useMemo, useState } from 'react';
import { evaluationBeside, findPlansWith } from '../../actions/find-plans-with.ts';
import type { PlansWith } from '../../domain/plan/plans-with.ts';
import { type EvaluationsById, type PlanHere, plansHere } from '../../stores/derived/plans-here.ts';
import type { PremisesChoice } from '../../stores/view-store.ts';
import { useApp, useProject } from '../app-provider.tsx';

/** The plans that ask for the premises looked at. */
export interface PlansHereState {
  /** null: being looked up, or it failed for `problem`. */
  readonly plans: readonly PlanHere[] | null;
  /** Plans of which it cannot be said, with why. */
  readonly notTold: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly problem: string | null;
}

/** Looks up the plans, then how many weeks each takes; anew whenever the project changes. Asks nothing where there are no plans. */
export function usePlansHere({ rows }: PremisesChoice): PlansHereState {
  const context = useApp();
  const project = useProject((state) => state.project);
  const hasPlans = project.plans.length > 0;
  const [found, setFound] = useState<PlansWith | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [evaluations, setEvaluations] = useState<EvaluationsById>(NONE_YET);
  useEffect(() => {
    if (!hasPlans) return;
    const abort = new AbortController();
    setEvaluations(NONE_YET);
    const look = async (): Promise<void> => {
      const outcome = await findPlansWith(context, rows, { signal: abort.signal });
      if (abort.signal.aborted) return;
      setProblem(outcome.state === 'failed' ? outcome.message : null);
      if (outcome.state !== 'done') return;
      setFound(outcome.value);
      for (const { planId } of outcome.value.plans) {
        const plan = project.plans.find(({ id }) => id === planId);
        const evaluation = plan && (await evaluationBeside(context, plan, { signal: abort.signal }));
        if (abort.signal.aborted || evaluation === undefined) return;
        setEvaluations((known) => new Map([...known, [planId, evaluation]]));
      }
    };
    void look();
    return () => abort.abort();
  }, [context, rows, project, hasPlans]);
  return useMemo(() => {
    if (!hasPlans) return NO_PLANS;
    if (!found) return { ...NO_PLANS, plans: null, problem };
    return {
      plans: plansHere(found, project, evaluations),
      notTold: found.notTold.flatMap(({ planId, why }) => {
        const plan = project.plans.find(({ id }) => id === planId);
        return plan ? [{ id: planId, name: plan.name, why }] : [];
      }),
      problem,
    };
  }, [hasPlans, found, problem, project, evaluations]);
}

const NONE_YET: EvaluationsById = new Map();
const NO_PLANS: PlansHereState = { plans: [], notTold: [], problem: null };
