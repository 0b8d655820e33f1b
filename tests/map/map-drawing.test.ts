import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import { layerHeight } from '../../src/map/layer-order.ts';
import { type MapDrawingInput, mapDrawing } from '../../src/map/map-drawing.ts';
import { MapWriter } from '../../src/map/map-writer.ts';
import { mapReading } from '../../src/stores/derived/map-reading.ts';
import type { WardMark } from '../../src/stores/derived/ward-marks.ts';
import { layerOf } from '../builders/layers.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { coloursOf } from './colours.ts';
import { FakeMap } from './fake-map.ts';

const LIGHT = coloursOf('11');
const DARK = coloursOf('ee');

const COVERAGE: LayerRecord[] = [
  layerOf({ key: 'fast', technology: 'gigabit' }),
  layerOf({ key: 'air', technology: '5g' }),
  layerOf({ key: 'lsoa', technology: 'superfast', shape: 'shares', measure: 'percent', column: 'pct' }),
];

interface State {
  readonly wards: boolean;
  readonly premises: number | null;
  readonly context: readonly string[];
  readonly shown: readonly string[];
  readonly count?: MapDrawingInput['premisesCount'];
  readonly classes: readonly WardMark['wardClass'][];
  readonly dark: boolean;
  readonly marks?: MapDrawingInput['marks'];
  readonly basemap?: MapDrawingInput['basemap'];
  readonly clusters?: boolean;
}

function inputOf({
  wards,
  premises,
  context,
  shown,
  classes,
  count,
  marks = null,
  basemap = null,
  clusters = false,
}: State): MapDrawingInput {
  const datasets = [
    ...(wards ? [datasetOf({ role: 'wards', roles: { code: 'code' } })] : []),
    ...context.map((contentId) =>
      datasetOf({ role: 'context', contentId, rows: contentId === 'buildings' ? 90_000 : 5 }),
    ),
  ];
  return {
    reading: mapReading(projectOf({ datasets, layers: COVERAGE }), shown),
    premisesVersion: premises,
    premisesCount: count,
    wardClassByCode: new Map(classes.map((one, i) => [`W${i}`, one])),
    marks,
    basemap,
    clusters,
  };
}

const state: fc.Arbitrary<State> = fc.record({
  wards: fc.boolean(),
  premises: fc.option(fc.integer({ min: 1, max: 4 })),
  context: fc.subarray(['streets', 'buildings', 'water']),
  shown: fc.subarray(['fast', 'air', 'lsoa']),
  count: fc.constantFrom(undefined, 'before', 'after', 'difference'),
  classes: fc.array(
    fc.constantFrom<WardMark['wardClass']>(0, 1, 3, 5, 'not-known', 'not-ranked', 'less-2', 'same', 'more-3'),
    { maxLength: 4 },
  ),
  dark: fc.boolean(),
  clusters: fc.boolean(),
  marks: fc.option(fc.record({ chosen: fc.option(fc.nat(3)) })),
  basemap: fc.option(
    fc.record({
      version: fc.integer({ min: 1, max: 3 }),
      basemap: fc.record({
        fileName: fc.constant('town.pmtiles'),
        bytes: fc.constant(1),
        kind: fc.constantFrom('vector', 'raster'),
        bounds: fc.constant([-1, 51, 0, 52] as const),
        minZoom: fc.constant(0),
        maxZoom: fc.constant(14),
        attribution: fc.constant(''),
        layerNames: fc.subarray(['roads', 'water', 'landuse', 'places', 'own', 'constructor']),
        tile: fc.constant(() => Promise.resolve(null)),
      }),
    }),
  ),
});

const drawingOf = (one: State) => mapDrawing(inputOf(one), one.dark ? DARK : LIGHT);

describe('the drawing', () => {
  it('is in order, names each layer once, and brings the source of each', () => {
    fc.assert(
      fc.property(state, (one) => {
        const { sources, layers } = drawingOf(one);
        const heights = layers.map((layer) => layerHeight(layer.id));
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
        for (const layer of layers)
          if ('source' in layer) expect(sources).toHaveProperty([String(layer.source)]);
      }),
    );
  });

  it('draws expected dots from afar where the wards tell nothing', () => {
    const one = { wards: true, premises: 1, context: [], shown: [], classes: [], dark: false };
    const zoomOf = (dotsFromAfar: boolean) =>
      mapDrawing({ ...inputOf(one), dotsFromAfar }, LIGHT).layers.find(({ id }) => id === 'premises-share')
        ?.minzoom;
    expect(zoomOf(false)).toBeGreaterThan(12);
    expect(zoomOf(true)).toBeLessThan(9);
  });

  it('asks no network for anything', () => {
    const text = JSON.stringify(
      drawingOf({
        wards: true,
        premises: 1,
        context: ['streets'],
        shown: ['fast'],
        classes: [5],
        dark: false,
      }),
    );
    expect(text).toContain('notspot://');
    expect(text).not.toMatch(/https?:|glyphs|sprite/);
  });

  it('asks for large context files near by only', () => {
    const { sources } = drawingOf({
      wards: false,
      premises: null,
      context: ['streets', 'buildings'],
      shown: [],
      classes: [],
      dark: false,
    });
    expect(sources['context:streets']).toMatchObject({ minzoom: 0 });
    expect(sources['context:buildings']).toMatchObject({ minzoom: 12 });
  });

  it('hatches wards with not-spots, dots those not known, and leaves the others plain', () => {
    const { layers } = drawingOf({
      wards: true,
      premises: null,
      context: [],
      shown: [],
      classes: [0, 5, 'not-known', 'not-ranked', 1],
      dark: false,
    });
    const pattern = layers.find((layer) => layer.id === 'ward-pattern') as {
      paint?: Record<string, unknown>;
      filter?: unknown;
    };
    expect(pattern.filter).toEqual(['in', ['get', 'code'], ['literal', ['W1', 'W2', 'W4']]]);
    expect(pattern.paint?.['fill-pattern']).toEqual([
      'match',
      ['get', 'code'],
      ['W1'],
      'hatch-5 --class-line',
      ['W2'],
      'dots --class-not-known',
      ['W4'],
      'hatch-1 --not-spot',
      'dots --class-not-known',
    ]);
  });
});

/** Draws until no layer is left to add. */
function drawAll(writer: MapWriter, drawing: ReturnType<typeof drawingOf>): void {
  while (!writer.draw(drawing).isWhole);
}

describe('the writer', () => {
  it('brings any drawing to any other, as if it were drawn on an empty map', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
        const map = new FakeMap();
        const writer = new MapWriter(map.asMap());
        for (const one of states) writer.draw(drawingOf(one));
        drawAll(writer, drawingOf(states[states.length - 1]));
        const wanted = drawingOf(states[states.length - 1]);
        expect(map.layers).toEqual(wanted.layers.map((layer) => JSON.parse(JSON.stringify(layer))));
        expect(Object.fromEntries(map.sources)).toEqual(wanted.sources);
      }),
    );
  });

  it('adds a few layers at a time, each in its place, until the drawing is whole', () => {
    const map = new FakeMap();
    const writer = new MapWriter(map.asMap());
    const drawing = drawingOf({
      wards: true,
      premises: 1,
      context: ['streets'],
      shown: ['fast'],
      classes: [1],
      dark: false,
    });
    const order = drawing.layers.map(({ id }) => id);
    const steps: number[] = [];
    for (let isWhole = false; !isWhole; ) {
      ({ isWhole } = writer.draw(drawing));
      steps.push(map.ids().length);
      expect(map.ids()).toEqual(order.filter((id) => map.ids().includes(id)));
      expect(isWhole).toBe(map.ids().length === order.length);
    }
    const added = steps.map((length, i) => length - (steps[i - 1] ?? 0));
    expect(Math.max(...added)).toBeLessThanOrEqual(10);
    expect(steps.at(-1)).toBe(order.length);
  });

  it('writes nothing where nothing differs', () => {
    const map = new FakeMap();
    const writer = new MapWriter(map.asMap());
    const one: State = {
      wards: true,
      premises: 1,
      context: ['streets'],
      shown: ['fast'],
      classes: [1],
      dark: false,
    };
    drawAll(writer, drawingOf(one));
    const before = map.writes;
    expect([...writer.draw(drawingOf({ ...one })).renewed]).toEqual([]);
    expect(map.writes).toBe(before);
  });

  it('keeps the premises source over a recount, and asks for its tiles again', () => {
    const map = new FakeMap();
    const writer = new MapWriter(map.asMap());
    const one: State = { wards: true, premises: 1, context: [], shown: [], classes: [1], dark: false };
    drawAll(writer, drawingOf(one));
    const before = map.writes;
    writer.draw(drawingOf({ ...one, premises: 2 }));
    expect(map.writes).toBe(before + 1);
    expect(map.sources.get('premises')).toMatchObject({ tiles: ['notspot://premises/2/{z}/{x}/{y}'] });
  });

  it('changes colours without making anything anew', () => {
    const map = new FakeMap();
    const writer = new MapWriter(map.asMap());
    const one: State = {
      wards: true,
      premises: 1,
      context: ['streets'],
      shown: ['air'],
      classes: [1],
      dark: false,
    };
    drawAll(writer, drawingOf(one));
    expect([...writer.draw(drawingOf({ ...one, dark: true })).renewed]).toEqual([]);
    expect(map.layers[0]).toMatchObject({ paint: { 'background-color': DARK.land } });
  });

  it('clears what somebody else put on the map', () => {
    const map = new FakeMap();
    new MapWriter(map.asMap()).draw(
      drawingOf({ wards: true, premises: 1, context: [], shown: [], classes: [], dark: false }),
    );
    const writer = new MapWriter(map.asMap());
    writer.reset();
    expect([map.layers.length, map.sources.size]).toEqual([0, 0]);
    writer.draw(
      drawingOf({ wards: false, premises: null, context: [], shown: [], classes: [], dark: false }),
    );
    expect(map.ids()).toEqual(['background']);
  });

  it('draws areas with a fill and a pattern for every answer, and the wards as outlines below them', () => {
    const input = inputOf({ wards: true, premises: null, context: [], shown: [], classes: [3], dark: false });
    const areas = { version: 2, operators: { technology: '5g', count: 3 } };
    const { sources, layers } = mapDrawing({ ...input, areas }, LIGHT);
    expect(sources.areas).toMatchObject({ tiles: ['notspot://study/area-shapes~2/{z}/{x}/{y}'] });
    const ids = layers.map(({ id }) => id);
    expect(ids.indexOf('ward-class')).toBeLessThan(ids.indexOf('area-fill'));
    expect(ids.indexOf('area-pattern')).toBeLessThan(ids.indexOf('ward-border'));
    const fill = layers.find(({ id }) => id === 'area-fill');
    const words = JSON.stringify(fill);
    for (const answer of ['"0"', '"1"', '"2"', '"3"', '"not-known"']) expect(words).toContain(answer);
    const wards = layers.find(({ id }) => id === 'ward-class');
    expect(JSON.stringify(wards?.paint)).toContain('[12,0,14,0,15.5,0]'.slice(1, -1));
  });
});
