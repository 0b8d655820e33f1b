import { expect, it } from 'vitest';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { leversView } from '../../../src/stores/derived/levers-view.ts';
import { FULL_PLAN, FULL_PLAN_DESIGNS } from '../../builders/plans.ts';

const costOf = (key: string, plan = { ...FULL_PLAN, levers: [] as typeof FULL_PLAN.levers }) =>
  leversView(plan, {}).others.find(({ lever }) => lever.id === key);

it('says of which design a lever’s cost is, of each that there is', () => {
  const kinds = FULL_PLAN_DESIGNS.outcomes.filter(({ design }) => design).map(({ kind }) => kind);
  const relief = costOf('rates relief');
  expect(relief?.how).toContain('the cost only moves');
  for (const kind of kinds)
    expect(relief?.cost).toContain(
      kind === 'rooftop radio' ? 'by rooftop radio' : kind === 'dig' ? 'by digging' : 'by the hybrid',
    );
  if (kinds.includes('dig')) expect(relief?.cost).toContain('nothing by digging');
  expect(relief?.cost).toMatch(/£[\d,]+ \(£[\d,]+–£[\d,]+\) by rooftop radio/);
});

it('says nothing of designs where the cost is the lever’s own, and that it is not known where there is no design', () => {
  expect(costOf('standard wayleave')?.cost).toBe('£3,000 (£1,000–£8,000)');
  expect(costOf('rates relief', { ...FULL_PLAN, levers: [], designs: null })?.cost).toBe('not known');
  expect(costOf('council-roof access')?.cost).toBe('not known');
  const pulled = leversView({ ...FULL_PLAN, levers: [leverFrom('rates relief', null)] }, {}).pulled[0];
  expect(pulled.cost).toContain('by rooftop radio');
});
