import { planCardProblems } from '../../domain/plan/check-plan-card.ts';
import { PLAN_ITEMS, type PlanCard } from '../../domain/plan/plan-card.ts';
import { type PLAN_GROUPS, PLAN_ITEM_WORDS } from '../../domain/plan/plan-card-words.ts';
import { type FiguresRead, type RateDraft, readFiguresDraft } from './rate-draft.ts';
import { type FiguresSection, figureOf, type RateFigure, sourcedOf, spreadInputs } from './rate-sections.ts';
import { registerLine } from './register-line.ts';
import type { RegisterSection } from './register-section.ts';

/** The figures of one group of the plan card. */
export function registerPlanSection(group: (typeof PLAN_GROUPS)[number], card: PlanCard): RegisterSection {
  const items = PLAN_ITEMS.filter((item) => PLAN_ITEM_WORDS[item].group === group);
  const key = `plan-${group.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
  const fields = items.map((item) => {
    const { label, meaning, limit } = PLAN_ITEM_WORDS[item];
    return {
      ...{ key: `items.${item}`, label, meaning, inputs: spreadInputs(limit) },
      read: (one: PlanCard): RateFigure | null => figureOf(one.items[item]),
      write: (one: PlanCard, given: RateFigure): PlanCard => ({
        ...one,
        items: { ...one.items, [item]: sourcedOf(given) },
      }),
    };
  });
  const section = { key, title: group, groups: [{ key, title: null, fields }] };
  return {
    ...{ key, part: 'plans', title: group },
    lines: fields.map((field) => registerLine(field, field.read(card))),
    edit: { kind: 'plan card', section, card },
  };
}

/** The plan card that a draft of a section says. */
export function readPlanDraft(
  draft: RateDraft,
  section: FiguresSection<PlanCard>,
  card: PlanCard,
): FiguresRead<PlanCard> {
  return readFiguresDraft(draft, { section, card, problemsOf: planCardProblems });
}
