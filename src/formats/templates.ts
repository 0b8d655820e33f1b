import type { Role } from '../domain/project/project.ts';
import { writeCsv } from './csv.ts';

/** A file to fill in: its columns with what stands in each, and one row that nobody could take for real. */
export interface Template {
  readonly key: string;
  readonly title: string;
  readonly fileName: string;
  /** The role it is recognised as once it is filled in and dropped. */
  readonly role: Role;
  readonly columns: readonly { readonly name: string; readonly meaning: string; readonly example: string }[];
}

/** A template for every table the app takes. */
export const TEMPLATES: readonly Template[] = [
  {
    key: 'premises',
    title: 'Premises',
    fileName: 'premises-template.csv',
    role: 'premises',
    columns: [
      { name: 'UPRN', meaning: 'unique property reference number, as text', example: '999999999901' },
      { name: 'longitude', meaning: 'degrees, WGS84; or use easting and northing', example: '-2.35' },
      { name: 'latitude', meaning: 'degrees, WGS84', example: '53.4' },
      {
        name: 'address',
        meaning: 'optional: used to find it and to count by street',
        example: '1 Example Street',
      },
      { name: 'postcode', meaning: 'optional', example: 'ZZ9 9ZZ' },
      { name: 'use', meaning: 'optional: home, business or public building', example: 'home' },
    ],
  },
  {
    key: 'records',
    title: 'Coverage records',
    fileName: 'coverage-records-template.csv',
    role: 'records',
    columns: [
      { name: 'UPRN', meaning: 'the same identifier as in the premises', example: '999999999901' },
      { name: 'gigabit', meaning: 'true, false, or blank for not known', example: 'false' },
      { name: '4g', meaning: 'a column for each technology you know of', example: 'true' },
    ],
  },
  {
    key: 'shares',
    title: 'Coverage shares',
    fileName: 'coverage-shares-template.csv',
    role: 'shares',
    columns: [
      { name: 'oa21cd', meaning: 'area code: output area, LSOA, ward or authority', example: 'E00999999' },
      {
        name: 'gigabit_percent',
        meaning: '0 to 100; blank for not known',
        example: '82.5',
      },
    ],
  },
  {
    key: 'wards',
    title: 'Wards',
    fileName: 'wards-template.geojson',
    role: 'wards',
    columns: [
      { name: 'WD24CD', meaning: 'ward code; the year is the vintage', example: 'E05999999' },
      { name: 'WD24NM', meaning: 'ward name', example: 'Example Ward' },
      { name: 'LAD24NM', meaning: 'optional: the authority', example: 'Exampleborough' },
    ],
  },
  {
    key: 'households',
    title: 'Households',
    fileName: 'households-template.csv',
    role: 'premises',
    columns: [
      { name: 'oa21cd', meaning: 'output area code', example: 'E00999999' },
      { name: 'households', meaning: 'whole number', example: '125' },
      { name: 'longitude', meaning: 'a point inside the area', example: '-2.35' },
      { name: 'latitude', meaning: 'degrees, WGS84', example: '53.4' },
    ],
  },
  {
    key: 'assets',
    title: 'Council assets',
    fileName: 'council-assets-template.csv',
    role: 'context',
    columns: [
      { name: 'site_name', meaning: 'name of the building or column', example: 'Example Library' },
      { name: 'asset_type', meaning: 'library, lamp post, mast …', example: 'library' },
      { name: 'longitude', meaning: 'degrees, WGS84', example: '-2.35' },
      { name: 'latitude', meaning: 'degrees, WGS84', example: '53.4' },
    ],
  },
  {
    key: 'lookup',
    title: 'Look-up of codes',
    fileName: 'look-up-template.csv',
    role: 'table',
    columns: [
      { name: 'oa21cd', meaning: 'output area code', example: 'E00999999' },
      { name: 'wd24cd', meaning: 'the ward it is in', example: 'E05999999' },
      { name: 'wd24nm', meaning: 'the ward’s name', example: 'Example Ward' },
    ],
  },
];

/** The template as a file: a header and the example row; for wards a GeoJSON square. */
export function templateText(template: Template): string {
  if (!template.fileName.endsWith('.geojson')) {
    return writeCsv(
      template.columns.map(({ name }) => name),
      [template.columns.map(({ example }) => example)],
    );
  }
  const properties = Object.fromEntries(template.columns.map(({ name, example }) => [name, example]));
  const corners = [
    [-2.36, 53.39],
    [-2.34, 53.39],
    [-2.34, 53.41],
    [-2.36, 53.41],
    [-2.36, 53.39],
  ];
  const feature = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [corners] } };
  return `${JSON.stringify({ type: 'FeatureCollection', features: [feature] }, null, 1)}\n`;
}
