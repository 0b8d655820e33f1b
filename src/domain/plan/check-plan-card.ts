import { type RateProblem, spreadProblems } from '../cost/check-rate-card.ts';
import { isWithin, limitWords } from '../project/figure-limit.ts';
import { sourceProblems } from '../project/source-problems.ts';
import { PLAN_ITEMS, type PlanCard } from './plan-card.ts';
import { PLAN_ITEM_WORDS } from './plan-card-words.ts';

/** Bounds of what a claim says the good of it is. */
export const CLAIM_LIMIT = { low: 0, high: 1e15, unit: '£' } as const;

/**
 * Everything that is wrong with a plan card, in its order; empty where nothing is. Places: "items.weeksToDesign.low",
 * "claims.0.pounds", "name".
 */
export function planCardProblems(card: PlanCard): RateProblem[] {
  const problems: RateProblem[] = [];
  const put = (place: string, text: string): void => void problems.push({ place, text });
  if (card.name.trim() === '') put('name', 'Name: give the plan card a name.');
  if (card.id.trim() === '') put('id', 'Id: give the plan card an id.');
  if (card.priceBase !== null && !/^\d{4}$/.test(card.priceBase))
    put('priceBase', 'Price base: write a year such as 2026, or nothing where it is not known.');
  for (const item of PLAN_ITEMS) {
    const { label, limit } = PLAN_ITEM_WORDS[item];
    spreadProblems(card.items[item], limit, { place: `items.${item}`, name: label, put });
  }
  card.claims.forEach(({ text, pounds, source }, i) => {
    const place = `claims.${i}`;
    if (text.trim() === '') put(`${place}.text`, `Claim ${i + 1}: say what is claimed.`);
    if (!isWithin(pounds, CLAIM_LIMIT))
      put(`${place}.pounds`, `Claim ${i + 1}: write ${limitWords(CLAIM_LIMIT)}.`);
    for (const [field, problem] of Object.entries(source ? sourceProblems(source) : {}))
      put(`${place}.source.${field}`, `Claim ${i + 1}, source: ${problem}`);
  });
  return problems;
}
