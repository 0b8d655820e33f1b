import { expect, test } from 'vitest';
import { clusteredFigure, clusterFigure } from '../../../src/domain/clusters/cluster-figure.ts';
import { clustersOf, terrace } from '../../builders/cluster-premises.ts';
import { numbersAfter } from '../../builders/formula.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const project = projectOf({
  datasets: [datasetOf({ role: 'premises' }), datasetOf({ contentId: 'streets', role: 'context' })],
});

const clusters = () => {
  const one = terrace(400_000, 300_000, 7).map((seed, i) => ({ ...seed, ward: i < 4 ? 0 : 1 }));
  const two = terrace(405_000, 300_000, 4);
  const alone = terrace(410_000, 300_000, 2);
  return clustersOf({ premises: [...one, ...two, ...alone] }).clusters;
};

test('all not-spots less the scattered ones are those of the clusters', () => {
  const figure = clusteredFigure(clusters(), project);
  const [all, scattered, equals] = numbersAfter(figure.definition, 'scattered ones = ');
  expect([all, scattered, equals]).toEqual([13, 2, 11]);
  expect(all - scattered).toBe(figure.value.mid);
  expect([figure.value.low, figure.value.high, figure.denominator, figure.rowsUsed]).toEqual([
    11, 11, 13, 11,
  ]);
  expect(figure.definition).toContain('no gigabit');
  expect(figure.definition).toContain('at most 150 m apart');
  expect(figure.sources).toHaveLength(1);
});

test('the wards of a cluster sum to its not-spots', () => {
  const found = clusters();
  for (let cluster = 0; cluster < found.count; cluster++) {
    const figure = clusterFigure(found, project, cluster);
    const numbers = numbersAfter(figure.definition, 'By ward: ');
    const equals = numbers.pop();
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(equals);
    expect(equals).toBe(figure.value.mid);
    expect(figure.rowsUsed).toBe(found.rowStarts[cluster + 1] - found.rowStarts[cluster]);
  }
  expect(clusterFigure(found, project, 0).definition).toContain('4 (Alder) + 3 (Birch) = 7');
});
