import type { Role } from '../domain/project/role.ts';
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
    key: 'streets',
    title: 'Streets',
    fileName: 'streets-template.geojson',
    role: 'streets',
    columns: [
      { name: 'id', meaning: 'USRN or any identifier, as text', example: '99999999' },
      { name: 'name', meaning: 'lines of one name that meet are one street', example: 'Example Street' },
      {
        name: 'class',
        meaning:
          'motorway, A road, B road, minor road, local street, service, pedestrian, footpath, cycleway, track, steps; railway, tram, river and canal are crossed',
        example: 'local street',
      },
      {
        name: 'surface',
        meaning: 'carriageway, footway, verge or soft; blank: not known',
        example: 'carriageway',
      },
      { name: 'level', meaning: '0 is the ground, 1 above it, -1 below', example: '0' },
      { name: 'bridge', meaning: 'yes or no', example: 'no' },
      { name: 'tunnel', meaning: 'yes or no', example: 'no' },
      { name: 'width_m', meaning: 'metres across the carriageway', example: '5.5' },
      { name: 'footways', meaning: 'both, left, right or none; blank: not known', example: 'both' },
      { name: 'microtrench', meaning: 'yes or no: whether one can be cut', example: 'no' },
      { name: 'section58_until', meaning: 'protected after works until, YYYY-MM-DD', example: '2029-01-31' },
      { name: 'traffic_sensitive', meaning: 'yes, no or the hours', example: '07:30-09:30' },
      { name: 'lane_rental', meaning: 'yes or no', example: 'no' },
      { name: 'conservation_area', meaning: 'yes, no or its name', example: 'no' },
    ],
  },
  {
    key: 'fibre-points',
    title: 'Fibre points',
    fileName: 'fibre-points-template.csv',
    role: 'fibre points',
    columns: [
      { name: 'id', meaning: 'any identifier', example: 'FP1' },
      { name: 'name', meaning: 'what it is called', example: 'Example exchange' },
      {
        name: 'kind',
        meaning: 'exchange, cabinet, spine chamber, existing route or other',
        example: 'exchange',
      },
      { name: 'owner', meaning: 'optional', example: 'Example Fibre' },
      { name: 'longitude', meaning: 'degrees, WGS84; or use easting and northing', example: '-2.35' },
      { name: 'latitude', meaning: 'degrees, WGS84', example: '53.4' },
    ],
  },
  {
    key: 'ducts',
    title: 'Ducts and poles',
    fileName: 'ducts-template.geojson',
    role: 'ducts',
    columns: [
      { name: 'id', meaning: 'any identifier', example: 'D1' },
      { name: 'kind', meaning: 'duct or pole route', example: 'duct' },
      { name: 'owner', meaning: 'optional', example: 'Example Ducts' },
      { name: 'poles', meaning: 'pole routes: how many poles; blank: counted by distance', example: '0' },
    ],
  },
  {
    key: 'restrictions',
    title: 'Street restrictions',
    fileName: 'street-restrictions-template.csv',
    role: 'restrictions',
    columns: [
      { name: 'street', meaning: 'name, id or USRN, as in the streets', example: 'Example Street' },
      {
        name: 'kind',
        meaning:
          'section 58, traffic-sensitive, lane rental, conservation area, permit, wayleave, tram, level crossing or bridge',
        example: 'section 58',
      },
      { name: 'from', meaning: 'first day, YYYY-MM-DD; optional', example: '2026-02-01' },
      { name: 'until', meaning: 'last day, YYYY-MM-DD; blank: open-ended', example: '2029-01-31' },
      { name: 'hours', meaning: 'optional: hours of the day', example: '07:30-09:30' },
      { name: 'owner', meaning: 'who can lift it', example: 'Example Council' },
      { name: 'source', meaning: 'where it is published', example: 'Street works register' },
    ],
  },
  {
    key: 'roof-access',
    title: 'Roof access',
    fileName: 'roof-access-template.csv',
    role: 'roof access',
    columns: [
      { name: 'id', meaning: 'any identifier, kept as text', example: 'R1' },
      { name: 'name', meaning: 'what the roof or column is called', example: 'Example Library' },
      {
        name: 'kind',
        meaning: 'council building, lighting column, flats, works, mast …',
        example: 'council building',
      },
      {
        name: 'owner',
        meaning: 'who lets it; a name with “council” is the council’s',
        example: 'Example Council',
      },
      {
        name: 'wayleave',
        meaning: 'willing, silent or refusing; blank: nobody has asked',
        example: 'willing',
      },
      { name: 'asked', meaning: 'day of the asking, YYYY-MM-DD; optional', example: '2026-02-01' },
      { name: 'power', meaning: 'yes or no; blank: not known', example: 'yes' },
      { name: 'height_m', meaning: 'masts and columns: metres over the ground; optional', example: '' },
      { name: 'longitude', meaning: 'degrees, WGS84; or use easting and northing', example: '-2.35' },
      { name: 'latitude', meaning: 'degrees, WGS84', example: '53.4' },
    ],
  },
  {
    key: 'planned-excavations',
    title: 'Planned excavations',
    fileName: 'planned-excavations-template.csv',
    role: 'planned excavations',
    columns: [
      { name: 'street', meaning: 'name, id or USRN, as in the streets', example: 'Example Street' },
      { name: 'promoter', meaning: 'who digs', example: 'Example Water' },
      { name: 'works', meaning: 'what for; optional', example: 'water main renewal' },
      { name: 'from', meaning: 'first day, YYYY-MM-DD', example: '2027-03-01' },
      { name: 'until', meaning: 'last day, YYYY-MM-DD', example: '2027-05-31' },
      {
        name: 'shares_trench',
        meaning: 'yes or no: whether a duct may go in; blank: nobody has asked',
        example: 'yes',
      },
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

/** The template as a file: a header and the example row; for shapes a GeoJSON square or line. */
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
  const geometry =
    template.role === 'wards'
      ? { type: 'Polygon', coordinates: [corners] }
      : { type: 'LineString', coordinates: corners.slice(0, 2) };
  const feature = { type: 'Feature', properties, geometry };
  return `${JSON.stringify({ type: 'FeatureCollection', features: [feature] }, null, 1)}\n`;
}
