import type { LayerRecord } from '../src/domain/coverage/layer.ts';
import { technologyDefinition } from '../src/domain/coverage/technology.ts';
import type { ColumnRoles } from '../src/domain/project/column-roles.ts';
import type { Source } from '../src/domain/project/figure.ts';
import type { DatasetRecord, Project, Recipe } from '../src/domain/project/project.ts';
import type { Role } from '../src/domain/project/role.ts';
import type { RoleSuggestion } from '../src/domain/project/role-suggestion.ts';
import type { SourceTable } from '../src/domain/tables/source-table.ts';
import type { Pack } from '../src/formats/pack.ts';
import type { Borough } from './borough.ts';
import { tableOf } from './borough-file.ts';
import { type BoroughContent, boroughFiles } from './borough-files.ts';

/** Date on everything fictional: when the generator's plan was last changed. */
export const BOROUGH_DATE = '2026-11-01';
/** Licence of all that the generator makes. */
export const BOROUGH_LICENCE = 'CC0-1.0';

/** The borough as a project with its files. Only inputs: every count is made by who opens it. */
export function boroughPack(borough: Borough): Pack {
  const contents = boroughFiles(borough).map((content) => ({ content, table: tableOf(content.make()) }));
  const project: Project = {
    name: borough.name,
    fictional: true,
    datasets: contents.map(({ content, table }) => datasetRecord(content, table)),
    layers: layerRecords(borough, new Map(contents.map(({ content }) => [content.contentId, content]))),
    recipes: RECIPES,
    assumptions: [],
    plans: [],
    sites: [],
    devices: [],
    designs: [],
    view: { recipeId: RECIPES[0].id },
  };
  return {
    project,
    contents: contents.map(({ content, table }) => ({ contentId: content.contentId, table })),
  };
}

/** Where a file of the borough comes from, in the words the screen shows. */
export function boroughSource(title: string): Source {
  return {
    title: `${title} (fictional)`,
    publisher: 'Notspot demo',
    date: BOROUGH_DATE,
    licence: BOROUGH_LICENCE,
    url: null,
  };
}

const RECIPES: readonly Recipe[] = [
  { id: 'double', name: 'Double not-spot', text: 'no gigabit and no 5g' },
  { id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' },
  { id: 'no-5g', name: '5G not-spot', text: 'no 5g' },
  { id: 'partial-5g', name: 'Fewer than two 5G operators', text: '5g < 2 operators' },
  { id: 'no-superfast', name: 'No superfast', text: 'no superfast' },
  {
    id: 'nothing-at-all',
    name: 'No gigabit, no 5G, no rooftop radio',
    text: 'no gigabit and no 5g and no radio',
  },
];

const ROLES: Record<string, { role: Role; roles: ColumnRoles }> = {
  wards: { role: 'wards', roles: { code: 'WD26CD', name: 'WD26NM' } },
  premises: {
    role: 'premises',
    roles: {
      id: 'uprn',
      easting: 'easting',
      northing: 'northing',
      address: 'address',
      use: 'use',
      building: 'building',
    },
  },
  'full-fibre-survey': { role: 'records', roles: { id: 'uprn' } },
  'superfast-shares': { role: 'shares', roles: { code: 'LSOA26CD', name: 'LSOA26NM' } },
  // Shares of whole authorities are there to be compared with, not counted.
  'gigabit-by-authority': { role: 'table', roles: { code: 'LAD26CD', name: 'LAD26NM' } },
  'need-by-ward': { role: 'table', roles: { code: 'WD26CD', name: 'WD26NM' } },
  streets: { role: 'context', roles: { name: 'name' } },
  buildings: { role: 'context', roles: {} },
  landscape: { role: 'context', roles: { name: 'name' } },
  places: { role: 'context', roles: { name: 'name' } },
};

const SUGGESTIONS: Record<string, RoleSuggestion> = {
  'gigabit-by-authority': {
    role: 'table',
    roles: { code: 'LAD26CD', name: 'LAD26NM' },
    unit: null,
    layers: [
      {
        shape: 'shares',
        technology: 'gigabit',
        operator: null,
        confidence: null,
        column: 'gigabit_percent',
        measure: 'percent',
        atLeast: null,
      },
    ],
    codeKind: 'authority',
    why: 'Gigabit shares of authorities at two dates: to compare with.',
    alternatives: ['shares'],
  },
};

function datasetRecord({ contentId, title }: BoroughContent, table: SourceTable): DatasetRecord {
  const { role, roles } = ROLES[contentId] ?? { role: 'coverage', roles: {} };
  return {
    contentId,
    fileName: table.fileName,
    format: table.format,
    role,
    roles,
    unit: role === 'premises' ? 'premises' : null,
    rows: table.rows,
    columnNames: table.columns.map((column) => column.name),
    source: boroughSource(title),
    confidential: false,
    report: {
      fileName: table.fileName,
      bytes: bytesOf(table),
      rowsRead: table.rows,
      rowsUsed: table.rows,
      rowsRepaired: 0,
      rowsLeftOut: 0,
      issues: [],
    },
    ...(SUGGESTIONS[contentId] ? { suggestion: SUGGESTIONS[contentId] } : {}),
  };
}

function layerRecords(borough: Borough, contents: ReadonlyMap<string, BoroughContent>): LayerRecord[] {
  const common = { joinColumn: null, extent: { kind: 'all-wards' }, confidential: false } as const;
  return [
    ...borough.footprints.map(
      (footprint): LayerRecord => ({
        ...common,
        id: footprint.key,
        key: footprint.key,
        name: footprint.name,
        technology: footprint.technology,
        operator: footprint.operator,
        confidence: footprint.confidence,
        shape: 'polygons',
        contentId: footprint.key,
        column: null,
        measure: null,
        definition: definitionOf(footprint.technology),
        source: boroughSource(contents.get(footprint.key)?.title ?? footprint.name),
      }),
    ),
    {
      ...common,
      id: 'full-fibre',
      key: 'full-fibre',
      name: 'Full fibre survey',
      technology: 'full-fibre',
      operator: null,
      confidence: null,
      shape: 'records',
      contentId: 'full-fibre-survey',
      column: 'full_fibre',
      measure: null,
      definition: definitionOf('full-fibre'),
      source: boroughSource('Full fibre survey'),
    },
    {
      ...common,
      id: 'superfast',
      key: 'superfast',
      name: 'Superfast by area',
      technology: 'superfast',
      operator: null,
      confidence: null,
      shape: 'shares',
      contentId: 'superfast-shares',
      column: 'superfast_percent',
      measure: 'percent',
      definition: definitionOf('superfast'),
      source: boroughSource('Superfast availability by area'),
    },
  ];
}

function definitionOf(technology: string): string {
  const definition = technologyDefinition(technology);
  if (definition === null) throw new Error(`No definition is known of "${technology}".`);
  return definition;
}

/** What a table holds, in bytes of cells, coordinates and heights. */
export function bytesOf({ columns, geometry, heights }: SourceTable): number {
  const coordinates =
    (geometry.points ? 2 * geometry.points.lon.length : 0) +
    (geometry.lines?.coordinates.length ?? 0) +
    (geometry.polygons?.coordinates.length ?? 0);
  return (
    columns.reduce((sum, column) => sum + column.bytes.length, 0) +
    4 * (coordinates + (heights?.heights.length ?? 0))
  );
}
