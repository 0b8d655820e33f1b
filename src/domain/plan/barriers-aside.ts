import type { Project } from '../project/project.ts';
import { madeOfParts } from './made-of.ts';
import { planFingerprint } from './plan-fingerprint.ts';
import type { PlanQuestion } from './plan-question.ts';

/**
 * Fingerprint of what is asked of a project, levers and all that stands in the way aside: what is closed, who has answered
 * what, where fibre may come from, the day works begin. Designs of equal ones over the same contents may be compared.
 */
export function barriersAside(question: PlanQuestion, project: Project): string {
  const radio = { ...question.radio, closedRoofs: [], wayleaves: [] };
  const open: PlanQuestion = { ...question, radio, blocked: [], rootIds: [], ownRoots: [], worksFrom: '' };
  return madeOfParts(planFingerprint({ question: open, levers: [] }, project)).said;
}
