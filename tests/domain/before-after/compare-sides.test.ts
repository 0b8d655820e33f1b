import { beforeAll, describe, expect, test } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { compareSides } from '../../../src/domain/before-after/compare-sides.ts';
import { type CountSide, isSameSide, swappedSides } from '../../../src/domain/before-after/count-side.ts';
import { datasetsOfSides } from '../../../src/domain/before-after/datasets-of-sides.ts';
import { KnownCounts } from '../../../src/domain/before-after/known-counts.ts';
import { projectOfSide, projectsOfSides } from '../../../src/domain/before-after/project-of-side.ts';
import { SideRefused } from '../../../src/domain/before-after/side-refused.ts';
import { analyse } from '../../../src/domain/not-spots/analyse.ts';
import { currentRecipe, type DatasetRecord, type Project } from '../../../src/domain/project/project.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { makeAppContext } from '../../builders/app-context.ts';
import { comparedProject } from '../../builders/compared-project.ts';
import { layerOf } from '../../builders/layers.ts';
import { makePilot } from '../../builders/pilot.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

const side = (recipeText: string, rest: Partial<CountSide> = {}): CountSide => ({
  recipeText,
  withoutLayers: [],
  releases: [],
  ...rest,
});

function run<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Six premises of one list, whose gigabit and 5G are columns of two files. */
function bench(): { workbench: Workbench; project: Project } {
  const workbench = new Workbench();
  const premises = ['1,-2.0,53', '2,-2.1,53', '3,-2.2,53', '4,-2.3,53', '5,-2.4,53', '6,-2.5,53'];
  workbench.put('premises', tableOf('premises.csv', ['uprn', 'lon', 'lat'], premises));
  workbench.put(
    'fixed',
    tableOf('fixed.csv', ['uprn', 'gigabit'], ['1,yes', '2,no', '3,no', '4,yes', '5,no']),
  );
  workbench.put(
    'mobile',
    tableOf('mobile.csv', ['uprn', 'ok'], ['1,no', '2,yes', '3,no', '4,no', '5,no', '6,no']),
  );
  const roles = { id: 'uprn', lon: 'lon', lat: 'lat' };
  const project = projectOf({
    datasets: [
      datasetOf({ role: 'premises', roles, unit: 'premises' }),
      datasetOf({ contentId: 'fixed', role: 'records', roles: { id: 'uprn' } }),
      datasetOf({ contentId: 'mobile', role: 'records', roles: { id: 'uprn' } }),
    ],
    layers: [
      layerOf({ key: 'gigabit', shape: 'records', contentId: 'fixed', column: 'gigabit' }),
      layerOf({ key: '5g', shape: 'records', contentId: 'mobile', column: 'ok' }),
    ],
  });
  return { workbench, project };
}

describe('two sides of one project', () => {
  test('two definitions: the counts of each, and which premises became or ceased to be not-spots', () => {
    const { workbench, project } = bench();
    const sides = { before: side('no gigabit and no 5g'), after: side('no gigabit') };
    const { comparison, before, after } = run(compareSides(workbench, project, sides));
    // 3 and 5 have neither; 2 has 5G only; of 6 the fixed file says nothing.
    expect([before.notSpots.mid.at(-1), after.notSpots.mid.at(-1)]).toEqual([2, 3]);
    expect([before.notSpots.notKnown.at(-1), after.notSpots.notKnown.at(-1)]).toEqual([1, 1]);
    expect([comparison.moves.became.at(-1), comparison.moves.ceased.at(-1)]).toEqual([1, 0]);
    const back = run(compareSides(workbench, project, swappedSides(sides))).comparison;
    expect([back.difference.mid.at(-1), back.moves.ceased.at(-1)]).toEqual([-1, 1]);
  });

  test('each count is that of the side’s project, counted from nothing', () => {
    const { workbench, project } = bench();
    const sides = {
      before: side('no gigabit or no 5g'),
      after: side('no 5g', { withoutLayers: ['gigabit'] }),
    };
    const compared = run(compareSides(workbench, project, sides));
    for (const name of ['before', 'after'] as const) {
      // What is left out touches nothing of the other counts, operators among them.
      const own = projectOfSide(project, sides[name]);
      const fresh = bench().workbench;
      const prepared = run(fresh.prepare(own));
      if (!prepared) throw new Error('There are premises.');
      const { text } = currentRecipe(own);
      expect(compared[name]).toEqual(analyse({ ...prepared, layers: own.layers, recipeText: text }));
    }
  });

  test('without one of two operators, their numbers are counted again and the rest is not', () => {
    const { workbench, project } = comparedProject();
    const sides = { before: side('no 5g'), after: side('no 5g', { withoutLayers: ['5g-plover'] }) };
    const { before, after } = run(compareSides(workbench, project, sides));
    expect([before.operators.length, after.operators.length]).toEqual([1, 0]);
    const own = projectOfSide(project, sides.after);
    const prepared = run(comparedProject().workbench.prepare(own));
    if (!prepared) throw new Error('There are premises.');
    const fresh = analyse({ ...prepared, layers: own.layers, recipeText: 'no 5g' });
    expect(after).toEqual(fresh);
  });

  test('a side counted before is not counted again', () => {
    const { workbench, project } = bench();
    const known = new KnownCounts();
    const sides = { before: side('no gigabit'), after: side('no 5g') };
    const first = run(compareSides(workbench, project, sides, known));
    const next = { ...sides, after: side('no gigabit or no 5g') };
    const second = run(compareSides(workbench, project, next, known));
    expect(second.before).toBe(first.before);
    expect(second.after).not.toBe(first.after);
    // A file of other data under the same name is counted anew.
    workbench.forget(new Set(['fixed']));
    workbench.put('fixed', tableOf('fixed.csv', ['uprn', 'gigabit'], ['1,no']));
    const third = run(compareSides(workbench, project, sides, known));
    expect(third.before.notSpots.mid.at(-1)).toBe(1);
  });

  test('spaces, capitals and the order of layers make no other question', () => {
    const one = side('No  gigabit ', { withoutLayers: ['a', 'b'] });
    expect(isSameSide(one, side('no gigabit', { withoutLayers: ['b', 'a', 'a'] }))).toBe(true);
    expect(isSameSide(one, side('no gigabit', { withoutLayers: ['a'] }))).toBe(false);
    expect(isSameSide(one, { ...one, releases: ['x'] })).toBe(false);
  });

  test('a layer that the definition does not ask for changes nothing, whatever the bounds', () => {
    const { workbench, project } = bench();
    const graded = layerOf({ key: '5g-high', technology: '5g', confidence: 'high', shape: 'records' });
    const layers = [
      { ...graded, contentId: 'mobile', column: 'ok' },
      {
        ...graded,
        id: 'sure',
        key: '5g-very-high',
        confidence: 'very-high' as const,
        contentId: 'fixed',
        column: 'gigabit',
      },
      layerOf({ key: 'gigabit', shape: 'records', contentId: 'fixed', column: 'gigabit' }),
    ];
    const sides = { before: side('no 5g'), after: side('no 5g', { withoutLayers: ['gigabit'] }) };
    const { before, comparison } = run(compareSides(workbench, { ...project, layers }, sides));
    expect(before.notSpots.high.at(-1)).toBeGreaterThan(before.notSpots.low.at(-1) ?? 0);
    expect([comparison.isExact, comparison.difference.high.at(-1)]).toEqual([true, 0]);
  });

  test('a definition that a side cannot answer is refused with the side’s name', () => {
    const { workbench, project } = bench();
    const sides = { before: side('no gigabit'), after: side('no gigabit', { withoutLayers: ['gigabit'] }) };
    expect(() => run(compareSides(workbench, project, sides))).toThrow(SideRefused);
    expect(() => run(compareSides(workbench, project, sides))).toThrow(
      /definition of “after” cannot be used: There is no layer or technology called "gigabit"/,
    );
  });

  test('what is not there, or leaves nothing, is refused in words', () => {
    const { project } = bench();
    const refused = (given: CountSide): string => {
      try {
        projectOfSide(project, given);
      } catch (error) {
        if (error instanceof SideRefused) return error.message;
      }
      return '';
    };
    expect(refused(side('no gigabit', { withoutLayers: ['gone'] }))).toContain('no longer loaded');
    expect(refused(side('no gigabit', { withoutLayers: ['gigabit', '5g'] }))).toContain('No layer is left');
    expect(refused(side('no gigabit', { releases: ['gone'] }))).toContain('no longer loaded');
    expect(refused(side('no gigabit', { releases: ['fixed'] }))).toContain('no longer loaded');
  });
});

describe('two releases of a file', () => {
  const pilot = makePilot();
  const records = (name: string, has: (i: number) => boolean): File => {
    const lines = pilot.premises.map(({ uprn }, i) => `${uprn},${has(i)}`);
    return new File([`uprn,current_gigabit\r\n${lines.join('\r\n')}\r\n`], name);
  };
  let context: AppContext;
  let project: Project;
  const dataset = (start: string): DatasetRecord => {
    const found = project.datasets.find(({ fileName }) => fileName.startsWith(start));
    if (!found) throw new Error(`${start} is not loaded.`);
    return found;
  };

  beforeAll(async () => {
    context = makeAppContext().context;
    await importFiles(context, [
      new File([pilot.premisesCsv], 'premises.csv'),
      records('202601_bduk_uprn_release.csv', (i) => i % 2 === 0),
      records('202605_bduk_uprn_release.csv', (i) => i % 4 !== 1),
    ]);
    project = context.project.getState().project;
  });

  test('the earlier takes the place of the later, under the same name in recipes', () => {
    const { before, after } = projectsOfSides(project, {
      before: side('no gigabit', { releases: [dataset('202601').contentId] }),
      after: side('no gigabit'),
    });
    expect(after.layers).toEqual(project.layers);
    expect(before.layers.map(({ key, contentId }) => [key, contentId])).toEqual([
      [project.layers[0].key, dataset('202601').contentId],
    ]);
    const role = (start: string) => before.datasets.find(({ fileName }) => fileName.startsWith(start));
    expect([role('202601')?.role, role('202605')?.role]).toEqual(['records', 'table']);
    expect(role('202605')?.supersededBy).toBe(dataset('202601').contentId);
  });

  test('the files of both sides are those that one of them counts with', () => {
    const now = side('no gigabit');
    const earlier = side('no gigabit', { releases: [dataset('202601').contentId] });
    const names = (before: CountSide, after: CountSide): string[] =>
      datasetsOfSides(project, { before, after }).map(({ fileName }) => fileName);
    const both = ['202601_bduk_uprn_release.csv', '202605_bduk_uprn_release.csv'];
    expect(names(earlier, now)).toEqual(expect.arrayContaining(both));
    expect(names(now, earlier)).toEqual(expect.arrayContaining(both));
    expect(names(now, now)).not.toContain(both[0]);
    expect(names(earlier, earlier)).not.toContain(both[1]);
    const one = comparedProject().project;
    const without = side('no gigabit', { withoutLayers: ['5g-plover', '5g-dunlin'] });
    const ids = datasetsOfSides(one, { before: without, after: without }).map(({ contentId }) => contentId);
    expect(ids).toEqual(['premises', 'wards', 'fixed']);
    expect(datasetsOfSides(one, { before: without, after: now })).toHaveLength(4);
  });

  test('what a person said of the layer in force holds for the earlier one', () => {
    const said = project.layers.map((layer) => ({
      ...layer,
      key: 'ours',
      name: 'Our fibre',
      technology: 'fibre',
      extent: { kind: 'everywhere' as const },
      confidential: true,
    }));
    const given = { ...project, layers: said };
    const own = projectOfSide(given, side('no ours', { releases: [dataset('202601').contentId] }));
    expect(own.layers[0]).toMatchObject({
      key: 'ours',
      name: 'Our fibre',
      technology: 'fibre',
      extent: { kind: 'everywhere' },
      confidential: true,
      contentId: dataset('202601').contentId,
    });
  });

  test('a list of premises stays the one in force, and the earlier list answers for it by id', async () => {
    const { context: own } = makeAppContext();
    const list = (has: (i: number) => boolean): string => {
      const lines = pilot.premises.map(
        ({ uprn, easting, northing }, i) => `${uprn},${easting},${northing},${has(i)}`,
      );
      return `uprn,easting,northing,current_gigabit\r\n${lines.join('\r\n')}\r\n`;
    };
    await importFiles(own, [
      new File([list((i) => i % 2 === 0)], 'places_202601.csv'),
      new File([list((i) => i % 4 !== 1)], 'places_202605.csv'),
    ]);
    const lists = own.project.getState().project;
    const earlier = lists.datasets.find(({ supersededBy }) => supersededBy !== undefined);
    if (!earlier) throw new Error('One of the two lists steps back.');
    const [{ key }] = lists.layers;
    const { before } = projectsOfSides(lists, {
      before: side(`no ${key}`, { releases: [earlier.contentId] }),
      after: side(`no ${key}`),
    });
    expect(before.datasets.map(({ fileName, role }) => [fileName, role])).toEqual([
      ['places_202601.csv', 'records'],
      ['places_202605.csv', 'premises'],
    ]);
    expect(before.layers.map(({ contentId, shape }) => [contentId, shape])).toEqual([
      [earlier.contentId, 'records'],
    ]);
  });

  test('releases that would change the wards are refused', () => {
    const wards = datasetOf({ contentId: 'new', role: 'wards' });
    const old = datasetOf({ contentId: 'old', role: 'areas', supersededBy: 'new' });
    const given = { ...project, datasets: [...project.datasets, old, wards] };
    const sides = { before: side('no gigabit', { releases: ['old'] }), after: side('no gigabit') };
    expect(() => projectsOfSides(given, sides)).toThrow('do not count the same premises');
  });
});
