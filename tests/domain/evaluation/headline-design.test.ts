import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import { headlineDesign } from '../../../src/domain/evaluation/headline-design.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import { judgedOver, pieceOf, placeAlong, trenchTo } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const [one, other] = [placeAlong(1), placeAlong(2)];

/** A dig, or a hybrid that is one, with a piece that costs so many pence more. */
function design(kind: 'dig' | 'hybrid', served: readonly (typeof one)[], pence: number): PlanDesign {
  const trench = trenchTo(served);
  const more = pieceOf({ line: [-1.3, 52.9, -1.31, 52.9] }, pence);
  return { kind, trench: { ...trench, pieces: [...trench.pieces, more] }, radio: null };
}

const headlineOf = (designs: readonly PlanDesign[]) =>
  headlineDesign(lastOf(evaluatePlan(judgedOver([one, other], designs))).interventions)?.kind;

describe('the design that a plan is told by', () => {
  it('serves most, whatever it costs', () => {
    expect(headlineOf([design('dig', [one], 10), design('hybrid', [one, other], 90_000)])).toBe('hybrid');
  });

  it('costs least of those that serve as many', () => {
    expect(headlineOf([design('dig', [one], 90_000), design('hybrid', [one], 10)])).toBe('hybrid');
    expect(headlineOf([design('dig', [one], 10), design('hybrid', [one], 90_000)])).toBe('dig');
  });

  it('is none where there is none', () => {
    expect(headlineOf([])).toBeUndefined();
  });
});
