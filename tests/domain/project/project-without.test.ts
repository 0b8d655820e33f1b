import { expect, it } from 'vitest';
import { projectWithout } from '../../../src/domain/project/project-without.ts';
import { layerOf } from '../../builders/layers.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

it('a forgotten file leaves no layer that takes its extent from it: that is assumed again', () => {
  const stated = { kind: 'areas', contentId: 'survey' } as const;
  const other = { kind: 'areas', contentId: 'wards' } as const;
  const project = projectOf({
    datasets: [datasetOf({ role: 'wards' }), datasetOf({ role: 'areas', contentId: 'survey' })],
    layers: [
      layerOf({ key: 'gigabit', extent: stated }),
      layerOf({ key: 'fttp', extent: other }),
      layerOf({ key: 'inside', contentId: 'survey', extent: { kind: 'everywhere' } }),
    ],
  });
  const { layers, datasets } = projectWithout(project, 'survey');
  expect(datasets.map(({ contentId }) => contentId)).toEqual(['wards']);
  expect(layers.map(({ id, extent }) => [id, extent])).toEqual([
    ['gigabit', { kind: 'assumed' }],
    ['fttp', other],
  ]);
});
