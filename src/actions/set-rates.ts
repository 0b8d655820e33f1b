import type { RateCard } from '../domain/cost/rate-card.ts';
import type { AppContext } from './app-context.ts';

/** Changes what things cost; null: back to the rates that come with Notspot. One step of undo; nothing where nothing differs. */
export function setRates(context: AppContext, rates: RateCard | null, label = 'Changed rates'): void {
  const { project, change } = context.project.getState();
  if (JSON.stringify(project.rates ?? null) === JSON.stringify(rates)) return;
  change(rates ? label : 'Rates back to the starting ones', { kind: 'set-rates', rates });
}
