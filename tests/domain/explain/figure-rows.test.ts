import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureQuestion } from '../../../src/domain/explain/figure-question.ts';
import { figureRows } from '../../../src/domain/explain/figure-rows.ts';
import { checkAnalysis } from '../../../src/domain/not-spots/check-analysis.ts';
import { parseRecipe } from '../../../src/domain/not-spots/parse-recipe.ts';
import { resolveRecipe } from '../../../src/domain/not-spots/resolve-recipe.ts';
import { rowRecipe } from '../../../src/domain/not-spots/row-recipe.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { countedProject, preparedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { sharesOf, type ThreeValues } from '../../builders/layers.ts';

const RECIPES = ['no gigabit and no 5g', '5g < 2 operators', 'gigabit or not 5g', 'no gigabit or no 5g'];
const value = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');

describe('the rows behind a figure', () => {
  it('are as many as the figure says, at every place, and stand in it', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const input = { prepared, analysis, layers: project.layers };
    analysis.wardCodes.concat('outside', 'total').forEach((place, at) => {
      const number = (asks: Omit<FigureQuestion, 'place'>): number =>
        run(figureRows({ ...asks, place } as FigureQuestion, input)).sure;
      expect(number({ kind: 'units' })).toBe(analysis.units[at]);
      expect(number({ kind: 'not-spots' })).toBe(analysis.notSpots.mid[at]);
      expect(number({ kind: 'not-known' })).toBe(analysis.notSpots.notKnown[at]);
      const gigabit = analysis.layers[0].covered;
      expect(number({ kind: 'covered', layerId: 'gigabit' } as never)).toBe(gigabit.mid[at]);
      expect(number({ kind: 'layer-not-known', layerId: 'gigabit' } as never)).toBe(gigabit.notKnown[at]);
      const joint = analysis.operators[0].atLeast[1];
      expect(number({ kind: 'operators', technology: '5g', atLeast: 2 } as never)).toBe(joint.mid[at]);
    });
    const { rows } = run(figureRows({ kind: 'units', place: 'outside' }, input));
    expect([...rows]).toEqual([9]);
  });

  it('are those named, less those in other places and those that a name of the recipe may cover', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const input = { prepared, analysis, layers: project.layers };
    const all = Array.from({ length: prepared.premises.count }, (_, row) => row);
    analysis.wardCodes.concat('outside', 'total').forEach((place, at) => {
      const listed = (filter: { without?: string }): number =>
        run(figureRows({ kind: 'listed', rows: all, place, ...filter }, input)).sure;
      const gigabit = analysis.layers[0].covered;
      expect(listed({})).toBe(analysis.units[at]);
      expect(listed({ without: 'gigabit' })).toBe(
        analysis.units[at] - gigabit.mid[at] - gigabit.notKnown[at],
      );
    });
    expect([...run(figureRows({ kind: 'listed', rows: [2, 5], place: 'total' }, input)).rows]).toEqual([
      2, 5,
    ]);
    expect(() => run(figureRows({ kind: 'listed', rows: [10], place: 'total' }, input))).toThrow(
      'not loaded',
    );
  });

  it('are listed up to a number, with names and places, and counted beyond it', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const found = run(
      figureRows({ kind: 'units', place: 'total' }, { prepared, analysis, layers: project.layers }, 3),
    );
    expect(found.names).toHaveLength(3);
    expect(found.lon[1]).toBeCloseTo(prepared.premises.lon[1], 12);
    expect(found.sure).toBe(10);
  });

  it('go by their id, and where that is blank by their row in the file, whatever order they are kept in', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const { premises } = prepared;
    const { count } = premises;
    const inFile = Array.from({ length: count }, (_, source) => (source === 7 ? ' ' : `id ${source}`));
    const turned = {
      ...premises,
      ids: textColumn('uprn', inFile),
      sourceRow: Uint32Array.from({ length: count }, (_, row) => count - 1 - row),
    };
    const input = { prepared: { ...prepared, premises: turned }, analysis, layers: project.layers };
    const { names } = run(figureRows({ kind: 'units', place: 'total' }, input));
    expect(names[0]).toBe(`id ${count - 1}`);
    expect(names[count - 1 - 7]).toBe('row 8');
  });

  it('may only count where a share is all that is known', () => {
    const { project, analysis, prepared } = preparedProject({
      wards: ['Ash'],
      wardOf: [0, 0, 0],
      layers: [{ layer: { key: 'gigabit', shape: 'shares' }, answers: sharesOf([0, 0, 0], [50]) }],
      recipe: 'no gigabit',
    });
    const found = run(
      figureRows({ kind: 'not-spots', place: 'total' }, { prepared, analysis, layers: project.layers }),
    );
    expect([found.sure, found.possible]).toEqual([0, 3]);
  });

  it('refuse a ward and a layer that are gone, with a sentence', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const input = { prepared, analysis, layers: project.layers };
    expect(() => run(figureRows({ kind: 'units', place: 'E05000000' }, input))).toThrow(
      /No ward "E05000000"/,
    );
    expect(() => run(figureRows({ kind: 'covered', layerId: 'gone', place: 'total' }, input))).toThrow(
      /not loaded/,
    );
  });
});

describe('the recipe walked row by row', () => {
  it('agrees with the count by words of bits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 70 }),
        fc.constantFrom(...RECIPES),
        (rows, recipe) => {
          const { project, analysis, answers } = countedProject(seedOf(rows, recipe));
          const node = parseRecipe(recipe);
          const names = resolveRecipe(node, project.layers);
          const states = rows.map((_, row) => rowRecipe(node, names, answers, row));
          expect(states).toEqual(
            [...analysis.rowState].map((state) => (['no', 'yes', 'not-known'] as const)[state]),
          );
        },
      ),
    );
  });
});

describe('the check by brute force', () => {
  it('counts every place again, and says so per place', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const check = run(checkAnalysis(prepared, analysis, [], project.layers));
    expect(check.exact).toBe(true);
    expect(check.counted.units.at(-1)).toBe(10);
    expect(check.counted.notSpots.at(-1)).toBe(analysis.notSpots.mid.at(-1));
    expect(check.counted.notKnown.at(-1)).toBe(analysis.notSpots.notKnown.at(-1));
  });

  it('sees a count that is wrong', () => {
    const { project, analysis, prepared } = preparedProject(THREE_WARDS);
    const mid = analysis.notSpots.mid.map((number, place) =>
      place === analysis.units.length - 1 ? number + 1 : number,
    );
    const wrong = { ...analysis, notSpots: { ...analysis.notSpots, mid } };
    const right = run(checkAnalysis(prepared, analysis, [], project.layers)).countDifferences;
    expect(run(checkAnalysis(prepared, wrong, [], project.layers)).countDifferences).toBe(right + 1);
  });
});

function seedOf(rows: readonly (readonly ThreeValues[])[], recipe: string) {
  const layer = (key: string, technology: string, operator: string | null, at: number) => ({
    layer: { key, technology, operator },
    answers: rows.map((row) => row[at]),
  });
  return {
    wards: ['Ash'],
    wardOf: rows.map(() => 0),
    layers: [layer('gigabit', 'gigabit', null, 0), layer('5g-a', '5g', 'A', 1), layer('5g-b', '5g', 'B', 2)],
    recipe,
  };
}

function run<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value: result } = steps.next();
    if (done) return result;
  }
}
