import { describe, expect, it } from 'vitest';
import { areaQuestion } from '../../../src/domain/areas/area-question.ts';
import { confidentialShapes } from '../../../src/domain/areas/shareable-areas.ts';
import type { DatasetRecord, Project } from '../../../src/domain/project/project.ts';
import { datasetOf } from '../../builders/counted-project.ts';
import { layerOf } from '../../builders/layers.ts';

/** A project whose gigabit layer speaks within the areas of district.geojson. */
function projectOf(seed: {
  readonly district?: boolean;
  readonly wards?: boolean;
  readonly layer?: boolean;
}) {
  const dataset = (role: DatasetRecord['role'], fileName: string, confidential = false): DatasetRecord =>
    datasetOf(role, fileName, { contentId: fileName, confidential });
  const project: Project = {
    name: 'Testborough',
    fictional: false,
    datasets: [
      dataset('wards', 'wards.geojson', seed.wards),
      dataset('areas', 'district.geojson', seed.district),
    ],
    layers: [
      layerOf({
        key: 'gigabit',
        name: 'Gigabit lines',
        confidential: seed.layer ?? false,
        extent: { kind: 'areas', contentId: 'district.geojson' },
      }),
      layerOf({ key: '5g-a', technology: '5g', confidential: true }),
      layerOf({ key: '5g-b', technology: '5g' }),
    ],
    recipes: [],
    assumptions: [],
    plans: [],
    sites: [],
    devices: [],
    designs: [],
    view: { recipeId: '' },
  };
  return project;
}

const held = (project: Project, recipe: string) =>
  confidentialShapes(project, areaQuestion(recipe, project.layers));

describe('confidentialShapes', () => {
  it('holds nothing back where no file of the recipe is confidential', () => {
    expect(held(projectOf({}), 'no gigabit')).toBeNull();
  });

  it.each([
    ['a layer', { layer: true }, 'Gigabit lines'],
    ['the wards', { wards: true }, 'wards.geojson'],
    ['the extent of a layer', { district: true }, 'district.geojson'],
  ])('holds the shapes back that would show %s', (_, seed, name) => {
    expect(held(projectOf(seed), 'no gigabit')).toContain(`${name} is marked confidential`);
  });

  it('asks only about the layers of the recipe', () => {
    expect(held(projectOf({ district: true }), 'no 5g-b')).toBeNull();
    expect(held(projectOf({}), 'no 5g')).toContain('is marked confidential');
  });
});
