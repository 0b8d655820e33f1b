import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { type AreaStep, areaSteps } from '../../stores/derived/area-steps.ts';
import { colourOfToken, type MapColours } from '../map-colours.ts';
import { patternImageId } from '../pattern-images.ts';
import { studyTileAddress } from '../tile-address.ts';
import type { Drawn } from './drawn.ts';
import { zoomed } from './zoomed.ts';

/** What is drawn of the areas. */
export interface AreaLayersInput {
  /** Number of the drawing: a new one makes the map ask for its tiles again. */
  readonly version: number;
  /** A technology's operators are drawn (so many of them); null: the not-spots. */
  readonly operators: { readonly technology: string; readonly count: number } | null;
}

const SOURCE = 'areas';

/** The not-spot as a surface, or how many operators cover: a fill and a pattern for every answer, under one edge. */
export function areaLayers({ version, operators }: AreaLayersInput, colours: MapColours): Drawn {
  const steps = areaSteps(operators);
  const base = { source: SOURCE, 'source-layer': 'polygons' } as const;
  const layers: LayerSpecification[] = [
    {
      id: 'area-fill',
      type: 'fill',
      ...base,
      paint: {
        'fill-antialias': false,
        'fill-color': byAnswer(steps, (step) => colourOfToken(colours, step.token), colours.land),
        'fill-opacity': byAnswer(steps, (step) => step.strength, 0),
      },
    },
    {
      id: 'area-pattern',
      type: 'fill',
      ...base,
      filter: ['in', ['get', 'answer'], ['literal', steps.filter(hasPattern).map(({ answer }) => answer)]],
      paint: {
        'fill-antialias': false,
        'fill-pattern': byAnswer(
          steps.filter(hasPattern),
          patternOf,
          patternImageId('dots', '--class-not-known'),
        ),
        'fill-opacity': 0.9,
      },
    },
    {
      id: 'area-edge',
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byAnswer(steps, (step) => colourOfToken(colours, step.token), colours.wardLine),
        'line-width': zoomed([9, 0.4], [12, 1], [16, 2]),
        'line-opacity': 0.8,
      },
    },
  ];
  return {
    sources: {
      [SOURCE]: {
        type: 'vector',
        tiles: [studyTileAddress('area-shapes', version)],
        minzoom: 0,
        maxzoom: 16,
      },
    },
    layers,
  };
}

function hasPattern({ pattern }: AreaStep): boolean {
  return pattern !== 'solid';
}

function patternOf({ pattern, token }: AreaStep): string {
  return patternImageId(pattern === 'hatch' ? 'hatch-4' : pattern === 'solid' ? 'dots' : pattern, token);
}

function byAnswer<T extends string | number>(
  steps: readonly AreaStep[],
  paintOf: (step: AreaStep) => T,
  otherwise: T,
): ExpressionSpecification | T {
  if (steps.length === 0) return otherwise;
  const branches = steps.flatMap((step) => [step.answer, paintOf(step)]);
  return ['match', ['get', 'answer'], ...branches, otherwise] as unknown as ExpressionSpecification;
}
