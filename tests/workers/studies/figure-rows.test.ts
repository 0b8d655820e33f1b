import { expect, test } from 'vitest';
import type { Project } from '../../../src/domain/project/project.ts';
import { KeptForTiles } from '../../../src/workers/kept-for-tiles.ts';
import { study } from '../../../src/workers/studies/figure-rows.ts';
import { comparedProject } from '../../builders/compared-project.ts';

function run<Answer>(steps: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test('the last count is used again only where its layers say the same of operators', () => {
  const { workbench, project: given } = comparedProject();
  const recipes = [{ id: 'joint', name: 'Joint', text: '5g < 2 operators' }];
  const project: Project = { ...given, recipes, view: { ...given.view, recipeId: 'joint' } };
  // One company behind both names: nowhere are there two of them.
  const merged: Project = {
    ...project,
    layers: project.layers.map((layer) => (layer.operator ? { ...layer, operator: 'Plover' } : layer)),
  };
  const prepared = run(workbench.prepare(project));
  const analysis = run(workbench.analyse(project, recipes[0].text));
  if (!prepared || !analysis) throw new Error('The project has premises.');
  const bench = { workbench, kept: new KeptForTiles(), latest: { prepared, analysis, project }, fingerprints: null };
  const sure = (of: Project): number => run(study(bench, of, { kind: 'not-spots', place: 'total' })).sure;
  expect([sure(project), sure(structuredClone(project)), sure(merged)]).toEqual([5, 5, 6]);
});
