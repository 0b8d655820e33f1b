import type { SeesAnswer } from '../domain/radio/sees-answer.ts';
import type { AppContext } from './app-context.ts';
import { showLink } from './set-rooftops-view.ts';

/** Opens the One link view from a site to the place of the premises from which it is seen best. */
export function showLinkTo(context: AppContext, siteId: string, { sites }: SeesAnswer): void {
  const seen = sites.find((site) => site.siteId === siteId);
  if (!seen) return;
  const { lon, lat, antennaMetres, above } = seen.link.to;
  showLink(
    context,
    { kind: 'site', siteId },
    { kind: 'place', lon, lat, antennaMetres, above, ofPremises: true },
  );
}
