import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import type { Evaluated, PlanEvaluation } from '../../../src/domain/evaluation/evaluation.ts';
import type { EvaluationCoverage } from '../../../src/domain/evaluation/evaluation-input.ts';
import { askedRows } from '../../../src/domain/evaluation/recipe-ground.ts';
import { wirelessAlready, wirelessWords } from '../../../src/domain/evaluation/wireless-already.ts';
import { coverageOf, judgedInputs, judgedOver, placeAlong, trenchTo } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';
import { crispOf, layerOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';

const WORDS: readonly ThreeValues[] = ['yes', 'no', 'unknown'];

/** Layers of fixed wireless, each with a word for each of the premises. */
function coverageWith(
  layers: readonly {
    readonly key: string;
    readonly technology: string;
    readonly words: readonly ThreeValues[];
  }[],
): EvaluationCoverage {
  const records = layers.map(({ key, technology }) => layerOf({ key, technology, operator: key }));
  return {
    layers: records,
    answers: new Map(records.map(({ id }, at) => [id, crispOf(layers[at].words)])),
    rows: layers[0]?.words.length ?? 0,
    unitsAt: () => 1,
    recipes: [],
  };
}

function lineOf({ lines }: Evaluated) {
  return lines.find(({ key }) => key === 'wireless already');
}

describe('who can get fixed wireless already', () => {
  it('counts each premises once, and who no layer speaks of as not known', () => {
    const place = fc.record({
      rooklink: fc.constantFrom(...WORDS),
      skylark: fc.constantFrom(...WORDS),
      fwa: fc.constantFrom(...WORDS),
      units: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (given) => {
        const coverage = coverageWith([
          { key: 'rooklink', technology: 'radio', words: given.map(({ rooklink }) => rooklink) },
          { key: 'skylark', technology: 'radio', words: given.map(({ skylark }) => skylark) },
          { key: 'fwa', technology: 'fwa', words: given.map(({ fwa }) => fwa) },
        ]);
        const rows = askedRows(given.map((_, at) => placeAlong(at)));
        const found = wirelessAlready(
          coverage,
          rows,
          given.map(({ units }) => units),
        );
        const sum = (is: (words: readonly ThreeValues[]) => boolean): number =>
          given.reduce(
            (all, { rooklink, skylark, fwa, units }) => (is([rooklink, skylark, fwa]) ? all + units : all),
            0,
          );
        const all = sum(() => true);
        const notKnown = sum((words) => !words.includes('yes') && words.includes('unknown'));
        expect(found.asked).toBe(all);
        expect(found.notKnown).toBe(notKnown);
        expect(found.has).toBe(sum((words) => words.includes('yes')));
        expect(found.why === null).toBe(notKnown < all);
      }),
    );
  });

  it('is not known without a layer of it, or where only shares of areas tell', () => {
    const rows = askedRows([placeAlong(0)]);
    const other = coverageWith([{ key: 'fibre', technology: 'gigabit', words: ['yes'] }]);
    expect(wirelessAlready(other, rows, [1]).why).toContain('No layer of rooftop radio');
    const layer = layerOf({ key: 'fwa-areas', technology: 'fwa' });
    const shares = { ...other, layers: [layer], answers: new Map([[layer.id, sharesOf([50], [0])]]) };
    expect(wirelessAlready(shares, rows, [1])).toMatchObject({ has: 0, notKnown: 1 });
    expect(wirelessAlready(shares, rows, [1]).why).toContain('shares of areas');
  });

  it('says of what speed it is, only where that is stated', () => {
    const rows = askedRows([0, 1, 2].map((at) => placeAlong(at)));
    const both = coverageWith([
      { key: 'rooklink', technology: 'radio', words: ['yes', 'no', 'unknown'] },
      { key: 'fwa', technology: 'fwa', words: ['yes', 'no', 'unknown'] },
    ]);
    expect(wirelessWords(wirelessAlready(both, rows, [1, 1, 1]), 'premises')).toBe(
      '1 of the 3 premises asked for can get fixed wireless already; for 1 it is not known. Rooftop radio: no speed is stated for it. Fixed wireless access: at least 10 Mbit/s down and 1 Mbit/s up.',
    );
    const measured = { ...both, layers: both.layers.map((layer) => ({ ...layer, atLeast: 24 })) };
    expect(wirelessAlready(measured, rows, [1, 1, 1]).meaning).toContain(
      'from 24 on, in the unit of its file',
    );
  });
});

describe('a plan that is judged', () => {
  const places = [0, 1, 2, 3].map((at) => placeAlong(at));
  const words = { fenline: ['no', 'no', 'no', 'no'], corvid: ['no', 'no', 'no', 'no'] } as const;
  const radio: readonly ThreeValues[] = ['yes', 'no', 'yes', 'unknown'];
  const input = judgedOver(
    places,
    [{ kind: 'dig', trench: trenchTo(places.slice(0, 2), places.slice(2)), radio: null }],
    { coverage: coverageOf({ ...words, fiveG: words.fenline, radio }) },
  );
  const judged: PlanEvaluation = lastOf(evaluatePlan(input));

  it('has a line of it on every card, the same of all, and of those served how many', () => {
    const [leave, dig] = ['leave as it is', 'dig'].map((kind) => {
      const one = judged.interventions.find((each) => each.kind === kind);
      if (!one) throw new Error(`${kind} is not judged.`);
      return lineOf(one)?.figure;
    });
    expect(dig?.value).toMatchObject({ low: 2, mid: 2, high: 3, unit: 'premises', basis: 'measured' });
    expect(dig).toMatchObject({ denominator: 4, notKnown: 1 });
    expect(dig?.definition).toContain('Of the 2 served, 1 can.');
    expect(leave?.value).toEqual(dig?.value);
    expect(judged.sentences.at(-1)).toContain('2 of the 4 premises asked for can get fixed wireless already');
  });

  it('never counts more than are asked for, whatever is built', () => {
    fc.assert(
      fc.property(judgedInputs, (any) => {
        const evaluation = lastOf(evaluatePlan(any));
        const asked = any.places.reduce((sum, { units }) => sum + units, 0);
        for (const one of [...evaluation.interventions, evaluation.chosen]) {
          const line = lineOf(one);
          if (one.refused !== null || !line?.figure) {
            expect(line?.why).toBeTruthy();
            continue;
          }
          expect(line.figure.denominator).toBe(asked);
          expect(line.figure.value.high).toBeLessThanOrEqual(asked);
        }
      }),
      { numRuns: 40 },
    );
  });
});
