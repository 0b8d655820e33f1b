import type { Confidence, Technology } from '../domain/coverage/layer.ts';
import type { AreaKind } from '../domain/geo/gss-code.ts';
import type { Unit } from '../domain/premises/premises-table.ts';
import type { ColumnRoles, Role } from '../domain/project/project.ts';
import { type ColumnProfile, profileColumn } from '../domain/tables/column-profile.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import { distinctCells } from '../domain/tables/repeated-cells.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { type ColumnFinds, findColumns } from './find-columns.ts';
import { polygonLayer, recordLayers, shareLayers } from './suggest-layers.ts';

/** A guess at what a file is for, with its reason. The person corrects it in two clicks. */
export interface RoleSuggestion {
  readonly role: Role;
  readonly roles: ColumnRoles;
  readonly unit: Unit | null;
  readonly layers: readonly SuggestedLayer[];
  /** What the codes or ids are: a kind of area, 'postcode' or 'UPRN'; null where there are none. */
  readonly codeKind: AreaKind | 'postcode' | 'UPRN' | null;
  /** One plain sentence: "18 polygons with codes E05…: wards". */
  readonly why: string;
  /** Other roles that the file could play, the likeliest first. */
  readonly alternatives: readonly Role[];
}

/** A coverage layer that the file could give. */
export interface SuggestedLayer {
  /** Unique within the file; letters, digits and '-'. */
  readonly key: string;
  readonly name: string;
  readonly technology: Technology;
  readonly operator: string | null;
  readonly confidence: Confidence | null;
  readonly shape: 'polygons' | 'records' | 'shares';
  readonly column: string | null;
  readonly measure: 'percent' | 'count' | null;
  /** For records of speeds: covered from this value on. */
  readonly atLeast: number | null;
}

/**
 * Guesses the role of a table from its geometry, its codes' prefixes, how unique its ids are and what its columns hold;
 * never from the file's name.
 */
export function suggestRoles(table: SourceTable): RoleSuggestion {
  const profiles = table.columns.map(profileColumn);
  const finds = findColumns(profiles);
  if (table.rows === 0) return suggestion('table', { why: 'No rows.' });
  if (table.geometry.polygons) return forPolygons(table, profiles, finds);
  if (table.geometry.lines) {
    return suggestion('context', {
      why: `${counted(table.rows, 'line')}: drawn for orientation.`,
      alternatives: ['table'],
    });
  }
  const hasPlaces = table.geometry.points !== null || finds.lon !== undefined || finds.easting !== undefined;
  return hasPlaces ? forPoints(table, profiles, finds) : forTable(table, profiles, finds);
}

function forPolygons(
  table: SourceTable,
  profiles: readonly ColumnProfile[],
  finds: ColumnFinds,
): RoleSuggestion {
  const { rows } = table;
  const code = codeColumn(table, profiles);
  if (code?.areaKind) {
    const roles = { code: code.name, ...namePart(finds, code) };
    const prefix = [...code.texts][0].slice(0, 3).toUpperCase();
    const codeKind = code.areaKind;
    const start = `${counted(rows, 'polygon')} with codes ${prefix}…`;
    if (codeKind === 'ward')
      return suggestion('wards', {
        roles,
        codeKind,
        why: `${start}: wards.`,
        alternatives: ['areas', 'coverage', 'context'],
      });
    const layers = shareLayers(profiles);
    const why = `${start}: ${kindPlural(codeKind)}`;
    if (layers.length > 0) {
      const told = `${why} with shares of ${layers.map((layer) => layer.technology).join(', ')}.`;
      return suggestion('shares', {
        roles,
        codeKind,
        layers,
        why: told,
        alternatives: ['areas', 'wards', 'context'],
      });
    }
    return suggestion('areas', {
      roles,
      codeKind,
      why: `${why}.`,
      alternatives: ['wards', 'coverage', 'context'],
    });
  }
  const layer = polygonLayer(profiles);
  const roles = finds.name ? { name: finds.name } : {};
  if (layer) {
    const of =
      layer.technology === 'coverage'
        ? 'without codes: read as a coverage footprint'
        : `that name ${layer.technology}: coverage`;
    return suggestion('coverage', {
      roles,
      layers: [layer],
      why: `${counted(rows, 'polygon')} ${of}.`,
      alternatives: ['areas', 'wards', 'context'],
    });
  }
  const why = `${counted(rows, 'polygon')} without area codes or a technology: drawn for orientation.`;
  return suggestion('context', { roles, why, alternatives: ['coverage', 'areas', 'wards', 'table'] });
}

function forPoints(
  table: SourceTable,
  profiles: readonly ColumnProfile[],
  finds: ColumnFinds,
): RoleSuggestion {
  const own = table.geometry.points !== null;
  const places: ColumnRoles = own
    ? { easting: finds.easting, northing: finds.northing }
    : { lon: finds.lon, lat: finds.lat, easting: finds.easting, northing: finds.northing };
  const extra: ColumnRoles = {
    address: finds.address,
    use: finds.use,
    building: finds.building,
    weight: finds.weight,
  };
  const system = own ? 'points' : finds.lon ? 'longitude and latitude' : 'British National Grid coordinates';
  const rows = counted(table.rows, 'row');
  const alternatives: Role[] = ['context', 'records', 'table'];
  const uprn = mostlyUnique(table, finds.uprn);
  if (uprn) {
    const roles = defined({ id: uprn.name, ...places, units: finds.units, ...extra });
    const layers = recordLayers(profiles);
    return suggestion('premises', {
      roles,
      unit: 'premises',
      codeKind: 'UPRN',
      layers,
      why: `${rows} with UPRNs and ${system}: premises.`,
      alternatives,
    });
  }
  const postcode = mostlyUnique(table, finds.postcode);
  if (postcode && !finds.address && !finds.contact) {
    const roles = defined({ id: postcode.name, ...places, units: finds.units, ...extra });
    const layers = [...recordLayers(profiles), ...shareLayers(profiles)];
    return suggestion('premises', {
      roles,
      unit: 'postcodes',
      codeKind: 'postcode',
      layers,
      why: `${rows} of postcodes with ${system}: each row is one postcode.`,
      alternatives,
    });
  }
  const area = codeColumn(table, profiles);
  if (area?.areaKind && finds.units) {
    const roles = defined({ id: area.name, code: area.name, ...places, units: finds.units });
    return suggestion('premises', {
      roles,
      unit: 'households',
      codeKind: area.areaKind,
      why: `${rows} of ${kindPlural(area.areaKind)} with "${finds.units}" and ${system}: counted at a point inside each.`,
      alternatives,
    });
  }
  const named = mostlyUnique(table, finds.premisesId);
  if (named) {
    const roles = defined({ id: named.name, ...places, units: finds.units, ...extra });
    return suggestion('premises', {
      roles,
      unit: 'premises',
      layers: recordLayers(profiles),
      why: `${rows} with premises ids and ${system}: premises.`,
      alternatives,
    });
  }
  const roles = defined({ name: finds.name, ...places });
  return suggestion('context', {
    roles,
    why: `${rows} with ${system} but neither UPRNs nor postcodes as ids: drawn for orientation.`,
    alternatives: ['premises', 'table'],
  });
}

function forTable(
  table: SourceTable,
  profiles: readonly ColumnProfile[],
  finds: ColumnFinds,
): RoleSuggestion {
  const rows = counted(table.rows, 'row');
  const uprn = mostlyUnique(table, finds.uprn);
  const postcode = mostlyUnique(table, finds.postcode);
  const shares = shareLayers(profiles);
  const id = uprn ?? (shares.length === 0 ? postcode : undefined);
  const records = recordLayers(profiles);
  if (id && records.length > 0) {
    const what = id === uprn ? 'UPRNs' : 'postcodes';
    const codeKind = id === uprn ? 'UPRN' : 'postcode';
    const why = `${rows} of ${what} without coordinates, with ${records.map((layer) => `"${layer.column}"`).join(', ')}: joined to your premises.`;
    return suggestion('records', {
      roles: { id: id.name },
      codeKind,
      layers: records,
      why,
      alternatives: ['table'],
    });
  }
  const code = codeColumn(table, profiles) ?? postcode;
  if (code && shares.length > 0) {
    const codeKind = code === postcode ? 'postcode' : code.areaKind;
    const what = codeKind === null || codeKind === 'postcode' ? 'postcodes' : kindPlural(codeKind);
    const why = `${rows} of ${what} with ${shares.map((layer) => `"${layer.column}"`).join(', ')}: shares per area.`;
    return suggestion('shares', {
      roles: { code: code.name, ...namePart(finds, code) },
      codeKind,
      layers: shares,
      why,
      alternatives: ['table'],
    });
  }
  return suggestion('table', {
    why: `${rows} without geometry, coordinates or shares that could be counted: kept as a table.`,
    alternatives: ['records', 'shares'],
  });
}

/** The column of GSS codes with the most different codes, if those name most rows apart; the first among equals. */
function codeColumn(table: SourceTable, profiles: readonly ColumnProfile[]): ColumnProfile | undefined {
  let best: ColumnProfile | undefined;
  let most = 0;
  for (const profile of profiles) {
    if (profile.areaKind === null || profile.filled < profile.looked / 2) continue;
    const distinct = distinctCells(profile.column);
    if (distinct > most) {
      best = profile;
      most = distinct;
    }
  }
  return best && most >= table.rows / 2 ? best : undefined;
}

/** The column, where nine in ten of its cells differ. */
function mostlyUnique(table: SourceTable, profile: ColumnProfile | undefined): ColumnProfile | undefined {
  return profile && distinctCells(profile.column) >= 0.9 * table.rows ? profile : undefined;
}

function namePart(finds: ColumnFinds, code: ColumnProfile): { name?: string } {
  const name = finds.nameBeside(code.name) ?? finds.name;
  return name === undefined || name === code.name ? {} : { name };
}

function kindPlural(kind: AreaKind): string {
  if (kind === 'authority') return 'authorities';
  return kind === 'country' ? 'countries' : `${kind}s`;
}

function defined(roles: ColumnRoles): ColumnRoles {
  return Object.fromEntries(Object.entries(roles).filter(([, column]) => column !== undefined));
}

function suggestion(role: Role, rest: Partial<RoleSuggestion> & { why: string }): RoleSuggestion {
  return {
    role,
    roles: {},
    unit: null,
    layers: [],
    codeKind: null,
    alternatives: ['context', 'table'],
    ...rest,
  };
}
