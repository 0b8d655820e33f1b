import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { MapColours } from '../map-colours.ts';
import { type Drawn, shapesSource } from './drawn.ts';
import { FONT } from './fonts.ts';
import { zoomed } from './zoomed.ts';

/**
 * The quiet basemap out of a loaded context file. What a shape is comes from its column `kind` (street, river, railway,
 * park, wood, water, building, place), else from the tags that OpenStreetMap extracts carry, else from its geometry:
 * then it is drawn as an outline, a line or a dot. Shapes of a file of
 * buildings are buildings.
 */
export function contextLayers(
  { contentId, rows, role }: Pick<DatasetRecord, 'contentId' | 'rows' | 'role'>,
  colours: MapColours,
): Drawn {
  const source = `context:${contentId}`;
  const isInStreets = role === 'ducts' || role === 'fibre points';
  const minzoom = isInStreets ? IN_STREETS_ZOOM : rows > DETAIL_ROWS ? DETAIL_ZOOM : 0;
  const sources = { [source]: shapesSource(contentId, { minzoom }) };
  if (role === 'buildings') return { sources, layers: [buildings(source, colours)] };
  if (role === 'trees')
    return {
      sources: { [source]: shapesSource(contentId, { minzoom: DETAIL_ZOOM }) },
      layers: [trees(source, colours)],
    };
  if (role === 'ducts') return { sources, layers: [ducts(source, colours)] };
  // Of a grid of heights its outline: a tint over everything below would be no colour of the map any more.
  if (role === 'heights') return { sources, layers: [edge(source, colours)] };
  return {
    sources,
    layers: [
      ...areas(source, colours),
      ...lines(source, colours),
      ...plain(source, colours),
      ...labels(source, colours),
    ],
  };
}

/** A file of more rows than this is detail: it is not even asked for before DETAIL_ZOOM. */
const DETAIL_ROWS = 5_000;
const DETAIL_ZOOM = 12;
/** What lies in streets is seen where streets are: from further away its lines would pass for borders. */
const IN_STREETS_ZOOM = 14;

function areas(source: string, colours: MapColours): LayerSpecification[] {
  const area = (kind: string, filter: FilterSpecification, colour: string, rest = {}): LayerSpecification => {
    return {
      id: idOf(kind, source),
      type: 'fill',
      source,
      'source-layer': 'polygons',
      filter,
      paint: { 'fill-color': colour, ...rest },
    };
  };
  return [
    area('context-area', isKind('area'), colours.building, { 'fill-opacity': 0.5 }),
    area('context-green', isKind('park', 'wood', 'green'), colours.green),
    area('context-water', isKind('water', 'river'), colours.water),
    { ...buildings(source, colours), filter: isKind('building') },
  ];
}

/** Footprints. Of a file of buildings all of its shapes are. */
function buildings(source: string, colours: MapColours): Extract<LayerSpecification, { type: 'fill' }> {
  return {
    id: idOf('context-building', source),
    type: 'fill',
    source,
    'source-layer': 'polygons',
    minzoom: 13.5,
    paint: {
      'fill-color': colours.building,
      'fill-outline-color': colours.buildingLine,
      'fill-opacity': zoomed([13.5, 0], [14.5, 1]),
    },
  };
}

function lines(source: string, colours: MapColours): LayerSpecification[] {
  const line = (
    kind: string,
    filter: FilterSpecification,
    paint: object,
    layout = {},
  ): LayerSpecification => {
    return {
      id: idOf(kind, source),
      type: 'line',
      source,
      'source-layer': 'lines',
      filter,
      paint,
      layout: { 'line-join': 'round', ...layout },
    };
  };
  const round = { 'line-cap': 'round' };
  return [
    line(
      'context-river',
      isKind('river', 'water'),
      { 'line-color': colours.water, 'line-width': zoomed([9, 1.5], [13, 5], [16, 18]) },
      round,
    ),
    {
      ...line(
        'context-street-casing',
        isKind('street'),
        {
          'line-color': colours.roadCasing,
          'line-width': streetWidth(1.2),
          'line-opacity': zoomed([11, 0], [12.5, 1]),
        },
        round,
      ),
      minzoom: 11,
    },
    line(
      'context-street',
      isKind('street'),
      { 'line-color': colours.road, 'line-width': streetWidth(0), 'line-opacity': streetOpacity },
      round,
    ),
    line('context-railway', isKind('railway'), {
      'line-color': colours.rail,
      'line-width': zoomed([9, 0.8], [14, 1.6], [17, 2.4]),
    }),
    {
      ...line('context-railway-sleepers', isKind('railway'), {
        'line-color': colours.rail,
        'line-width': zoomed([12, 3], [16, 6]),
        'line-dasharray': [0.3, 2.2],
      }),
      minzoom: 12,
    },
  ];
}

/** Ducts and pole routes, dotted beside their streets. */
function ducts(source: string, colours: MapColours): LayerSpecification {
  return {
    id: idOf('context-duct', source),
    type: 'line',
    source,
    'source-layer': 'lines',
    minzoom: IN_STREETS_ZOOM,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.labelQuiet,
      'line-width': zoomed([IN_STREETS_ZOOM, 0.6], [17, 1.2]),
      'line-dasharray': [2, 3],
    },
  };
}

function trees(source: string, colours: MapColours): LayerSpecification {
  return {
    id: idOf('context-tree', source),
    type: 'circle',
    source,
    'source-layer': 'points',
    minzoom: TREE_ZOOM,
    paint: {
      'circle-color': colours.green,
      'circle-radius': zoomed([TREE_ZOOM, 0.8], [16, 3], [18, 9]),
    },
  };
}

const TREE_ZOOM = 13.5;

/** An outline of dashes: of a file of heights that is how far it reaches. */
function edge(source: string, colours: MapColours): Extract<LayerSpecification, { type: 'line' }> {
  return {
    id: idOf('context-area-edge', source),
    type: 'line',
    source,
    'source-layer': 'polygons',
    paint: { ...inkOf(colours), 'line-dasharray': [3, 2] },
  };
}

function inkOf({ labelQuiet }: MapColours) {
  return { 'line-color': labelQuiet, 'line-width': zoomed([9, 0.8], [14, 1.6]) };
}

/** What nothing says the kind of: outlines, lines and dots in one quiet ink, at every zoom. */
function plain(source: string, colours: MapColours): LayerSpecification[] {
  const ink = inkOf(colours);
  return [
    { ...edge(source, colours), filter: isKind('area') },
    {
      id: idOf('context-line', source),
      type: 'line',
      source,
      'source-layer': 'lines',
      filter: isKind('line'),
      layout: { 'line-join': 'round' },
      paint: ink,
    },
    {
      id: idOf('context-dot', source),
      type: 'circle',
      source,
      'source-layer': 'points',
      filter: ['all', isKind('place'), ['!', ownKind]] as unknown as FilterSpecification,
      paint: {
        'circle-color': colours.labelQuiet,
        'circle-radius': zoomed([9, 1.4], [12, 2.4], [16, 4.5]),
        'circle-stroke-color': colours.labelHalo,
        'circle-stroke-width': zoomed([11, 0.3], [14, 1]),
      },
    },
  ];
}

function labels(source: string, colours: MapColours): LayerSpecification[] {
  const paint = {
    'text-color': colours.labelQuiet,
    'text-halo-color': colours.labelHalo,
    'text-halo-width': 1.4,
  };
  return [
    {
      id: idOf('context-street-label', source),
      type: 'symbol',
      source,
      'source-layer': 'lines',
      minzoom: 15,
      filter: ['all', isKind('street'), ['has', 'name']] as FilterSpecification,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': zoomed([15, 11], [18, 14]),
        'text-max-angle': 35,
        'text-padding': 6,
      },
      paint,
    },
    {
      id: idOf('context-place-label', source),
      type: 'symbol',
      source,
      'source-layer': 'points',
      minzoom: 12.5,
      filter: ['all', isKind('place'), ownKind, ['has', 'name']] as unknown as FilterSpecification,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-max-width': 7,
        'text-padding': 8,
      },
      paint,
    },
    {
      // Names of dots, such as of a council's assets: in one line, and only where there is room between them.
      id: idOf('context-dot-label', source),
      type: 'symbol',
      source,
      'source-layer': 'points',
      minzoom: 17,
      filter: ['all', isKind('place'), ['!', ownKind], ['has', 'name']] as unknown as FilterSpecification,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-max-width': 24,
        'text-anchor': 'top',
        'text-offset': [0, 0.6],
        'text-padding': 12,
      },
      paint,
    },
  ];
}

function idOf(kind: string, source: string): string {
  return `${kind}:${source.slice('context:'.length)}`;
}

function classIs(...classes: string[]): ExpressionSpecification {
  return ['in', ['downcase', ['to-string', ['coalesce', ['get', 'class'], '']]], ['literal', classes]];
}

const fromGeometry: ExpressionSpecification = [
  'match',
  ['geometry-type'],
  ['LineString', 'MultiLineString'],
  // Extracts of streets without `highway` still grade them in one of these columns; what streets cross may be among them.
  [
    'case',
    classIs('railway', 'tram', 'tramway', 'light rail', 'light_rail', 'subway'),
    'railway',
    classIs('river', 'canal', 'stream', 'drain', 'ditch'),
    'water',
    ['any', ['has', 'highway_group'], ['has', 'class'], ['has', 'road_function'], ['has', 'roadFunction']],
    'street',
    'line',
  ],
  ['Point', 'MultiPoint'],
  'place',
  'area',
];

/** Whether a file's own column says one of the kinds above; another file's `kind` may mean anything. */
const ownKind: ExpressionSpecification = [
  'in',
  ['downcase', ['to-string', ['coalesce', ['get', 'kind'], '']]],
  ['literal', ['street', 'river', 'railway', 'park', 'wood', 'green', 'water', 'building', 'place']],
];

const kindOf: ExpressionSpecification = [
  'case',
  ownKind,
  ['downcase', ['to-string', ['get', 'kind']]],
  ['has', 'highway'],
  'street',
  ['has', 'railway'],
  'railway',
  ['any', ['has', 'waterway'], ['==', ['get', 'natural'], 'water']],
  'water',
  ['any', ['==', ['get', 'natural'], 'wood'], ['==', ['get', 'landuse'], 'forest']],
  'wood',
  ['any', ['has', 'leisure'], ['==', ['get', 'landuse'], 'grass']],
  'park',
  ['has', 'building'],
  'building',
  fromGeometry,
];

function isKind(...kinds: string[]): FilterSpecification {
  return ['in', kindOf, ['literal', kinds]] as unknown as FilterSpecification;
}

/** 3 main roads, 2 roads through, 1 the rest: by `class` or OpenStreetMap's `highway`. */
const streetRank: ExpressionSpecification = [
  'match',
  ['downcase', ['to-string', ['coalesce', ['get', 'class'], ['get', 'highway'], '']]],
  ['a road', 'motorway', 'trunk', 'primary'],
  3,
  ['b road', 'secondary', 'tertiary', 'minor road'],
  2,
  1,
];

/** Pixels across, with `casing` pixels on either side. */
function streetWidth(casing: number): ExpressionSpecification {
  const width = (main: number, through: number, rest: number): ExpressionSpecification => {
    return ['match', streetRank, 3, main + 2 * casing, 2, through + 2 * casing, rest + 2 * casing];
  };
  return zoomed(
    [9, width(1, 0.5, 0.2)],
    [12, width(2.4, 1.4, 0.6)],
    [14, width(5, 3.4, 2)],
    [16, width(11, 9, 6.5)],
    [19, width(40, 34, 28)],
  );
}

const streetOpacity: ExpressionSpecification = zoomed(
  [9.5, ['match', streetRank, 3, 1, 2, 0.4, 0]],
  [11, ['match', streetRank, 1, 0.3, 1]],
  [12, 1],
);
