import { DEFAULT_PLAN_CARD } from '../domain/plan/default-plan-card.ts';
import type { PlanCard } from '../domain/plan/plan-card.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';

/**
 * Puts an edited plan card in force; `what` is what was changed: "what rooftops cost". The first edit of the starting card
 * makes it the project's own, with a name that says so. Nothing where nothing differs.
 */
export function savePlanCard(context: AppContext, card: PlanCard, what: string): void {
  const { id, name } = DEFAULT_PLAN_CARD;
  if (JSON.stringify(card) === JSON.stringify(DEFAULT_PLAN_CARD)) return;
  const own =
    card.id === id
      ? { ...card, id: 'own-plan-card', name: card.name === name ? 'Own assumptions' : card.name }
      : card;
  setPlanCard(context, own, `Assumptions: ${what}`);
}

/** Changes what plans are reckoned with; null: back to the card that comes with Notspot. One step of undo. */
export function setPlanCard(context: AppContext, card: PlanCard | null, label = 'Changed assumptions'): void {
  const before = context.project.getState().project.planCard ?? null;
  if (JSON.stringify(before) === JSON.stringify(card)) return;
  changeReckoning(context, card ? label : 'Assumptions back to the starting ones', [
    { kind: 'set-plan-card', planCard: card },
  ]);
}
