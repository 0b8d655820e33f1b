import type { ConsentRuleId } from '../domain/consents/consent-hint.ts';
import type { AppContext } from './app-context.ts';
import { editSite } from './edit-sites.ts';

/** What a person says against a hint, or null to go by the rule again. */
export interface ConsentWord {
  readonly applies: boolean;
  readonly reason: string;
}

/**
 * Says against a rule whether a consent stands in a site's way, with a reason; null takes that back. One step of undo.
 * Returns what is wrong with the reason; null: taken.
 */
export function overrideConsent(
  context: AppContext,
  siteId: string,
  rule: ConsentRuleId,
  word: ConsentWord | null,
): string | null {
  const site = context.project.getState().project.sites.find(({ id }) => id === siteId);
  if (!site) return null;
  const reason = word?.reason.trim() ?? '';
  if (word && reason === '') return 'Write why: whoever reads this later has nothing else to go by.';
  const others = site.overrides.filter((override) => override.rule !== rule);
  editSite(context, siteId, word ? 'Overrode a consent of' : 'Went by the rule again for', {
    overrides: word ? [...others, { rule, applies: word.applies, reason }] : others,
  });
  return null;
}
