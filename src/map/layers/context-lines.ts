import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from '../map-colours.ts';
import { contextLayerId } from './context-layer-id.ts';
import { isKind } from './shape-kind.ts';
import { zoomed } from './zoomed.ts';

/** Rivers, streets and railways of a context file. */
export function contextLines(source: string, colours: MapColours): LayerSpecification[] {
  const line = (
    kind: string,
    filter: FilterSpecification,
    paint: object,
    layout = {},
  ): LayerSpecification => {
    return {
      id: contextLayerId(kind, source),
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
