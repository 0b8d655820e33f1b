/** What digs and plans are asked with to begin with, and within which limits, for panels. */
export { USUAL_PASSED_METRES } from '../../domain/dig/usual-question.ts';
export { PLAN_LIMITS } from '../../domain/plan/usual-plan-question.ts';
