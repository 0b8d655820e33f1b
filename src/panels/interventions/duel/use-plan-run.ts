import { useEffect } from 'react';
import { useStore } from 'zustand';
import { shownDesigns, shownEvaluation } from '../../../actions/find-plan.ts';
import { dropOvertakenPlan, evaluatePlan } from '../../../actions/run-plan.ts';
import type { PlanEvaluation } from '../../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { PlanDesigns } from '../../../domain/plan/plan-design.ts';
import { judgedOver } from '../../../stores/derived/judged-over.ts';
import { isPlanStale, staleWords } from '../../../stores/derived/plan-stale.ts';
import { staleDetails } from '../../../stores/derived/stale-details.ts';
import { useApp, useProject } from '../../app-provider.tsx';

/** How working a plan out stands: its designs first, then what they come to. */
export interface PlanRun {
  readonly work: 'designs' | 'judging';
  readonly status: 'idle' | 'working' | 'failed' | 'cancelled';
  readonly step: { readonly what: string; readonly fraction: number | null } | null;
  readonly problem: string | null;
  readonly problemName: string | undefined;
  readonly cancel: (() => void) | null;
  /** What is shown: its designs, or the last before it was changed; null: none yet. */
  readonly designs: { readonly designs: PlanDesigns; readonly isEarlier: boolean } | null;
  readonly judged: { readonly evaluation: PlanEvaluation; readonly isEarlier: boolean } | null;
  /** The designs are not of the files, rates, radios and figures as they now are. */
  readonly isStale: boolean;
  /** Why they are not; '' where they are. */
  readonly staleWords: string;
}

/** Follows the work on a plan; one with designs is judged again when anything changes that it is judged over. */
export function usePlanRun(plan: Plan): PlanRun {
  const context = useApp();
  const { run } = useStore(context.plans);
  const duel = useStore(context.studies.duel);
  const judging = useStore(context.studies['evaluate-plan']);
  const project = useProject((state) => state.project);
  const { id, question, levers, designs, chosen } = plan;
  // biome-ignore lint/correctness/useExhaustiveDependencies: undo may lead to another question or other levers.
  useEffect(() => dropOvertakenPlan(context), [context, question, levers]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is judged over.
  useEffect(() => {
    void evaluatePlan(context, id);
  }, [context, id, designs, chosen, ...judgedOver(project)]);
  const isMine = run?.planId === id && run.question === question && run.levers === levers;
  const isDesigning = isMine && duel.status !== 'ready' && duel.status !== 'idle';
  const of = isDesigning ? duel : designs !== null ? judging : null;
  const isStale = isPlanStale(plan, project);
  return {
    work: isDesigning ? 'designs' : 'judging',
    status: of && of.status !== 'ready' ? of.status : 'idle',
    step: of?.step ?? null,
    problem: of?.problem ?? null,
    problemName: of?.problemName,
    cancel: of?.cancel ?? null,
    designs: shownDesigns(context, plan),
    judged: shownEvaluation(context, plan),
    isStale,
    staleWords: isStale
      ? [staleWords(plan, project), staleDetails(plan, project)].filter(Boolean).join(' ')
      : '',
  };
}
