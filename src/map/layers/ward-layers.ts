import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { WardMark } from '../../stores/derived/ward-marks.ts';
import type { MapColours } from '../map-colours.ts';
import { type PatternName, patternImageId } from '../pattern-images.ts';
import { type Drawn, shapesSource } from './drawn.ts';
import { FONT, FONT_BOLD } from './fonts.ts';
import { zoomed } from './zoomed.ts';

export const WARDS_SOURCE = 'wards';
export const WARD_LABELS_SOURCE = 'ward-labels';

/** A ward's class: of its share of not-spots, or of its change. */
type MarkClass = WardMark['wardClass'];

/** What the ward layers are made from. */
export interface WardLayersInput {
  readonly contentId: string;
  /** Tile property that holds a ward's code; feature states go by it. */
  readonly codeColumn: string;
  readonly classByCode: ReadonlyMap<string, MarkClass>;
  /** True while coverage is shown: then the wards step back. */
  readonly behindCoverage: boolean;
  /** True while something else is told: then wards are ground, named quietly, without hatch or counts. */
  readonly isGround?: boolean;
  /** True while something else is said of the same ground: then the wards are outlines only. */
  readonly outlinesOnly?: boolean;
}

/** How much of their fill wards keep that are ground only. */
const GROUND_STRENGTH = 0.3;

/**
 * Wards: a fill by class (feature state `class`), a pattern by class, borders, and outlines of the hovered and selected
 * ward (feature states `hover`, `selected`). Fill and pattern fade as single premises appear.
 */
export function wardLayers(input: WardLayersInput, colours: MapColours): Drawn {
  const base = { source: WARDS_SOURCE, 'source-layer': 'polygons' } as const;
  const strength = input.outlinesOnly
    ? 0
    : input.isGround
      ? GROUND_STRENGTH
      : input.behindCoverage
        ? 0.35
        : 1;
  const patterned = input.isGround || input.outlinesOnly ? [] : patternedCodes(input.classByCode);
  const outline = (state: string): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', state], false],
    1,
    0,
  ];
  const layers: LayerSpecification[] = [
    {
      id: 'ward-class',
      type: 'fill',
      ...base,
      paint: {
        'fill-antialias': false,
        'fill-color': classColour(colours),
        'fill-opacity': zoomed([12, 0.82 * strength], [14, 0.3 * strength], [15.5, 0.1 * strength]),
      },
    },
    {
      id: 'ward-pattern',
      type: 'fill',
      ...base,
      filter: ['in', ['get', input.codeColumn], ['literal', patterned]],
      paint: {
        'fill-antialias': false,
        'fill-pattern': classPattern(input),
        'fill-opacity': zoomed([12, 0.6 * strength], [13.5, 0.35 * strength], [14.5, 0]),
      },
    },
    {
      id: 'ward-border',
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.wardLine,
        'line-width': zoomed([9, 0.6], [12, 1], [16, 2]),
        'line-opacity': 0.9,
      },
    },
    {
      id: 'ward-hover',
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.wardHover, 'line-width': 2.5, 'line-opacity': outline('hover') },
    },
    {
      id: 'ward-selected-casing',
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.labelHalo, 'line-width': 6, 'line-opacity': outline('selected') },
    },
    {
      id: 'ward-selected',
      type: 'line',
      ...base,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.wardSelected, 'line-width': 3, 'line-opacity': outline('selected') },
    },
    wardLabel(colours, input.isGround === true),
  ];
  return {
    sources: {
      [WARDS_SOURCE]: shapesSource(input.contentId, { promoteId: input.codeColumn }),
      [WARD_LABELS_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers,
  };
}

/** Name and count, one symbol, so that neither ever covers the other or another ward's. */
function wardLabel(colours: MapColours, isQuiet: boolean): LayerSpecification {
  return {
    id: 'ward-label',
    type: 'symbol',
    source: WARD_LABELS_SOURCE,
    layout: {
      'text-field': [
        'format',
        ['get', 'name'],
        { 'font-scale': 1 },
        isQuiet ? '' : ['case', ['==', ['get', 'count'], ''], '', ['concat', '\n', ['get', 'count']]],
        { 'font-scale': 1.12, 'text-font': ['literal', FONT_BOLD] },
      ],
      'text-font': FONT,
      'text-size': zoomed([9, 13], [12, 14], [14, 16]),
      'text-max-width': 8,
      'text-line-height': 1.15,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.4,
      'text-padding': 4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': isQuiet ? colours.labelQuiet : colours.label,
      'text-halo-color': colours.labelHalo,
      'text-halo-width': 1.6,
    },
  };
}

function classColour(colours: MapColours): ExpressionSpecification {
  return [
    'match',
    ['to-string', ['coalesce', ['feature-state', 'class'], 'not-ranked']],
    '1',
    colours.class1,
    '2',
    colours.class2,
    '3',
    colours.class3,
    '4',
    colours.class4,
    '5',
    colours.class5,
    'less-1',
    colours.changeLess1,
    'less-2',
    colours.changeLess2,
    'less-3',
    colours.changeLess3,
    'more-1',
    colours.changeMore1,
    'more-2',
    colours.changeMore2,
    'more-3',
    colours.changeMore3,
    colours.class0,
  ];
}

function patternedCodes(classByCode: ReadonlyMap<string, MarkClass>): string[] {
  return [...classByCode].filter(([, wardClass]) => patternOf(wardClass) !== null).map(([code]) => code);
}

function classPattern({ classByCode, codeColumn }: WardLayersInput): ExpressionSpecification | string {
  const byPattern = new Map<string, string[]>();
  for (const [code, wardClass] of classByCode) {
    const image = patternOf(wardClass);
    if (image) byPattern.set(image, [...(byPattern.get(image) ?? []), code]);
  }
  const notKnown = patternImageId('dots', '--class-not-known');
  if (byPattern.size === 0) return notKnown;
  const branches = [...byPattern].flatMap(([image, codes]) => [codes, image]);
  return ['match', ['get', codeColumn], ...branches, notKnown] as unknown as ExpressionSpecification;
}

function patternOf(wardClass: MarkClass): string | null {
  const change = CHANGE_PATTERNS.get(wardClass);
  if (change) return patternImageId(...change);
  if (wardClass === 'not-known') return patternImageId('dots', '--class-not-known');
  if (typeof wardClass === 'string' || wardClass === 0) return null;
  // On the strongest fills the not-spots' own colour would not be seen.
  return patternImageId(`hatch-${wardClass}` as PatternName, wardClass > 3 ? '--class-line' : '--not-spot');
}

/** More not-spots are hatched as not-spots are, fewer have level lines. */
const CHANGE_PATTERNS = new Map<MarkClass, [PatternName, string]>([
  ['more-1', ['hatch-2', '--not-spot']],
  ['more-2', ['hatch-3', '--class-line']],
  ['more-3', ['hatch-5', '--class-line']],
  ['less-1', ['lines', '--change-less-3']],
  ['less-2', ['lines', '--change-line']],
  ['less-3', ['lines', '--change-line']],
]);
