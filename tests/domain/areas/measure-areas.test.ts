import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaAnalysis } from '../../../src/domain/areas/area-analysis.ts';
import { areaQuestion } from '../../../src/domain/areas/area-question.ts';
import { drawWard } from '../../../src/domain/areas/draw-ward.ts';
import { areaSquareMetres, squareMetresPerSquareDegree } from '../../../src/domain/areas/ellipsoid-area.ts';
import { measureAreas, measureWard } from '../../../src/domain/areas/measure-areas.ts';
import type { Position, Shape } from '../../../src/domain/areas/shape.ts';
import type { SurfaceLayer } from '../../../src/domain/areas/surface-layers.ts';
import { WardLooker } from '../../../src/domain/areas/ward-surfaces.ts';
import { lastOf } from '../../builders/last-of.ts';
import { layerOf } from '../../builders/layers.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { slabAreas } from '../../builders/slab-areas.ts';
import { surfaceLayerOf } from '../../builders/surface-layers.ts';

const WARD = rectangle(-2, 53, -1.9, 53.1);
const WARDS = areasOf([
  { code: 'E05000001', name: 'Ash', rings: [WARD] },
  { code: 'E05000002', name: 'Birch', rings: [rectangle(-1.9, 53, -1.8, 53.1)] },
]);
const box = (west: number, south: number, east: number, north: number): Shape => [
  [rectangle(west, south, east, north)],
];
const km2 = (shape: Shape): number => areaSquareMetres(shape) / 1e6;

function measured(recipeText: string, layers: readonly SurfaceLayer[], wards = WARDS): AreaAnalysis {
  const question = areaQuestion(
    recipeText,
    layers.map(({ layer }) => layer),
  );
  return lastOf(measureAreas({ question, recipeText, wards, layers, assumptions: [] }));
}

describe('measureAreas', () => {
  it('gives per ward the not-spot, the ward, and their totals', () => {
    const found = measured('no gigabit and no 5g', [
      surfaceLayerOf({ key: 'gigabit' }, box(-2, 53, -1.95, 53.1)),
      surfaceLayerOf({ key: '5g-plover', technology: '5g', operator: 'Plover' }, box(-1.96, 53, -1.8, 53.05)),
    ]);
    const ash = km2(box(-1.95, 53.05, -1.9, 53.1));
    const birch = km2(box(-1.9, 53.05, -1.8, 53.1));
    expect(found.notSpots?.mid[0]).toBeCloseTo(ash * 1e6, 3);
    expect(found.notSpots?.mid[1]).toBeCloseTo(birch * 1e6, 3);
    expect(found.notSpots?.low[2]).toBeCloseTo((ash + birch) * 1e6, 3);
    expect(found.area[2]).toBeCloseTo(areaSquareMetres(box(-2, 53, -1.8, 53.1)), 3);
    expect(found.notKnown[2]).toBe(0);
  });

  it('does not know outside an extent, unless another layer decides', () => {
    const half = box(-2, 53, -1.95, 53.1);
    const layers = [
      surfaceLayerOf({ key: 'gigabit' }, box(-1.99, 53.02, -1.97, 53.04), half),
      surfaceLayerOf({ key: '5g' }, box(-1.95, 53, -1.9, 53.05), {
        kind: 'wards',
        touched: Uint8Array.of(1, 0),
      }),
    ];
    const found = measured('no gigabit and no 5g', layers);
    // East of the extent gigabit is not known: where 5G covers it is no not-spot, elsewhere not known.
    expect(found.notKnown[0]).toBeCloseTo(areaSquareMetres(box(-1.95, 53.05, -1.9, 53.1)), 3);
    expect(found.notKnown[1]).toBeCloseTo(found.area[1], 6);
    expect(found.notSpots?.mid[1]).toBe(0);
  });

  it('gives a range between two confidences, and says that its middle is assumed', () => {
    const found = measured('no 5g', [
      surfaceLayerOf({ key: '5g-high', technology: '5g', confidence: 'high' }, box(-2, 53, -1.92, 53.1)),
      surfaceLayerOf(
        { key: '5g-very-high', technology: '5g', confidence: 'very-high' },
        box(-2, 53, -1.98, 53.1),
      ),
    ]);
    const least = areaSquareMetres(box(-1.92, 53, -1.9, 53.1));
    const most = areaSquareMetres(box(-1.98, 53, -1.9, 53.1));
    expect(found.notSpots?.low[0]).toBeCloseTo(least, 3);
    expect(found.notSpots?.high[0]).toBeCloseTo(most, 3);
    expect(found.notSpots?.mid[0]).toBeCloseTo((least + most) / 2, 3);
    expect(found.assumptions.map(({ text }) => text).join()).toContain('half of the area');
  });

  it('counts operators place by place, and not where one of them does not speak', () => {
    const found = measured('no 5g', [
      surfaceLayerOf({ key: '5g-a', technology: '5g', operator: 'A' }, box(-2, 53, -1.94, 53.1)),
      surfaceLayerOf(
        { key: '5g-b', technology: '5g', operator: 'B' },
        box(-1.96, 53, -1.91, 53.1),
        box(-2, 53, -1.91, 53.1),
      ),
    ]);
    const [{ operators, exactly, notKnown }] = found.operators;
    expect(operators).toEqual(['A', 'B']);
    const strip = (west: number, east: number): number => areaSquareMetres(box(west, 53, east, 53.1));
    expect(exactly[2][0]).toBeCloseTo(strip(-1.96, -1.94), 3);
    expect(exactly[1][0]).toBeCloseTo(strip(-2, -1.96) + strip(-1.94, -1.91), 3);
    expect(exactly[0][0]).toBe(0);
    expect(notKnown[0]).toBeCloseTo(strip(-1.91, -1.9), 3);
  });

  it('refuses by name what has no surface, and says what to do', () => {
    const records = layerOf({ key: 'gigabit', name: 'Gigabit by premises', shape: 'records' });
    const shares = layerOf({ key: '4g', name: '4G by ward', shape: 'shares' });
    const question = areaQuestion('no gigabit', [records, shares]);
    expect(question.canDraw).toBe(false);
    expect(question.layers).toEqual([]);
    expect(question.refusals.map(({ label, isAsked, why }) => [label, isAsked, why])).toEqual([
      [
        'gigabit',
        true,
        'Gigabit by premises: records say which premises are served, not where the signal or network ends.',
      ],
      ['4G', false, '4G by ward: shares say how much of an area is covered, not which part of it.'],
    ]);
    expect(question.refusals[0].remedy).toMatch(/or choose a definition that does not ask about gigabit\.$/);
    const outlines = layerOf({ key: 'gigabit-lines', technology: 'gigabit' });
    const both = areaQuestion('no gigabit', [records, outlines]);
    expect(both.refusals[0].remedy).toMatch(
      /a definition that asks for its outlines only: “no gigabit-lines”\.$/,
    );
  });

  it('leaves shares aside for a footprint where the count does, and says so', () => {
    const outlines = layerOf({ key: 'gigabit-lines', technology: 'gigabit', name: 'Gigabit lines' });
    const share = layerOf({
      key: 'gigabit-lad',
      technology: 'gigabit',
      name: 'Gigabit by authority',
      shape: 'shares',
    });
    const layers = [outlines, share];
    const refused = areaQuestion('no gigabit', layers);
    expect([refused.canDraw, refused.leftAside]).toEqual([false, []]);
    const aside = [{ layer: share, finer: outlines }];
    const question = areaQuestion('no gigabit', layers, aside);
    expect([question.canDraw, question.refusals, question.layers]).toEqual([true, [], [outlines]]);
    expect(question.leftAside).toEqual([
      expect.stringMatching(/^Gigabit by authority .* not in this count: Gigabit lines/),
    ]);
    // By its own name it is asked for, and has no surface.
    const named = areaQuestion('no gigabit-lad', layers, aside);
    expect([named.canDraw, named.refusals.map(({ isAsked }) => isAsked), named.leftAside]).toEqual([
      false,
      [true],
      [],
    ]);
  });

  it('never grows when a footprint is added, and its parts are the ward, whatever the layout', () => {
    const corner = fc.double({ min: -0.03, max: 0.13, noNaN: true });
    const blob = fc.array(
      fc.tuple(corner, corner).map(([x, y]): Position => [-2 + x, 53 + y]),
      { minLength: 3, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(blob, { minLength: 1, maxLength: 3 }), blob, blob, (gigabit, fiveG, extent) => {
        const shape = gigabit.map((ring) => [ring]);
        const layersOf = (footprint: Shape) => [
          surfaceLayerOf({ key: 'gigabit' }, footprint),
          surfaceLayerOf({ key: '5g' }, [[fiveG]], [[extent]]),
        ];
        const fewer = measured('no gigabit and no 5g', layersOf(shape.slice(1)));
        const more = measured('no gigabit and no 5g', layersOf(shape));
        const spots = (one: AreaAnalysis): number => one.notSpots?.mid[0] ?? Number.NaN;
        expect(spots(more)).toBeLessThanOrEqual(spots(fewer) + 1e-3);
        const theirs = slabAreas(
          [[[...[WARD]]], shape, [[fiveG]], [[extent]]],
          3,
          ([inWard, covered, byFiveG, speaks]) => {
            if (!inWard) return null;
            return covered || (speaks && byFiveG) ? 0 : speaks ? 1 : 2;
          },
          squareMetresPerSquareDegree,
        );
        expect(Math.abs(spots(more) - theirs[1])).toBeLessThan(1e-9 * more.area[0]);
        expect(Math.abs(more.notKnown[0] - theirs[2])).toBeLessThan(1e-9 * more.area[0]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('drawWard', () => {
  it('draws, by outlines and by Turf, what was measured, to 1e-9 of the ward, or names the ward: never a wrong shape', () => {
    const star = fc
      .tuple(
        fc.double({ min: -0.02, max: 0.12, noNaN: true }),
        fc.double({ min: -0.02, max: 0.12, noNaN: true }),
        fc.array(fc.double({ min: 0.005, max: 0.06, noNaN: true }), { minLength: 3, maxLength: 12 }),
      )
      .map(([x, y, radii]): Position[] =>
        radii.map((radius, i): Position => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [-2 + x + radius * Math.cos(angle), 53 + y + radius * Math.sin(angle)];
        }),
      );
    const stars = fc
      .array(star, { minLength: 1, maxLength: 5 })
      .map((rings): Shape => rings.map((ring) => [ring]));
    fc.assert(
      fc.property(
        stars,
        stars,
        stars,
        fc.constantFrom<'not-spots' | 0>('not-spots', 0),
        fc.boolean(),
        (one, two, extent, of, isByTurf) => {
          const layers = [
            surfaceLayerOf({ key: '5g-a', technology: '5g', operator: 'A', confidence: 'high' }, one),
            surfaceLayerOf({ key: '5g-b', technology: '5g', operator: 'B' }, two, extent),
          ];
          const question = areaQuestion(
            'no 5g',
            layers.map(({ layer }) => layer),
          );
          const at = new WardLooker(WARDS, layers).look(0);
          const { areas, outlines } = lastOf(measureWard(at, question, of));
          const input = { question, of, ward: { number: 0, name: 'Ash' }, isOver: () => false };
          const { shapes, failure } = lastOf(
            drawWard(at, { areas, outlines: isByTurf ? [] : outlines }, input),
          );
          expect(failure).toBeNull();
          for (const { shape, squareMetres } of shapes)
            expect(Math.abs(areaSquareMetres(shape) - squareMetres)).toBeLessThan(1e-9 * areas[0][0]);
          if (of === 0) {
            const sum = shapes.reduce((total, { shape }) => total + areaSquareMetres(shape), 0);
            expect(sum / areas[0][0]).toBeCloseTo(1, 8);
          }
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('names a ward whose shapes cannot be made to agree, with what to do', () => {
    // Wound twice: by even-odd the middle is out, for Turf it is in.
    const loop: Position[] = [
      [-1.99, 53.01],
      [-1.91, 53.01],
      [-1.91, 53.09],
      [-1.99, 53.09],
    ];
    const twice = [...loop, loop[0], ...loop.map(([x, y]): Position => [x * 0.5 - 0.975, y * 0.5 + 26.525])];
    const layers = [surfaceLayerOf({ key: 'gigabit', name: 'Fibre' }, [[twice]])];
    const question = areaQuestion('no gigabit', [layers[0].layer]);
    const at = new WardLooker(WARDS, layers).look(0);
    const ward = { number: 0, name: 'Ash' };
    const input = { question, of: 'not-spots' as const, ward, isOver: () => false };
    const { shapes, failure } = lastOf(drawWard(at, lastOf(measureWard(at, question)), input));
    expect(shapes).toEqual([]);
    expect(failure?.message).toMatch(
      /^The shapes of Fibre in Ash could not be combined: the joined shape measures/,
    );
    expect(failure?.remedy).toContain('The areas in the table stand');
    // The sweep takes it by even-odd, in the area as in the outline.
    const outlined = lastOf(drawWard(at, lastOf(measureWard(at, question, 'not-spots')), input));
    expect([outlined.shapes.length, outlined.failure]).toEqual([1, null]);
  });
});
