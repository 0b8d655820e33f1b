import { DEFAULT_RATES } from '../domain/cost/default-rates.ts';
import type { RateCard } from '../domain/cost/rate-card.ts';
import { ratesFingerprint } from '../domain/cost/rates-fingerprint.ts';
import type { Change } from '../domain/project/change.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';
import { openedDesign, shownResult } from './find-design.ts';
import { runDig } from './run-dig.ts';

/**
 * Changes what things cost; null: back to the rates that come with Notspot. One step of undo; nothing where nothing differs.
 * Where figures change, the plan and the design that are open are worked out again at once, their last results shown as earlier until then;
 * undo gives those results back with their rates. Other plans and designs say that they are out of date.
 */
export function setRates(context: AppContext, rates: RateCard | null, label = 'Changed rates'): void {
  const { project } = context.project.getState();
  const before = project.rates ?? null;
  if (JSON.stringify(before) === JSON.stringify(rates)) return;
  const changes: Change[] = [{ kind: 'set-rates', rates }];
  const isSame = ratesFingerprint(before ?? DEFAULT_RATES) === ratesFingerprint(rates ?? DEFAULT_RATES);
  const design = isSame ? null : openedDesign(context);
  const shown = design && shownResult(context, design);
  if (design && shown) {
    const at = project.designs.indexOf(design);
    changes.push({ kind: 'replace', list: 'designs', at, item: { ...design, result: null } });
  }
  const isChanged = changeReckoning(context, rates ? label : 'Rates back to the starting ones', changes);
  if (!design || !shown || !isChanged) return;
  context.digs.setState({ earlier: { designId: design.id, result: shown.result } });
  void runDig(context, design.id);
}
