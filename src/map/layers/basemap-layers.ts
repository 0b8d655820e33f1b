import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl';
import type { Basemap } from '../../domain/project/basemap.ts';
import type { MapColours } from '../map-colours.ts';
import { basemapTileAddress } from '../tile-address.ts';
import type { Drawn } from './drawn.ts';
import { FONT } from './fonts.ts';
import { zoomed } from './zoomed.ts';

export const BASEMAP_SOURCE = 'basemap';

/**
 * A dropped basemap in the quiet colours of the page. Vector layers are known by the names that Protomaps, Shortbread,
 * OpenMapTiles and OS Zoomstack give them; a file that has none of those names is drawn by geometry alone.
 */
export function basemapLayers(basemap: Basemap, version: number, colours: MapColours): Drawn {
  const { kind, bounds, minZoom, maxZoom } = basemap;
  const address = {
    tiles: [basemapTileAddress(version)],
    bounds: [...bounds] as [number, number, number, number],
    minzoom: minZoom,
    maxzoom: maxZoom,
  };
  const source: SourceSpecification =
    kind === 'vector' ? { type: 'vector', ...address } : { type: 'raster', tileSize: 256, ...address };
  const layers = kind === 'vector' ? vectorLayers(basemap, colours) : [rasterLayer(colours)];
  return { sources: { [BASEMAP_SOURCE]: source }, layers };
}

function rasterLayer(colours: MapColours): LayerSpecification {
  // A bright picture would outshine the data, most of all by night.
  const dark = /^#[0-7]/.test(colours.land);
  return {
    id: 'basemap-raster',
    type: 'raster',
    source: BASEMAP_SOURCE,
    paint: {
      'raster-saturation': -0.5,
      'raster-opacity': 0.9,
      'raster-brightness-max': dark ? 0.5 : 1,
      'raster-fade-duration': 0,
    },
  };
}

function vectorLayers({ layerNames }: Basemap, colours: MapColours): LayerSpecification[] {
  const known = (names: readonly string[]): string[] =>
    layerNames.length === 0 ? [...names] : names.filter((name) => layerNames.includes(name));
  const layers = [
    ...known(NAMES.ground).map((name) => area('basemap-area', name, colours.land)),
    ...known(NAMES.use).map((name) => area('basemap-green', name, colours.green, isKind(GREEN))),
    ...known(NAMES.green).map((name) => area('basemap-green', name, colours.green)),
    ...known(NAMES.water).map((name) => area('basemap-water', name, colours.water)),
    ...known(NAMES.building).map((name): LayerSpecification => {
      return { ...area('basemap-building', name, colours.building), minzoom: 13 };
    }),
    ...known(NAMES.river).map((name) => {
      return line('basemap-river', name, colours.water, zoomed([9, 0.6], [14, 2], [17, 8]));
    }),
    ...known(NAMES.road).flatMap((name) => [
      line('basemap-street-casing', name, colours.roadCasing, roadWidth(1.2), not(RAIL)),
      line('basemap-street', name, colours.road, roadWidth(0), not(RAIL)),
      line('basemap-railway', name, colours.rail, zoomed([9, 0.6], [17, 2]), isKind(RAIL)),
    ]),
    ...known(NAMES.rail).map((name) => {
      return line('basemap-railway', name, colours.rail, zoomed([9, 0.6], [17, 2]));
    }),
    ...known([...NAMES.road, ...NAMES.roadName]).map((name) => label('basemap-street-label', name, colours)),
    ...known(NAMES.place).map((name) => label('basemap-place-label', name, colours)),
  ];
  if (layers.length > 0) return layers;
  return layerNames.flatMap((name) => [
    area('basemap-area', name, colours.building),
    line('basemap-street', name, colours.road, roadWidth(0)),
  ]);
}

/** Layer names by what they hold: Protomaps, Shortbread, OpenMapTiles, OS Zoomstack. */
const NAMES = {
  ground: ['earth'],
  use: ['landuse', 'landcover', 'land', 'park'],
  green: ['greenspace', 'woodland', 'national_parks'],
  water: ['water', 'ocean', 'water_polygons', 'sea', 'surfacewater'],
  building: ['buildings', 'building', 'local_buildings', 'district_buildings'],
  river: ['water_lines', 'waterway', 'waterlines'],
  road: ['roads', 'streets', 'transportation', 'roads_local', 'roads_regional', 'roads_national'],
  rail: ['rail'],
  roadName: ['street_labels', 'transportation_name'],
  place: ['places', 'place_labels', 'place'],
} as const;

const GREEN = [
  ...['park', 'forest', 'wood', 'grass', 'grassland', 'meadow', 'nature_reserve', 'national_park', 'garden'],
  ...[
    'recreation_ground',
    'village_green',
    'golf_course',
    'cemetery',
    'scrub',
    'heath',
    'allotments',
    'orchard',
  ],
];
const RAIL = ['rail', 'railway', 'light_rail', 'subway', 'tram', 'narrow_gauge'];

/** A feature's kind, whatever its schema calls it. */
const kindOf: ExpressionSpecification = [
  'downcase',
  ['to-string', ['coalesce', ['get', 'kind'], ['get', 'pmap:kind'], ['get', 'class'], ['get', 'type'], '']],
];

function isKind(kinds: readonly string[]): FilterSpecification {
  return ['in', kindOf, ['literal', kinds]] as unknown as FilterSpecification;
}

function not(kinds: readonly string[]): FilterSpecification {
  return ['!', isKind(kinds)] as unknown as FilterSpecification;
}

const isArea: FilterSpecification = ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false];
const isLine: FilterSpecification = [
  'match',
  ['geometry-type'],
  ['LineString', 'MultiLineString'],
  true,
  false,
];

function all(...filters: (FilterSpecification | undefined)[]): FilterSpecification {
  return ['all', ...filters.filter((filter) => filter !== undefined)] as unknown as FilterSpecification;
}

function area(kind: string, name: string, colour: string, filter?: FilterSpecification): LayerSpecification {
  return {
    id: `${kind}:${name}`,
    type: 'fill',
    source: BASEMAP_SOURCE,
    'source-layer': name,
    filter: all(isArea, filter),
    paint: { 'fill-color': colour, 'fill-antialias': false },
  };
}

function line(
  kind: string,
  name: string,
  colour: string,
  width: ExpressionSpecification,
  filter?: FilterSpecification,
): LayerSpecification {
  return {
    id: `${kind}:${name}`,
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': name,
    filter: all(isLine, filter),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  };
}

function label(kind: string, name: string, colours: MapColours): LayerSpecification {
  const alongLine = kind === 'basemap-street-label';
  return {
    id: `${kind}:${name}`,
    type: 'symbol',
    source: BASEMAP_SOURCE,
    'source-layer': name,
    minzoom: alongLine ? 15 : 8,
    filter: ['has', 'name'],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': alongLine ? zoomed([15, 11], [18, 14]) : 13,
      'text-padding': 6,
      ...(alongLine
        ? { 'symbol-placement': 'line', 'symbol-spacing': 320, 'text-max-angle': 35 }
        : { 'text-max-width': 7 }),
    },
    paint: { 'text-color': colours.labelQuiet, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.4 },
  };
}

/** 3 main roads, 2 roads through, 1 the rest. */
const rank: ExpressionSpecification = [
  'match',
  kindOf,
  ['highway', 'motorway', 'trunk', 'primary', 'major_road', 'national'],
  3,
  ['secondary', 'tertiary', 'medium_road', 'regional'],
  2,
  1,
];

/** Pixels across, with `casing` pixels on either side. */
function roadWidth(casing: number): ExpressionSpecification {
  const width = (main: number, through: number, rest: number): ExpressionSpecification => {
    return ['match', rank, 3, main + 2 * casing, 2, through + 2 * casing, rest + 2 * casing];
  };
  return zoomed(
    [9, width(1, 0.5, 0.1)],
    [12, width(2.4, 1.4, 0.5)],
    [14, width(5, 3.4, 2)],
    [17, width(18, 14, 10)],
  );
}
