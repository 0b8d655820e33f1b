import type { ColumnRoles } from '../domain/project/column-roles.ts';
import type { Role } from '../domain/project/role.ts';
import type { RoleSuggestion } from '../domain/project/role-suggestion.ts';
import { restrictionKind } from '../domain/streets/restriction-kind.ts';
import type { ColumnProfile } from '../domain/tables/column-profile.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { withOrigin } from './layouts/known-layouts.ts';
import { OPENSTREETMAP, OS_OPEN_DATA, type Publication } from './layouts/publications.ts';
import type { TableLook } from './layouts/table-look.ts';

/** What a table is of the streets that trenches are dug in: streets, fibre points, ducts, restrictions; null where none of them. */
export function suggestStreets(look: TableLook): RoleSuggestion | null {
  const { lines, points, polygons } = look.table.geometry;
  if (lines && 2 * new Set(lines.row).size >= look.table.rows) return ducts(look) ?? streets(look);
  if (polygons) return null;
  if (points || look.hasPlaces()) return fibrePoints(look);
  return restrictions(look);
}

function streets(look: TableLook): RoleSuggestion | null {
  const layout = streetLayout(look);
  if (!layout) return null;
  const { rows } = look.table;
  return asked(look, layout, {
    role: 'streets',
    roles: {
      id: look.named('osm_id', 'identifier', 'id', 'usrn', 'toid')?.name,
      name: look.named('name', 'name_1', 'name1', 'street', 'street_name', 'roadname')?.name,
      class: look.named('highway', 'class', 'form_of_way', 'formofway', 'fclass', 'highway_group')?.name,
      surface: look.named('surface')?.name,
      level: look.named('level', 'layer')?.name,
      width: look.named('width_m', 'width')?.name,
    },
    why: `${counted(rows, 'line')} ${layout.words}: streets, which trenches are dug along.`,
    alternatives: ['context', 'ducts', 'table'],
  });
}

/** That streets are lines, where rows with places are called or laid out as streets; nothing else. */
export function streetsAreLines(look: TableLook): FileIssue[] {
  const name = look.table.fileName.replace(/[_-]/g, ' ');
  if (!/\b(?:streets|roads|highways)\b/i.test(name) && !streetLayout(look)) return [];
  const message =
    'If these are streets: no trench can follow points, so they are drawn only. Give streets as lines.';
  return [{ code: 'NOT_LINES', outcome: 'note', message, count: look.table.rows, examples: [] }];
}

interface StreetLayout {
  readonly words: string;
  readonly label?: string;
  readonly publication?: Publication;
}

/** By whose columns lines are streets. A name alone makes no street: walks and rivers have names too. */
function streetLayout(look: TableLook): StreetLayout | null {
  if (look.named('highway') || (look.named('osm_id') && look.named('fclass', 'highway_group'))) {
    const column = look.named('highway', 'fclass', 'highway_group')?.name;
    return {
      words: `that grade streets ("${column}")`,
      label: 'OpenStreetMap streets',
      publication: OPENSTREETMAP,
    };
  }
  if (
    look.named('form_of_way', 'formofway') &&
    look.named('road_function', 'roadfunction', 'function', 'class')
  )
    return { words: 'with road function and form of way', label: 'OS Open Roads', publication: OS_OPEN_DATA };
  if (look.named('class') && look.count(...OWN) >= 2)
    return { words: 'with a class and what streets are made of' };
  return null;
}

/** Of our own template, besides name and class. */
const OWN = [
  'surface',
  'level',
  'width_m',
  'footways',
  'bridge',
  'tunnel',
  'microtrench',
  'section58_until',
  'traffic_sensitive',
  'lane_rental',
  'conservation_area',
];

function ducts(look: TableLook): RoleSuggestion | null {
  const kind = look.named('kind', 'type', 'duct_type', 'structure');
  if (!mostly(kind, /\b(?:ducts?|subduct|pole(?:s| route| line)?|overhead)\b/i)) return null;
  return asked(look, null, {
    role: 'ducts',
    roles: {
      id: look.named('id', 'ref', 'identifier')?.name,
      kind: kind?.name,
      owner: ownerOf(look),
    },
    why: `${counted(look.table.rows, 'line')} of ducts or poles ("${kind?.name}"): cable can be drawn along them for a rent.`,
    alternatives: ['context', 'streets', 'table'],
  });
}

function fibrePoints(look: TableLook): RoleSuggestion | null {
  const kind = look.named('kind', 'type', 'node_type', 'asset_type');
  if (!mostly(kind, /\b(?:exchange|cabinet|chamber|existing route)\b/i) || look.finds.uprn) return null;
  return asked(look, null, {
    role: 'fibre points',
    roles: {
      id: look.named('id', 'ref', 'identifier', 'site_id')?.name,
      name: look.finds.name,
      kind: kind?.name,
      owner: ownerOf(look),
      ...look.places(),
    },
    why: `${counted(look.table.rows, 'place')} such as exchanges and cabinets ("${kind?.name}"): where fibre can come from.`,
    alternatives: ['context', 'premises', 'table'],
  });
}

function restrictions(look: TableLook): RoleSuggestion | null {
  const street = look.named('street', 'usrn', 'street_name', 'street name', 'road');
  const kind = look.named(
    'kind',
    'restriction',
    'restriction_type',
    'restriction type',
    'type',
    'designation',
  );
  if (!street || !kind || kind.filled === 0) return null;
  const known = [...kind.texts].filter((text) => restrictionKind(text) !== null).length;
  if (2 * known < kind.texts.size || look.finds.uprn) return null;
  return asked(look, null, {
    role: 'restrictions',
    roles: {
      street: street.name,
      kind: kind.name,
      from: look.named('from', 'start', 'start_date', 'start date', 'from_date')?.name,
      until: look.named('until', 'to', 'end', 'end_date', 'end date', 'until_date')?.name,
      owner: ownerOf(look),
    },
    why: `${counted(look.table.rows, 'row')} of restrictions by street ("${street.name}", "${kind.name}").`,
    alternatives: ['table'],
  });
}

function ownerOf(look: TableLook): string | undefined {
  return look.named('owner', 'operator', 'authority', 'responsible')?.name;
}

/** Whether at least four in five of the texts met are like the pattern. */
function mostly(profile: ColumnProfile | undefined, pattern: RegExp): boolean {
  if (!profile || profile.texts.size === 0) return false;
  const texts = [...profile.texts];
  return texts.filter((text) => pattern.test(text)).length >= 0.8 * texts.length;
}

function asked(
  look: TableLook,
  layout: StreetLayout | null,
  found: { role: Role; roles: ColumnRoles; why: string; alternatives: readonly Role[] },
): RoleSuggestion {
  const roles = Object.fromEntries(Object.entries(found.roles).filter(([, column]) => column !== undefined));
  const suggestion = { unit: null, layers: [], codeKind: null, ...found, roles };
  return withOrigin(
    layout?.label ? { ...suggestion, layout: layout.label } : suggestion,
    look,
    layout?.publication ? { publication: layout.publication } : null,
  );
}
