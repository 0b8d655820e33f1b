import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';

/** Whether a shape is of one of these kinds: by its column `kind`, else by its tags, else by its geometry. */
export function isKind(...kinds: string[]): FilterSpecification {
  return ['in', kindOf, ['literal', kinds]] as unknown as FilterSpecification;
}

/** Whether a file's own column says one of these kinds; another file's `kind` may mean anything. */
export const IS_OWN_KIND: ExpressionSpecification = [
  'in',
  ['downcase', ['to-string', ['coalesce', ['get', 'kind'], '']]],
  ['literal', ['street', 'river', 'railway', 'park', 'wood', 'green', 'water', 'building', 'place']],
];

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

const kindOf: ExpressionSpecification = [
  'case',
  IS_OWN_KIND,
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

function classIs(...classes: string[]): ExpressionSpecification {
  return ['in', ['downcase', ['to-string', ['coalesce', ['get', 'class'], '']]], ['literal', classes]];
}
