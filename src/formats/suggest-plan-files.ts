import { wayleaveSaid } from '../domain/plan/roof-access.ts';
import type { ColumnRoles } from '../domain/project/column-roles.ts';
import type { Role } from '../domain/project/role.ts';
import type { RoleSuggestion } from '../domain/project/role-suggestion.ts';
import { restrictionKind } from '../domain/streets/restriction-kind.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { withOrigin } from './layouts/known-layouts.ts';
import type { TableLook } from './layouts/table-look.ts';

/** What a table is of a plan's barriers: roofs with their owners' answers, or a calendar of others' excavations; null where neither. */
export function suggestPlanFiles(look: TableLook): RoleSuggestion | null {
  const { lines, points, polygons } = look.table.geometry;
  if (lines || polygons || look.finds.uprn) return null;
  return points || look.hasPlaces() ? roofAccess(look) : plannedExcavations(look);
}

function roofAccess(look: TableLook): RoleSuggestion | null {
  const wayleave = look.named('wayleave', 'wayleave_status', 'owner_answer', 'consent');
  if (!wayleave) return null;
  const known = [...wayleave.texts].filter((text) => wayleaveSaid(text) !== null).length;
  if (2 * known < wayleave.texts.size) return null;
  return suggested(look, {
    role: 'roof access',
    roles: {
      id: look.named('id', 'ref', 'identifier', 'site_id')?.name,
      name: look.finds.name,
      kind: look.named('kind', 'type', 'asset_type')?.name,
      owner: look.named('owner', 'landlord', 'operator')?.name,
      wayleave: wayleave.name,
      asked: look.named('asked', 'asked_on', 'date_asked')?.name,
      power: look.named('power', 'has_power', 'mains')?.name,
      height: look.named('height_m', 'height')?.name,
      ...look.places(),
    },
    why: `${counted(look.table.rows, 'place')} with what their owners answered ("${wayleave.name}"): roofs, masts and columns that could carry an antenna.`,
    alternatives: ['context', 'fibre points', 'table'],
  });
}

function plannedExcavations(look: TableLook): RoleSuggestion | null {
  const street = look.named('street', 'usrn', 'street_name', 'street name', 'road');
  const promoter = look.named('promoter', 'undertaker', 'works_promoter');
  const works = look.named('works', 'works_type', 'description', 'type', 'kind');
  const from = look.named('from', 'start', 'start_date', 'start date', 'from_date');
  if (!street || !promoter || !from) return null;
  // Restrictions may name who asked for them.
  if (works && [...works.texts].some((text) => restrictionKind(text) !== null)) return null;
  return suggested(look, {
    role: 'planned excavations',
    roles: {
      street: street.name,
      owner: promoter.name,
      kind: works?.name,
      from: from.name,
      until: look.named('until', 'to', 'end', 'end_date', 'end date', 'until_date')?.name,
      shares: look.named('shares_trench', 'shares', 'trench_sharing', 'dig_once')?.name,
    },
    why: `${counted(look.table.rows, 'row')} of works by street ("${street.name}", "${promoter.name}"): streets that others will dig up.`,
    alternatives: ['restrictions', 'table'],
  });
}

function suggested(
  look: TableLook,
  found: {
    readonly role: Role;
    readonly roles: ColumnRoles;
    readonly why: string;
    readonly alternatives: readonly Role[];
  },
): RoleSuggestion {
  const roles = Object.fromEntries(Object.entries(found.roles).filter(([, column]) => column !== undefined));
  return withOrigin({ unit: null, layers: [], codeKind: null, ...found, roles }, look, null);
}
