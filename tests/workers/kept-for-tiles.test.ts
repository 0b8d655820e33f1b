import { expect, it } from 'vitest';
import { KeptForTiles } from '../../src/workers/kept-for-tiles.ts';
import { datasetOf, projectOf } from '../builders/project.ts';

it('is kept until a file it was made of is forgotten', () => {
  const kept = new KeptForTiles();
  const project = projectOf({ datasets: [datasetOf({ role: 'wards' }), datasetOf({ role: 'premises' })] });
  kept.set('areas', project, 'shapes');
  kept.set('other', projectOf({ datasets: [datasetOf({ role: 'context' })] }), 'more');
  kept.forget(['somewhere else']);
  expect([kept.get('areas'), kept.get('other'), kept.get('never')]).toEqual(['shapes', 'more', undefined]);
  kept.forget(['premises']);
  expect([kept.get('areas'), kept.get('other')]).toEqual([undefined, 'more']);
  kept.set('other', project, 'newer');
  expect(kept.get('other')).toBe('newer');
});
