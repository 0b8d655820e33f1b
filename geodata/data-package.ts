import type { Borough } from './borough.ts';
import type { BoroughFile } from './borough-file.ts';
import { type BoroughContent, boroughFiles } from './borough-files.ts';
import { BOROUGH_DATE, BOROUGH_LICENCE } from './borough-pack.ts';
import { councilAssetContent } from './heights/council-assets.ts';
import { treeContent } from './heights/height-files.ts';
import type { WrittenFile } from './open-files.ts';
import { streetContents } from './streets/street-files.ts';

/** A file described: which content it is, its columns, and what was written. */
export interface DescribedFile {
  readonly content: BoroughContent;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly hasShapes: boolean;
  /** Null where it is only kept within the pack. */
  readonly written: WrittenFile | null;
}

/** A pack that is fetched when it is asked for and joins the borough's. */
export interface JoinedPack {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly pack: WrittenFile;
  readonly path: string;
  readonly files: readonly DescribedFile[];
}

/** Describes a file once it is made. */
export function describedFile(
  content: BoroughContent,
  file: BoroughFile,
  written: WrittenFile | null,
): DescribedFile {
  const isPointTable = file.fileName.endsWith('.csv') && file.rows.some(({ shape }) => shape !== null);
  return {
    content,
    columns: isPointTable && written ? [...file.columns, 'longitude', 'latitude'] : file.columns,
    rows: file.rows.length,
    hasShapes: file.rows.some(({ shape }) => shape !== null),
    written,
  };
}

/** The description of the demo borough as the repository keeps it: its pack, and those of its heights and streets. */
export function demoPackage(
  borough: Borough,
  asked: { readonly premises: number; readonly seed: string },
  written: { readonly pack: WrittenFile; readonly heights: WrittenFile; readonly streets: WrittenFile },
): string {
  const within = (content: BoroughContent): DescribedFile => describedFile(content, content.make(), null);
  return dataPackage({
    name: borough.name,
    ...asked,
    files: boroughFiles(borough).map(within),
    pack: written.pack,
    packPath: '../public/demo/borough.pack',
    joined: [
      {
        name: 'heights-pack',
        title: 'Heights, trees, council assets and rooftop sites as one pack',
        description:
          'Joins the borough where rooftop radio is looked at: the bare ground on cells of 50 m, trees, council assets and a few sites, in the layout of src/formats/pack.ts.',
        pack: written.heights,
        path: '../public/demo/heights.pack',
        files: [treeContent(borough, asked.seed), councilAssetContent(borough)].map(within),
      },
      {
        name: 'streets-pack',
        title: 'Streets to dig, and what lies in and stands in the way, as one pack',
        description:
          'Joins the borough where digging is looked at: streets in pieces between junctions with what they cross, places that fibre can come from, ducts and pole routes, what restricts works, works that others plan, access to roofs, and what is protected, in the layout of src/formats/pack.ts.',
        pack: written.streets,
        path: '../public/demo/streets.pack',
        files: streetContents(borough, asked.seed).map(within),
      },
    ],
  });
}

/** A Frictionless Data Package (version 1) as text: every file with its fields, size and digest. */
export function dataPackage(options: {
  name: string;
  premises: number;
  seed: string;
  files: readonly DescribedFile[];
  /** The ground as a grid, where it was written. */
  ground?: WrittenFile;
  pack: WrittenFile;
  packPath: string;
  /** Packs that join it, and what is in them. */
  joined?: readonly JoinedPack[];
}): string {
  const { files, ground, pack, packPath, joined = [] } = options;
  const within = files.filter((file) => file.written === null).map(describe);
  const descriptor = {
    profile: 'data-package',
    name: 'notspot-fictional-borough',
    title: `${options.name}: a fictional English borough`,
    description: `Made by a seeded generator (seed "${options.seed}", ${options.premises} premises asked for). Every place, person, company, code and number in it is invented. Coordinates are WGS 84 longitude and latitude in degrees; eastings and northings are metres of the British National Grid (EPSG:27700).`,
    created: `${BOROUGH_DATE}T00:00:00Z`,
    licenses: [
      {
        name: BOROUGH_LICENCE,
        title: 'CC0 1.0 Universal',
        path: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    sources: [{ title: 'Notspot demo: generated, from no data' }],
    resources: [
      ...files.flatMap((file) =>
        file.written
          ? [
              {
                ...describe(file),
                path: file.written.fileName,
                bytes: file.written.bytes,
                hash: `sha256:${file.written.sha256}`,
              },
            ]
          : [],
      ),
      ...(ground
        ? [
            {
              name: 'ground',
              title: 'Ground',
              description:
                'Bare ground in metres above sea, ESRI ASCII grid in metres of the British National Grid (EPSG:27700).',
              path: ground.fileName,
              format: 'asc',
              mediatype: 'text/plain',
              bytes: ground.bytes,
              hash: `sha256:${ground.sha256}`,
            },
          ]
        : []),
      {
        name: 'borough-pack',
        title: 'The whole borough as one pack',
        description:
          'All files as binary columns with the project that opens them, in the layout of src/formats/pack.ts.',
        path: packPath,
        format: 'pack',
        mediatype: 'application/octet-stream',
        bytes: pack.bytes,
        hash: `sha256:${pack.sha256}`,
        ...(within.length > 0 ? { contents: within } : {}),
      },
      ...joined.map(({ name, title, description, pack: own, path, files: within }) => ({
        name,
        title,
        description,
        path,
        format: 'pack',
        mediatype: 'application/octet-stream',
        bytes: own.bytes,
        hash: `sha256:${own.sha256}`,
        contents: within.map(describe),
      })),
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describe({ content, columns, rows, hasShapes }: DescribedFile): {
  name: string;
  title: string;
  description: string;
  rows: number;
  profile: string;
  schema: object;
} {
  const isTable = !hasShapes || columns.includes('uprn');
  return {
    name: content.contentId,
    title: content.title,
    description: content.description,
    rows,
    profile: isTable ? 'tabular-data-resource' : 'data-resource',
    schema: {
      fields: columns.map((name) => ({ name, ...FIELDS[name] })),
      ...(columns.includes('uprn') ? { primaryKey: 'uprn' } : {}),
    },
  };
}

const FIELDS: Record<string, { type: string; description: string }> = {
  WD26CD: { type: 'string', description: 'Ward code, invented' },
  WD26NM: { type: 'string', description: 'Ward name, invented' },
  LAD26CD: { type: 'string', description: 'Authority code, invented' },
  LAD26NM: { type: 'string', description: 'Authority name, invented' },
  LSOA26CD: { type: 'string', description: 'Statistical area code, invented' },
  LSOA26NM: { type: 'string', description: 'Statistical area name, invented' },
  period: { type: 'string', description: 'Month that the figure is of' },
  'All Premises': { type: 'integer', description: 'Premises that the percentage is of' },
  gigabit_percent: { type: 'number', description: 'Premises that can get gigabit, per cent, one decimal' },
  deprivation: { type: 'number', description: 'Index of deprivation, invented; more is worse' },
  offline_percent: { type: 'number', description: 'Adults who are not online, per cent, one decimal' },
  small_firms: { type: 'integer', description: 'Firms of fewer than 250 staff' },
  uprn: {
    type: 'string',
    description: 'Identifier of the premises, 12 digits from 999; an identifier, never a number',
  },
  postcode: { type: 'string', description: 'Postcode in the area ZX, which does not exist' },
  easting: { type: 'integer', description: 'Metres, British National Grid' },
  northing: { type: 'integer', description: 'Metres, British National Grid' },
  longitude: { type: 'number', description: 'Degrees, WGS 84' },
  latitude: { type: 'number', description: 'Degrees, WGS 84' },
  address: { type: 'string', description: 'Flat, number and street' },
  use: { type: 'string', description: 'home, business or public' },
  building: { type: 'string', description: 'Kind of building' },
  operator: { type: 'string', description: 'Company, invented' },
  technology: { type: 'string', description: 'gigabit, 5g or radio' },
  confidence: { type: 'string', description: 'high or very-high' },
  levels: { type: 'integer', description: 'Storeys, the ground floor counted' },
  height_m: { type: 'number', description: 'Metres from the ground to the highest part, one decimal' },
  crown_radius_m: { type: 'number', description: 'Radius of the crown, metres, one decimal' },
  full_fibre: { type: 'string', description: 'yes, no or unknown' },
  superfast_percent: {
    type: 'number',
    description: 'Premises that can get at least 30 Mbit/s, per cent, one decimal',
  },
  kind: {
    type: 'string',
    description:
      'What a row is: street, river, railway, water, park, wood, building, place, or a kind of council asset, fibre point, duct or restriction',
  },
  name: { type: 'string', description: 'Name' },
  class: { type: 'string', description: 'Class of street or place; railway, river and tram are crossed' },
  id: {
    type: 'string',
    description:
      'Identifier, invented; of a street: the same for all its pieces but bridges and level crossings',
  },
  surface: { type: 'string', description: 'What would be broken: carriageway, footway, verge or soft' },
  level: {
    type: 'string',
    description: '0 on the ground, 1 above: lines of two levels cross without meeting',
  },
  bridge: { type: 'string', description: 'yes or no' },
  width_m: { type: 'number', description: 'Metres across the carriageway, one decimal; blank: not known' },
  footways: { type: 'string', description: 'both, left, right or none; blank: not known' },
  microtrench: { type: 'string', description: 'yes or no: whether one can be cut; blank: not known' },
  section58_until: {
    type: 'string',
    description:
      'Last day that recent works protect the street, or no; blank: not known, or as the restrictions say',
  },
  traffic_sensitive: { type: 'string', description: 'Hours, or no; blank: not known' },
  lane_rental: { type: 'string', description: 'yes or no; blank: not known, or as the restrictions say' },
  conservation_area: { type: 'string', description: 'Its name, or no' },
  tram: { type: 'string', description: 'yes or no: whether a tramway runs in the street' },
  owner: { type: 'string', description: 'Company or authority, invented' },
  poles: { type: 'integer', description: 'Poles along a pole route; 0 for ducts' },
  street: { type: 'string', description: 'Identifier of the street, as in the streets' },
  from: { type: 'string', description: 'First day, YYYY-MM-DD; blank: not known' },
  until: { type: 'string', description: 'Last day, YYYY-MM-DD; blank: open-ended' },
  hours: { type: 'string', description: 'Hours of the day' },
  source: { type: 'string', description: 'Where it is written, invented' },
  promoter: { type: 'string', description: 'Who will dig, invented' },
  works: { type: 'string', description: 'What for' },
  shares_trench: {
    type: 'string',
    description: 'yes or no: whether a duct may go in; blank: nobody has asked',
  },
  wayleave: { type: 'string', description: 'willing, silent or refusing; blank: nobody has asked' },
  asked: { type: 'string', description: 'Day of the asking, YYYY-MM-DD' },
  power: { type: 'string', description: 'yes or no: whether there is power; blank: not known' },
  grade: { type: 'string', description: 'Grade of listing: I, II* or II' },
};
