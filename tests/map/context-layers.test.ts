import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { contextLayers } from '../../src/map/layers/context-layers.ts';
import { coloursOf } from './colours.ts';

// The style specification that MapLibre itself brings along.
const require = createRequire(import.meta.resolve('maplibre-gl'));
const { featureFilter } = require('@maplibre/maplibre-gl-style-spec') as {
  featureFilter: (
    filter: unknown,
    where: string,
  ) => { filter: (at: { zoom: number }, feature: unknown, tile: unknown) => boolean };
};

const { layers } = contextLayers({ contentId: 'file-1', rows: 608, role: 'context' }, coloursOf('11'));
const TYPES = { points: 1, lines: 2, polygons: 3 } as const;

/** The kinds of layer that draw a shape with these cells, as MapLibre evaluates their filters. */
function drawnBy(shape: keyof typeof TYPES, properties: Record<string, string>): string[] {
  const feature = { type: TYPES[shape], properties };
  return layers.flatMap((layer) => {
    if (!('source-layer' in layer) || layer['source-layer'] !== shape) return [];
    const { filter } = featureFilter(layer.filter, `layers.${layer.id}.filter`);
    return filter({ zoom: 16 }, feature, { z: 16, x: 0, y: 0 }) ? [layer.id.split(':')[0]] : [];
  });
}

describe('a context file on the map', () => {
  it('draws points of no known kind as dots, named ones with their name too', () => {
    expect(drawnBy('points', { uprn: '1' })).toEqual(['context-dot']);
    expect(drawnBy('points', { name: 'Sale Library' })).toEqual(['context-dot', 'context-dot-label']);
    expect(drawnBy('points', { kind: 'library', name: 'Sale Library' })).toContain('context-dot');
  });

  it('draws a place of the quiet basemap as a label alone', () => {
    expect(drawnBy('points', { kind: 'place', name: 'Wrenminster' })).toEqual(['context-place-label']);
  });

  it('outlines areas of no known kind, and keeps buildings and parks plain', () => {
    expect(drawnBy('polygons', { site_name: 'Ashton' })).toEqual(['context-area', 'context-area-edge']);
    expect(drawnBy('polygons', { kind: 'conservation' })).toEqual(['context-area', 'context-area-edge']);
    expect(drawnBy('polygons', { building: 'yes' })).toEqual(['context-building']);
    expect(drawnBy('polygons', { kind: 'park' })).toEqual(['context-green']);
  });

  it('takes a line for a street only where something says so', () => {
    expect(drawnBy('lines', { name: 'Friday Evening Run' })).toEqual(['context-line']);
    for (const [column, value] of [
      ['highway', 'primary'],
      ['highway_group', 'other'],
      ['kind', 'street'],
      ['class', 'local street'],
    ])
      expect(drawnBy('lines', { [column]: value })).toEqual(['context-street-casing', 'context-street']);
    expect(drawnBy('lines', { railway: 'rail' })).toEqual(['context-railway', 'context-railway-sleepers']);
  });

  it('draws what streets cross as what it is, where a class says so', () => {
    for (const value of ['railway', 'Tram'])
      expect(drawnBy('lines', { class: value })).toEqual(['context-railway', 'context-railway-sleepers']);
    expect(drawnBy('lines', { class: 'river' })).toEqual(['context-river']);
  });
});

it('leaves what lies in streets for the closer look', () => {
  for (const [role, minzoom] of [
    ['streets', 0],
    ['ducts', 14],
    ['fibre points', 14],
  ] as const) {
    const { sources } = contextLayers({ contentId: 'file-1', rows: 850, role }, coloursOf('11'));
    expect(sources['context:file-1'], role).toMatchObject({ minzoom });
  }
});

it.each([
  ['heights', ['context-area-edge']],
  ['trees', ['context-tree']],
  ['ducts', ['context-duct']],
] as const)('of a file of %s nothing covers what lies below', (role, kinds) => {
  const drawn = contextLayers({ contentId: 'file-1', rows: 1, role }, coloursOf('11')).layers;
  expect(drawn.map(({ id }) => id)).toEqual(kinds.map((kind) => `${kind}:file-1`));
});
