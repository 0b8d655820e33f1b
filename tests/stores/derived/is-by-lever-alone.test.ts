import { expect, it } from 'vitest';
import { isByLeverAlone } from '../../../src/stores/derived/is-by-lever-alone.ts';
import { fingerprintNow } from '../../../src/stores/derived/plan-stale.ts';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_LEVER, FULL_PLAN } from '../../builders/plans.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

it('takes for a lever’s doing only what changed by levers', () => {
  const project = projectOf({ datasets: [datasetOf({ role: 'premises', contentId: 'file-1' })] });
  const bare = { ...FULL_PLAN, levers: [] };
  const { question } = bare;
  const before = { ...FULL_EVALUATION, madeOf: fingerprintNow(bare, project) };
  const busted = { planId: bare.id, leverId: FULL_LEVER.id, question, before };
  const pulled = { ...bare, levers: [FULL_LEVER] };
  expect(isByLeverAlone(busted, pulled, project)).toBe(true);
  expect(isByLeverAlone(busted, { ...pulled, question: { ...question, takeUpPercent: 1 } }, project)).toBe(
    false,
  );
  const other = { ...project, datasets: [...project.datasets, datasetOf({ role: 'streets' })] };
  expect(isByLeverAlone(busted, pulled, other)).toBe(false);
});
