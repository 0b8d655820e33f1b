import { expect, test } from 'vitest';
import { needFigure } from '../../../src/domain/need/need-figure.ts';
import { rankByNeed } from '../../../src/domain/need/need-ranking.ts';
import { preparedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { numbersAfter } from '../../builders/formula.ts';

const source = { title: 'imd.csv', publisher: null, date: '2019', licence: null, url: null };

test('the average weight times the not-spots is the weighed count, of every ward and of all', () => {
  const { project, analysis, prepared } = preparedProject(THREE_WARDS);
  const weights = Float64Array.from({ length: prepared.premises.count }, (_, row) =>
    row === 1 ? Number.NaN : (row + 1) / 7,
  );
  const steps = rankByNeed({ prepared, project, analysis, weights });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const need = {
    kind: 'ranked' as const,
    choice: { contentId: 'imd', codeColumn: 'code', column: 'score', where: [], higherMeansMore: true },
    fileName: 'imd.csv',
    source,
    ranking: step.value,
    weights: {
      unitsWithValue: 9,
      unitsWithout: 1,
      mean: 7,
      smallest: 1,
      largest: 10,
      way: 'By ward.',
      unreadable: 0,
    },
  };
  for (let place = 0; place < analysis.units.length; place++) {
    const figure = needFigure(need, analysis, { project, place });
    expect(figure.value.mid).toBe(step.value.weighted[place]);
    expect(figure.notKnown).toBe(step.value.withoutValue[place]);
    expect(figure.sources[0]).toBe(source);
    expect(figure.definition).toContain('score in imd.csv ÷ 7');
    if (step.value.plain[place] === 0) {
      expect(figure.definition).toContain('the sum is 0.');
      continue;
    }
    const [plain, average, equals] = numbersAfter(figure.definition, 'average weight = ');
    expect(plain * average).toBeCloseTo(equals, 4);
    expect(equals).toBeCloseTo(figure.value.mid, 5);
  }
  const rows = [...analysis.rowState].map((state, row) => (state === 1 && row !== 1 ? weights[row] : 0));
  const all = needFigure(need, analysis, { project, place: analysis.units.length - 1 }).value.mid;
  expect(all).toBeCloseTo(
    rows.reduce((sum, weight) => sum + weight, 0),
    9,
  );
});
