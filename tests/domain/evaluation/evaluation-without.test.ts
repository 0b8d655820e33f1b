import { expect, it } from 'vitest';
import { evaluationWithout } from '../../../src/domain/evaluation/evaluation-without.ts';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';

it('an evaluation without hidden names keeps its numbers, and nothing that speaks of them', () => {
  const bare = evaluationWithout(FULL_EVALUATION, ['connected nations 2024', 'library', 'no gigabit']);
  expect(
    JSON.stringify({
      ...bare,
      interventions: bare.interventions.map(({ failures: _, ...one }) => one),
      chosen: null,
    }),
  ).not.toMatch(/Connected Nations|Library|No gigabit/);
  const values = (one: typeof bare) =>
    one.interventions.map(({ lines }) => lines.map(({ figure }) => figure?.value));
  expect(values(bare)).toEqual(values(FULL_EVALUATION));
  expect(evaluationWithout(FULL_EVALUATION, [])).toBe(FULL_EVALUATION);
});
