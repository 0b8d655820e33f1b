import { confidentialPremises } from '../domain/not-spots/shareable.ts';
import { confidentialPlan } from '../domain/plan/confidential-plan.ts';
import type { Project } from '../domain/project/project.ts';
import { today } from '../domain/project/today.ts';
import { evidenceJson, evidenceText } from '../domain/verdict/evidence.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import { type PlanHere, planHereWords } from '../stores/derived/plans-here.ts';
import type { AppContext } from './app-context.ts';
import { type DownloadOutcome, download } from './download.ts';

/** Hands out what a person says against the data, with what the data says, as a file. Nothing is sent, nor told of confidential premises. */
export function downloadEvidence(
  context: AppContext,
  verdict: Verdict,
  options: {
    readonly words: string;
    readonly format: 'text' | 'json';
    readonly plans: readonly PlanHere[] | null;
  },
): DownloadOutcome {
  const { project } = context.project.getState();
  const held = confidentialPremises(project);
  if (held) return { problem: held };
  const { words, format, plans } = options;
  const open = plans?.filter(({ id }) => isOpen(project, id)) ?? null;
  const writtenOn = today();
  const seed = {
    verdict,
    words,
    writtenOn,
    area: project.name,
    fictional: project.fictional,
    plans: open?.map((plan) => ({ name: plan.name, words: planHereWords(plan) })) ?? null,
    plansLeftOut: (plans?.length ?? 0) - (open?.length ?? 0),
  };
  const value = format === 'text' ? evidenceText(seed) : evidenceJson(seed);
  const kind =
    format === 'text'
      ? { extension: 'txt', type: 'text/plain;charset=utf-8' }
      : { extension: 'json', type: 'application/json' };
  return download({ state: 'done', value }, { project, what: `evidence-${writtenOn}`, ...kind });
}

/** Whether nothing confidential had a part in a plan. */
function isOpen(project: Project, planId: string): boolean {
  const plan = project.plans.find(({ id }) => id === planId);
  if (!plan) return false;
  const { route, roofs, premises, remark } = confidentialPlan(project, plan);
  return route === null && roofs === null && premises === null && remark === '';
}
