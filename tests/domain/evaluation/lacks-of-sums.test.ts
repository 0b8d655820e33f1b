import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../../src/domain/evaluation/compare-plans.ts';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import type { LineKey, PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import type { EvaluationInput } from '../../../src/domain/evaluation/evaluation-input.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { comparedLines } from '../../../src/stores/derived/compared-lines.ts';
import { cardLines, planCards } from '../../../src/stores/derived/plan-cards.ts';
import { planHeadline } from '../../../src/stores/derived/plan-headline.ts';
import { judgedOver, pieceOf, placeAlong, trenchTo } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const OWNED: Barrier = {
  ...{ id: 'mews: wayleave', kind: 'wayleave', place: 'mews', owner: 'the street’s owner' },
  ...{ effect: { pounds: null, weeks: null, forbids: false }, from: null, until: null, source: null },
};

/** A dig to one place, through a private street (or none). */
function digThrough(
  barriers: readonly Barrier[],
  rest: Parameters<typeof judgedOver>[2] = {},
): EvaluationInput {
  const place = placeAlong(1);
  const trench = {
    ...trenchTo([place]),
    pieces: [pieceOf({ line: [0, 52.9, 0.001, 52.9], barriers: barriers.map(({ id }) => id) }, 5_000_00)],
    barriers,
  };
  return judgedOver([place], [{ kind: 'dig', trench, radio: null }], rest);
}

const judge = (input: EvaluationInput): PlanEvaluation => lastOf(evaluatePlan(input));
const figure = ({ chosen }: PlanEvaluation, key: LineKey) =>
  chosen.lines.find((line) => line.key === key)?.figure;

const SUMS = ['capital', 'running a year', 'present value', 'pounds per premises', 'gap'] as const;

describe('a sum of money in which the price of a private street’s owner is not known', () => {
  it('is at least what it says in every line of money, says why, and never more nor less than before', () => {
    const [owned, free] = [judge(digThrough([OWNED])), judge(digThrough([]))];
    for (const key of SUMS) {
      const [one, other] = [figure(owned, key), figure(free, key)];
      expect(one?.value.lacks).toEqual({ above: ['mews: wayleave'], below: [] });
      expect(one?.definition).toContain('the owner of one private street asks for its leave is not known');
      expect(other?.value.lacks).toBeUndefined();
      const { lacks: _, ...known } = one?.value ?? {};
      expect(known).toEqual(other?.value);
    }
    expect(figure(owned, 'served')?.value.lacks).toBeUndefined();
  });

  it('is said on the cards, in the headline and in the sentences', () => {
    const owned = judge(digThrough([OWNED]));
    const cells = cardLines(owned.chosen).filter(({ key }) => SUMS.some((one) => one === key));
    for (const { cells: of } of cells) expect(of[0].value).toMatch(/^at least £/);
    const headline = planHeadline(owned, ['dig']);
    expect(headline?.number).toMatch(/^at least £/);
    expect(headline?.build).toMatch(/^To build alone: at least £/);
    expect(owned.sentences.join(' ')).toMatch(/costs at least £/);
    expect(planCards(owned).kinds).toContain('dig');
  });

  it('is no matter of a consent that is over, nor moved by one standard wayleave', () => {
    expect(
      figure(judge(digThrough([{ ...OWNED, until: '2020-01-01' }])), 'capital')?.value.lacks,
    ).toBeUndefined();
    const levers = [leverFrom('standard wayleave', null)];
    expect(figure(judge(digThrough([OWNED], { levers })), 'capital')?.value.lacks?.above).toEqual([OWNED.id]);
  });

  it('leaves a difference at least, at most, or whole where both sides lack the same', () => {
    const one = { ...digThrough([OWNED]) };
    const [owned, free] = [one, digThrough([])].map((input) => ({
      plan: { ...input.plan, chosen: ['dig' as const] },
      evaluation: judge(input),
    }));
    const lacks = (first: typeof owned, second: typeof owned) =>
      comparePlans([first, second]).lines.find(({ key }) => key === 'capital')?.differences[1]?.lacks;
    expect(lacks(free, owned)).toEqual({ above: [OWNED.id], below: [] });
    expect(lacks(owned, free)).toEqual({ above: [], below: [OWNED.id] });
    expect(lacks(owned, owned)).toBeUndefined();
    const { differing } = comparedLines(comparePlans([free, owned]));
    // The known parts are alike: how much the owner asks is all that they differ by.
    expect(differing.find(({ key }) => key === 'capital')?.differences[1]).toEqual({
      value: 'not known',
      band: null,
      word: null,
    });
  });
});

describe('money that hangs on who has gigabit already', () => {
  it('is not known, and the gap is at most what it says, where no coverage tells', () => {
    const levers = [leverFrom('voucher', null), leverFrom('top-up', null)];
    const { chosen } = judge(digThrough([], { levers }));
    const line = (key: LineKey) => chosen.lines.find((one) => one.key === key);
    expect(line('voucher')?.figure).toBeNull();
    expect(line('top-up')?.figure).toBeNull();
    expect(line('cost of levers')?.figure).toBeNull();
    expect(line('gap')?.figure?.value.lacks).toEqual({ above: [], below: ['vouchers'] });
  });
});
