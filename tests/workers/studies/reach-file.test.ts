import { expect, test } from 'vitest';
import type { DatasetRecord } from '../../../src/domain/project/project.ts';
import { study } from '../../../src/workers/studies/reach-file.ts';
import type { StudyBench } from '../../../src/workers/study-bench.ts';
import { lastOf } from '../../builders/last-of.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { townSite } from '../../builders/town-reach.ts';

/** Nothing may be asked of it. */
const bench = new Proxy({} as StudyBench, {
  get: () => {
    throw new Error('Something was worked out.');
  },
});

test.each([
  ['premises', /rows are not exported/],
  ['heights', /what is seen over it is not exported/],
  ['buildings', /what is seen over it is not exported/],
  ['trees', /what is seen over it is not exported/],
] as const)('nothing leaves where %s are confidential, and nothing is worked out', (role, words) => {
  const dataset: DatasetRecord = { ...datasetOf({ role }), confidential: true };
  const question = { site: townSite(), radiusMetres: 500, mostMastMetres: 0 };
  const asked = { ...question, format: 'csv', countedOn: '2026-11-27' } as const;
  expect(() => lastOf(study(bench, projectOf({ datasets: [dataset] }), asked))).toThrow(words);
});
