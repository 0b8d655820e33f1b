import { expect, test } from 'vitest';
import { comparedRows } from '../../../src/domain/explain/compared-rows.ts';
import type { ComparedRows } from '../../../src/domain/explain/rows-question.ts';
import { ROW_NO, ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { KeptForTiles } from '../../../src/workers/kept-for-tiles.ts';
import { study as compareStudy } from '../../../src/workers/studies/before-after.ts';
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
  const bench = {
    workbench,
    kept: new KeptForTiles(),
    latest: { prepared, analysis, project },
    fingerprints: null,
    hashes: null,
  };
  const sure = (of: Project): number => run(study(bench, of, { kind: 'not-spots', place: 'total' })).sure;
  expect([sure(project), sure(structuredClone(project)), sure(merged)]).toEqual([5, 5, 6]);
});

test('the rows of two compared counts are as many as their table says, at every place; of other sides there are none', () => {
  const { workbench, project } = comparedProject();
  const side = (recipeText: string) => ({ recipeText, withoutLayers: [], releases: [] });
  const sides = { before: side('no gigabit and no 5g'), after: side('no gigabit') };
  const bench = { workbench, kept: new KeptForTiles(), latest: null, fingerprints: null, hashes: null };
  const { comparison } = run(compareStudy(bench, project, sides));
  const rowsOf = (which: ComparedRows['which'], place: string, asked = sides): number =>
    run(study(bench, project, { kind: 'compared-rows', which, sides: asked, place })).sure;
  comparison.wardCodes.concat('outside', 'total').forEach((place, at) => {
    expect(rowsOf(['before'], place)).toBe(comparison.before.mid[at]);
    expect(rowsOf(['after'], place)).toBe(comparison.after.mid[at]);
    expect(rowsOf(['became'], place)).toBe(comparison.moves.became[at]);
    expect(rowsOf(['became', 'ceased'], place)).toBe(
      comparison.moves.became[at] + comparison.moves.ceased[at],
    );
  });
  expect(rowsOf(['became'], 'total')).toBe(2);
  const other = { before: sides.after, after: sides.before };
  expect(() => rowsOf(['became'], 'total', other)).toThrow('no longer at hand');
});

test('a row of which only a chance is known may count, and neither became nor ceased', () => {
  const [no, yes, share] = [ROW_NO, ROW_YES, ROW_SHARE];
  const [before, after] = [Uint8Array.of(no, share, yes), Uint8Array.of(yes, yes, share)];
  const of = (...which: ComparedRows['which']) => {
    const { rows, mayCount } = comparedRows({ which, place: 'total' }, before, after);
    return { rows, mayCount: [...(mayCount ?? [])] };
  };
  expect(of('before')).toEqual({ rows: [1, 2], mayCount: [1] });
  expect(of('after')).toEqual({ rows: [0, 1, 2], mayCount: [2] });
  expect(of('became', 'ceased')).toEqual({ rows: [0], mayCount: [] });
});
