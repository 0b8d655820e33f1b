import { technologyLabel } from '../domain/coverage/technology.ts';
import type { ColumnRoles } from '../domain/project/column-roles.ts';
import type { Role } from '../domain/project/role.ts';
import type { RoleSuggestion, SuggestedLayer } from '../domain/project/role-suggestion.ts';
import type { ColumnProfile } from '../domain/tables/column-profile.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { areaShares } from './layouts/area-shares.ts';
import { suggestByLayout, withOrigin } from './layouts/known-layouts.ts';
import { kindPlural, TableLook } from './layouts/table-look.ts';
import { polygonLayers } from './suggest-footprints.ts';
import { suggestHeights } from './suggest-heights.ts';
import { recordLayers, shareLayers, UNNAMED_TECHNOLOGY } from './suggest-layers.ts';
import { suggestPlanFiles } from './suggest-plan-files.ts';
import { buildingColumns, treeColumns } from './suggest-standing.ts';
import { streetsAreLines, suggestStreets } from './suggest-streets.ts';

/**
 * What a table is: the published layout that its columns are of, else a guess from its geometry, its codes' prefixes,
 * how unique its ids are and what its columns hold. Never from the file's name, which may only add a date, say of
 * what a column "pct" is a share, and that points are no streets.
 */
export function suggestRoles(table: SourceTable): RoleSuggestion {
  const look = new TableLook(table);
  if (table.rows === 0) return suggestion('table', { why: 'No rows.' });
  if (HEIGHT_FORMATS.has(table.format)) return suggestHeights(table);
  const ofPlan = suggestPlanFiles(look);
  if (ofPlan) return ofPlan;
  const ofStreets = suggestStreets(look);
  if (ofStreets) return ofStreets;
  if (table.geometry.polygons) return forPolygons(look);
  const known = suggestByLayout(look);
  if (known) return known;
  if (table.geometry.lines) {
    const why = `${counted(table.rows, 'line')}: drawn for orientation.`;
    const alternatives: Role[] = ['streets', 'ducts', 'table'];
    return withOrigin(suggestion('context', { why, alternatives }), look, null);
  }
  return withOrigin(look.hasPlaces() ? forPoints(look) : forTable(look), look, null);
}

/** Formats that hold a grid; their table is one row about it. */
const HEIGHT_FORMATS: ReadonlySet<string> = new Set(['geotiff', 'ascii-grid', 'height-tile']);

function forPolygons(look: TableLook): RoleSuggestion {
  const { finds } = look;
  const { rows } = look.table;
  const code = look.codeColumn();
  if (code) {
    const roles = { code: code.name, ...namePart(look, code) };
    const codeKind = code.areaKind;
    const start = `${counted(rows, 'polygon')} with ${rows === 1 ? 'code' : 'codes'} ${[...code.texts][0].slice(0, 3).toUpperCase()}…`;
    const { layers, layout } = areaShares(look);
    const kind = rows === 1 ? codeKind : kindPlural(codeKind);
    const shares = layers.length > 0 ? ` with shares of ${technologiesOf(layers)}` : '';
    const role: Role = codeKind === 'ward' ? 'wards' : layers.length > 0 ? 'shares' : 'areas';
    const others: Role[] = ['wards', 'shares', 'areas', 'coverage', 'context'];
    const found = suggestion(role, {
      roles,
      codeKind,
      layers,
      ...(layout ? { layout: layout.label } : {}),
      notes: unnamedNotes(layers),
      why: `${start}: ${kind}${shares}.`,
      alternatives: others.filter((other) => other !== role && (other !== 'shares' || layers.length > 0)),
    });
    return withOrigin(found, look, layout);
  }
  const layers = polygonLayers(look);
  const roles = finds.name ? { name: finds.name } : {};
  if (layers.length > 0) {
    const of =
      layers.length === 1 && layers[0].technology === UNNAMED_TECHNOLOGY
        ? 'without codes: read as a coverage footprint'
        : `that name ${technologiesOf(layers)}: coverage${layers.length > 1 ? `, ${layers.length} layers` : ''}`;
    const why = `${counted(rows, 'polygon')} ${of}.`;
    return withOrigin(
      suggestion('coverage', { roles, layers, why, alternatives: ['areas', 'wards', 'context'] }),
      look,
      null,
    );
  }
  const standing = buildingColumns(look);
  if (standing) {
    const why = `${counted(rows, 'polygon')} ${standingWords(standing)}`;
    const others: Role[] = ['context', 'coverage', 'areas', 'table'];
    const found = suggestion('buildings', { roles: standing, why, alternatives: others });
    return withOrigin(found, look, null);
  }
  const why = `${counted(rows, 'polygon')} without area codes or a technology: drawn for orientation.`;
  const alternatives: Role[] = ['coverage', 'areas', 'wards', 'table'];
  return withOrigin(suggestion('context', { roles, why, alternatives }), look, null);
}

function standingWords({ height, levels }: Pick<ColumnRoles, 'height' | 'levels'>): string {
  if (!height && !levels)
    return 'in a file of buildings without heights: their roofs are those of a loaded surface.';
  const of = height ? `heights ("${height}")` : `levels ("${levels}")`;
  return `with ${of}: buildings, which rooftop radio raises on the ground.`;
}

function forPoints(look: TableLook): RoleSuggestion {
  const { finds, table, profiles } = look;
  const own = table.geometry.points !== null;
  const places = look.places();
  const extra: ColumnRoles = {
    address: finds.address,
    use: finds.use,
    building: finds.building,
    weight: finds.weight,
  };
  const system = own ? 'points' : finds.lon ? 'longitude and latitude' : 'British National Grid coordinates';
  const rows = counted(table.rows, 'row');
  const alternatives: Role[] = ['context', 'records', 'table'];
  const uprn = look.mostlyUnique(finds.uprn);
  if (uprn) {
    return suggestion('premises', {
      roles: { id: uprn.name, ...places, units: finds.units, ...extra },
      unit: 'premises',
      codeKind: 'UPRN',
      layers: recordLayers(profiles),
      why: `${rows} with UPRNs and ${system}: premises.`,
      alternatives,
    });
  }
  const postcode = look.mostlyUnique(finds.postcode);
  if (postcode && !finds.address && !finds.contact) {
    return suggestion('premises', {
      roles: { id: postcode.name, ...places, units: finds.units, ...extra },
      unit: 'postcodes',
      codeKind: 'postcode',
      layers: [...recordLayers(profiles), ...areaShares(look).layers],
      why: `${rows} of postcodes with ${system}: each row is one postcode.`,
      alternatives,
    });
  }
  const area = look.codeColumn();
  if (area && finds.units) {
    return suggestion('premises', {
      roles: { id: area.name, code: area.name, ...places, units: finds.units },
      unit: 'households',
      codeKind: area.areaKind,
      why: `${rows} of ${kindPlural(area.areaKind)} with "${finds.units}" and ${system}: counted at a point inside each.`,
      alternatives,
    });
  }
  const named = look.mostlyUnique(finds.premisesId);
  if (named) {
    return suggestion('premises', {
      roles: { id: named.name, ...places, units: finds.units, ...extra },
      unit: 'premises',
      layers: recordLayers(profiles),
      why: `${rows} with premises ids and ${system}: premises.`,
      alternatives,
    });
  }
  const trees = treeColumns(look);
  if (trees) {
    const why = `${rows} with ${system} and heights of trees ("${trees.height}"): they stand in the way of rooftop radio.`;
    return suggestion('trees', {
      roles: { ...places, ...trees },
      why,
      alternatives: ['context', 'premises', 'table'],
    });
  }
  return suggestion('context', {
    roles: { name: finds.name, ...places },
    why: `${rows} with ${system} but neither UPRNs nor postcodes as ids: drawn for orientation.`,
    notes: streetsAreLines(look),
    alternatives: ['premises', 'table'],
  });
}

function forTable(look: TableLook): RoleSuggestion {
  const { finds, table, profiles } = look;
  const rows = counted(table.rows, 'row');
  const uprn = look.mostlyUnique(finds.uprn);
  const postcode = look.mostlyUnique(finds.postcode);
  const shares = shareLayers(profiles, table.fileName);
  const id = uprn ?? (shares.length === 0 ? postcode : undefined);
  const records = recordLayers(profiles);
  if (id && records.length > 0) {
    const what = id === uprn ? 'UPRNs' : 'postcodes';
    return suggestion('records', {
      roles: { id: id.name },
      codeKind: id === uprn ? 'UPRN' : 'postcode',
      layers: records,
      why: `${rows} of ${what} without coordinates, with ${columnsOf(records)}: joined to your premises.`,
      alternatives: ['table'],
    });
  }
  const code = look.codeColumn() ?? postcode;
  if (code && shares.length > 0) {
    const codeKind = code === postcode ? 'postcode' : code.areaKind;
    const what = codeKind === null ? 'postcodes' : kindPlural(codeKind);
    return suggestion('shares', {
      roles: { code: code.name, ...namePart(look, code) },
      codeKind,
      layers: shares,
      notes: unnamedNotes(shares),
      why: `${rows} of ${what} with ${columnsOf(shares)}: shares per area.`,
      alternatives: ['table'],
    });
  }
  const of = code?.areaKind ? ` of ${kindPlural(code.areaKind)}` : '';
  const repeated = finds.uprn ?? finds.postcode;
  const lacking =
    records.length > 0 && repeated
      ? `, with ${columnsOf(records)}, but "${repeated.name}" stands in more than one row too often to be joined unasked`
      : ', and no column that names a technology with yes or no or a share';
  return suggestion('table', {
    ...(code?.areaKind ? { codeKind: code.areaKind } : {}),
    why: `${rows}${of} without coordinates${lacking}: kept as a table.`,
    alternatives: ['records', 'shares'],
  });
}

/** A share of something that no column names: the file's name may, else only a person can say of what. */
function unnamedNotes(layers: readonly SuggestedLayer[]): FileIssue[] {
  return layers.flatMap((layer): FileIssue[] => {
    const { technology, column, namedByFile, offered } = layer;
    const note = { outcome: 'note', count: 1, examples: column ? [column] : [] } as const;
    if (technology === UNNAMED_TECHNOLOGY) {
      const message = `Nothing in the file says what ${columnsOf([layer])} is a share of. Name its technology before you count with it.`;
      return [{ ...note, code: 'TECHNOLOGY_UNKNOWN', message }];
    }
    if (!namedByFile) return [];
    const of = offered
      ? `the land with ${technologyLabel(technology.replace(/-area$/, ''))}`
      : technologyLabel(technology);
    const message = `${columnsOf([layer])} is read as the share of ${of}, which only the file's name says. Change its technology if that is wrong.`;
    return [{ ...note, code: 'TECHNOLOGY_BY_FILE_NAME', message }];
  });
}

function technologiesOf(layers: readonly SuggestedLayer[]): string {
  const asked = layers.filter((layer) => !layer.offered);
  return [...new Set(asked.map((layer) => technologyLabel(layer.technology)))].join(', ');
}

function columnsOf(layers: readonly SuggestedLayer[]): string {
  return [...new Set(layers.map((layer) => `"${layer.column}"`))].join(', ');
}

function namePart(look: TableLook, code: ColumnProfile): { name?: string } {
  const beside = look.finds.nameBeside(code.name);
  if (beside !== undefined && beside !== code.name) return { name: beside };
  // A name that stands beside many codes is the name of something larger.
  const name = look.profiles.find((profile) => profile.name === look.finds.name);
  return name && name.name !== code.name && 2 * look.distinctIn(name) >= look.distinctIn(code)
    ? { name: name.name }
    : {};
}

function suggestion(role: Role, rest: Partial<RoleSuggestion> & { why: string }): RoleSuggestion {
  const { notes, roles, ...others } = rest;
  return {
    role,
    unit: null,
    layers: [],
    codeKind: null,
    alternatives: ['context', 'table'],
    ...others,
    roles: Object.fromEntries(Object.entries(roles ?? {}).filter(([, column]) => column !== undefined)),
    ...(notes && notes.length > 0 ? { notes } : {}),
  };
}
