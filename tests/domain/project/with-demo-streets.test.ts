import { describe, expect, it } from 'vitest';
import { withDemoStreets } from '../../../src/domain/project/with-demo-streets.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';

describe('withDemoStreets', () => {
  it('adds what is not there, and gives back the very project where nothing is', () => {
    const project = FULL_PROJECT;
    const [first] = project.datasets;
    const streets = { ...first, contentId: 'street-links', role: 'streets' as const };
    const joined = withDemoStreets(project, { datasets: [first, streets] });
    expect(joined.datasets).toEqual([...project.datasets, streets]);
    expect(withDemoStreets(joined, { datasets: [streets] })).toBe(joined);
    expect({ ...joined, datasets: [] }).toEqual({ ...project, datasets: [] });
  });
});
