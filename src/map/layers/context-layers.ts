import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type { MapColours } from '../map-colours.ts';
import { contextLabels } from './context-labels.ts';
import { contextLayerId } from './context-layer-id.ts';
import { contextLines } from './context-lines.ts';
import { type Drawn, shapesSource } from './drawn.ts';
import { IS_OWN_KIND, isKind } from './shape-kind.ts';
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
      ...contextLines(source, colours),
      ...plain(source, colours),
      ...contextLabels(source, colours),
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
      id: contextLayerId(kind, source),
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
    id: contextLayerId('context-building', source),
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

/** Ducts and pole routes, dotted beside their streets. */
function ducts(source: string, colours: MapColours): LayerSpecification {
  return {
    id: contextLayerId('context-duct', source),
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
    id: contextLayerId('context-tree', source),
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
    id: contextLayerId('context-area-edge', source),
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
      id: contextLayerId('context-line', source),
      type: 'line',
      source,
      'source-layer': 'lines',
      filter: isKind('line'),
      layout: { 'line-join': 'round' },
      paint: ink,
    },
    {
      id: contextLayerId('context-dot', source),
      type: 'circle',
      source,
      'source-layer': 'points',
      filter: ['all', isKind('place'), ['!', IS_OWN_KIND]] as unknown as FilterSpecification,
      paint: {
        'circle-color': colours.labelQuiet,
        'circle-radius': zoomed([9, 1.4], [12, 2.4], [16, 4.5]),
        'circle-stroke-color': colours.labelHalo,
        'circle-stroke-width': zoomed([11, 0.3], [14, 1]),
      },
    },
  ];
}
