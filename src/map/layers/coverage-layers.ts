import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { coverageSwatch } from '../../stores/derived/coverage-swatch.ts';
import { colourOfToken, type MapColours } from '../map-colours.ts';
import { patternImageId } from '../pattern-images.ts';
import { type Drawn, shapesSource } from './drawn.ts';
import { zoomed } from './zoomed.ts';

/**
 * One coverage layer: a translucent fill and a pattern under a crisp edge. Where the file holds shares of areas, the
 * fill is the denser the higher the share; an area without one stays empty.
 */
export function coverageLayers(layer: LayerRecord, colours: MapColours): Drawn {
  const source = `coverage:${layer.id}`;
  const { token, pattern } = coverageSwatch(layer);
  const colour = colourOfToken(colours, token);
  const base = { source, 'source-layer': 'polygons', ...rowsOf(layer) } as const;
  const share = shareOf(layer);
  const layers: LayerSpecification[] = [
    {
      id: `coverage-fill:${layer.id}`,
      type: 'fill',
      ...base,
      paint: {
        'fill-antialias': false,
        'fill-color': colour,
        'fill-opacity': share === null ? 0.2 : ['*', 0.45, share],
      },
    },
    {
      id: `coverage-pattern:${layer.id}`,
      type: 'fill',
      ...base,
      paint: {
        'fill-antialias': false,
        'fill-pattern': patternImageId(pattern, token),
        'fill-opacity': share === null ? 0.5 : ['*', 0.5, share],
      },
    },
    {
      id: `coverage-edge:${layer.id}`,
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': zoomed([9, 0.8], [12, 1.4], [16, 2.4]) },
    },
  ];
  return { sources: { [source]: shapesSource(layer.contentId) }, layers };
}

/** Only the shapes of the rows that are meant, where a file holds several layers. */
function rowsOf({ where }: LayerRecord): { filter?: FilterSpecification } {
  if (!where || where.length === 0) return {};
  const parts = where.map(
    ({ column, values }): ExpressionSpecification => [
      'in',
      ['downcase', ['to-string', ['get', column]]],
      ['literal', values.map((value) => value.trim().toLowerCase())],
    ],
  );
  return { filter: ['all', ...parts] };
}

/**
 * The share of an area as 0 … 1, for layers whose column holds percentages; null where being inside is being covered.
 * A column of those not covered is turned round; a blank is drawn as no share, unless the file's blanks are zeros.
 */
function shareOf(layer: LayerRecord): ExpressionSpecification | null {
  if (layer.shape !== 'shares' || layer.measure !== 'percent' || layer.column === null) return null;
  const part: ExpressionSpecification = [
    '/',
    ['min', 100, ['max', 0, ['to-number', ['get', layer.column], 0]]],
    100,
  ];
  if (!layer.inverted) return part;
  const turned: ExpressionSpecification = ['-', 1, part];
  if (layer.blankIsZero) return turned;
  return ['case', ['==', ['to-string', ['get', layer.column]], ''], 0, turned];
}
