import { DEFAULT_RATES } from '../domain/cost/default-rates.ts';
import type { RateCard } from '../domain/cost/rate-card.ts';
import { ratesFingerprint } from '../domain/cost/rates-fingerprint.ts';
import type { Change } from '../domain/project/change.ts';
import type { AppContext } from './app-context.ts';
import { openedDesign, shownResult } from './find-design.ts';
import { runDig } from './run-dig.ts';

/**
 * Changes what things cost; null: back to the rates that come with Notspot. One step of undo; nothing where nothing differs.
 * Where figures change, the design that is open is worked out again at once, its last result shown as earlier until then;
 * undo gives that result back with its rates. Other designs say that they are out of date.
 */
export function setRates(context: AppContext, rates: RateCard | null, label = 'Changed rates'): void {
  const { project, version, change } = context.project.getState();
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
  change(rates ? label : 'Rates back to the starting ones', { kind: 'all', changes });
  if (!design || !shown || context.project.getState().version === version) return;
  context.digs.setState({ earlier: { designId: design.id, result: shown.result } });
  void runDig(context, design.id);
}
