import { expect, it } from 'vitest';
import { study } from '../../../src/workers/studies/compare-plans.ts';
import { DRAWN_PLAN } from '../../builders/drawn-plan.ts';
import { lastOf } from '../../builders/last-of.ts';
import { projectOf } from '../../builders/project.ts';

it('names what to do where one of the plans is gone, and where there is nothing to compare', () => {
  const project = projectOf({ plans: [DRAWN_PLAN] });
  const bench = {} as Parameters<typeof study>[0];
  expect(() => lastOf(study(bench, project, { planIds: ['gone', 'plan-1'] }))).toThrow(
    'One of these plans is not there any more. Choose others.',
  );
  expect(() => lastOf(study(bench, project, { planIds: [] }))).toThrow(RangeError);
});
