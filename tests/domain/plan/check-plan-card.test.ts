import { describe, expect, it } from 'vitest';
import { planCardProblems } from '../../../src/domain/plan/check-plan-card.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { PLAN_ITEMS, type PlanCard } from '../../../src/domain/plan/plan-card.ts';
import { PLAN_GROUPS, PLAN_ITEM_WORDS } from '../../../src/domain/plan/plan-card-words.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

const withItem = (
  item: keyof PlanCard['items'],
  value: PlanCard['items'][typeof item]['value'],
): PlanCard => ({
  ...DEFAULT_PLAN_CARD,
  items: { ...DEFAULT_PLAN_CARD.items, [item]: { value, source: null } },
});

describe('the starting plan card', () => {
  it('is right, wide where nobody sourced it, and sourced where something was published', () => {
    expect(planCardProblems(DEFAULT_PLAN_CARD)).toEqual([]);
    expect(planCardProblems(smallPlanCard())).toEqual([]);
    const { items } = DEFAULT_PLAN_CARD;
    const assumed = PLAN_ITEMS.filter((item) => items[item].source === null);
    for (const item of assumed) expect(items[item].value.high).toBeGreaterThan(items[item].value.low);
    expect(PLAN_ITEMS.length - assumed.length).toBe(8);
    expect(items.poundsOfVoucherPerPremises.value.high).toBe(4500);
  });

  it('has words of every item, in groups that follow each other', () => {
    const groups = PLAN_ITEMS.map((item) => PLAN_ITEM_WORDS[item].group);
    expect([...new Set(groups)]).toEqual(PLAN_GROUPS);
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...PLAN_GROUPS]);
    const labels = PLAN_ITEMS.map((item) => PLAN_ITEM_WORDS[item].label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe('planCardProblems', () => {
  it.each<[string, PlanCard, string]>([
    ['no name', { ...DEFAULT_PLAN_CARD, name: ' ' }, 'name'],
    ['a price base that is no year', { ...DEFAULT_PLAN_CARD, priceBase: 'now' }, 'priceBase'],
    [
      'a figure below its bounds',
      withItem('gangsAtOnce', { low: 0, mid: 1, high: 1 }),
      'items.gangsAtOnce.low',
    ],
    [
      'figures upside down',
      withItem('weeksToDesign', { low: 2, mid: 1, high: 3 }),
      'items.weeksToDesign.mid',
    ],
    [
      'a claim without words',
      { ...DEFAULT_PLAN_CARD, claims: [{ text: '', pounds: 1, source: null }] },
      'claims.0.text',
    ],
    [
      'a claim of less than nothing',
      { ...DEFAULT_PLAN_CARD, claims: [{ text: 'x', pounds: -1, source: null }] },
      'claims.0.pounds',
    ],
  ])('names %s', (_, card, place) => {
    expect(planCardProblems(card).map((problem) => problem.place)).toEqual([place]);
  });
});
