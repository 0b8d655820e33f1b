import * as v from 'valibot';
import { LEVELS } from '../domain/cost/check-rate-card.ts';
import { CLAIM_LIMIT, planCardProblems } from '../domain/plan/check-plan-card.ts';
import { PLAN_ITEMS, type PlanItem } from '../domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../domain/plan/plan-card-words.ts';
import type { FigureLimit } from '../domain/project/figure-limit.ts';
import { sourceSchema } from './dataset-schema.ts';
import { number, sourced } from './figure-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** A plan card of a file or a project. What its messages say follows a file's name and a place. */
export const planCardSchema = v.pipe(
  v.strictObject({
    id: text,
    name: text,
    priceBase: textOrNull,
    items: v.strictObject(
      Object.fromEntries(PLAN_ITEMS.map((item) => [item, spread(PLAN_ITEM_WORDS[item].limit)])) as {
        [Item in PlanItem]: ReturnType<typeof spread>;
      },
    ),
    claims: entries(v.strictObject({ text, pounds: number(CLAIM_LIMIT), source: v.nullable(sourceSchema) })),
  }),
  v.check(
    (card) => planCardProblems(card).length === 0,
    (issue) => planCardProblems(issue.input)[0]?.text ?? 'this is no plan card',
  ),
);

function spread(limit: FigureLimit) {
  const [low, mid, high] = LEVELS.map(() => number(limit));
  return sourced(v.strictObject({ low, mid, high }));
}
