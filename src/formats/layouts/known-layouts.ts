import type { RoleSuggestion } from '../../domain/project/role-suggestion.ts';
import { areaLookup } from './area-lookup.ts';
import { averageSpeeds } from './average-speeds.ts';
import { bdukPremises } from './bduk-premises.ts';
import { cdrcSpeeds } from './cdrc-speeds.ts';
import { censusHouseholds } from './census-households.ts';
import { codePointOpen } from './code-point-open.ts';
import { councilAssets } from './council-assets.ts';
import type { KnownLayout } from './known-layout.ts';
import { measuredPoints } from './measured-points.ts';
import { mobileSites } from './mobile-sites.ts';
import { ofcomAddresses } from './ofcom-addresses.ts';
import { ofcomFixed } from './ofcom-fixed.ts';
import { ofcomMobile } from './ofcom-mobile.ts';
import { onsPostcodeDirectory } from './ons-postcode-directory.ts';
import { onsUprnDirectory } from './ons-uprn-directory.ts';
import { osOpenUprn } from './os-open-uprn.ts';
import { postcodesWithAreas } from './postcodes-with-areas.ts';
import type { TableLook } from './table-look.ts';
import { dateTold, vintageTold } from './told-dates.ts';

/** The layouts known, the more telling first: a table is what the first of them says. */
export const KNOWN_LAYOUTS: readonly KnownLayout[] = [
  bdukPremises,
  ofcomMobile,
  ofcomFixed,
  ofcomAddresses,
  onsPostcodeDirectory,
  codePointOpen,
  osOpenUprn,
  onsUprnDirectory,
  councilAssets,
  censusHouseholds,
  averageSpeeds,
  cdrcSpeeds,
  postcodesWithAreas,
  measuredPoints,
  mobileSites,
  areaLookup,
];

/** The suggestion of the first layout that the table is of; null where it is of none. */
export function suggestByLayout(look: TableLook): RoleSuggestion | null {
  const layout = KNOWN_LAYOUTS.find((candidate) => candidate.matches(look));
  if (!layout) return null;
  const { label, roles, notes, lookup, ...rest } = layout.suggest(look);
  return withOrigin(
    {
      unit: null,
      layers: [],
      codeKind: null,
      alternatives: ['context', 'table'],
      ...rest,
      roles: definedRoles(roles ?? {}),
      ...(notes && notes.length > 0 ? { notes } : {}),
      ...(lookup && lookup.length > 0 ? { lookup } : {}),
      layout: label ?? layout.label,
    },
    look,
    layout,
  );
}

/** The suggestion with what layout, columns and name tell of publisher, date and vintage. */
export function withOrigin(
  suggestion: RoleSuggestion,
  look: TableLook,
  layout: Pick<KnownLayout, 'publication'> | null,
): RoleSuggestion {
  const date = dateTold(look);
  const vintage = vintageTold(look);
  const publication = layout?.publication;
  const source = {
    ...(publication
      ? {
          publisher: publication.publisher,
          licence: publication.licence,
          url: publication.url,
          attribution: publication.attribution(date?.slice(0, 4) ?? null),
        }
      : {}),
    ...(date ? { date } : {}),
  };
  return {
    ...suggestion,
    ...(Object.keys(source).length > 0 ? { source } : {}),
    ...(vintage ? { vintage } : {}),
  };
}

function definedRoles(roles: RoleSuggestion['roles']): RoleSuggestion['roles'] {
  return Object.fromEntries(Object.entries(roles).filter(([, column]) => column !== undefined));
}
