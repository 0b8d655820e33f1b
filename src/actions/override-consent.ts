import type { ConsentRuleId } from '../domain/consents/consent-hint.ts';
import type { AppContext } from './app-context.ts';
import { editSite } from './edit-sites.ts';

/**
 * Says against a hint whether that consent stands in a site's way, and why; null takes the word back. One step of undo.
 * Returns what is wrong with the reason; null where it was taken.
 */
export function overrideConsent(
  context: AppContext,
  siteId: string,
  rule: ConsentRuleId,
  said: { readonly applies: boolean; readonly reason: string } | null,
): string | null {
  const reason = said?.reason.trim();
  if (reason === '') return 'Give a reason: whoever reads this next must be able to check it.';
  const site = context.project.getState().project.sites.find(({ id }) => id === siteId);
  if (!site) return null;
  const others = site.overrides.filter((one) => one.rule !== rule);
  const overrides = said && reason ? [...others, { rule, applies: said.applies, reason }] : others;
  editSite(context, siteId, said ? 'Overrode a consent of' : 'Took back an override at', { overrides });
  return null;
}
