import { describe, expect, test } from 'vitest';
import { projectOfSide } from '../../../src/domain/before-after/project-of-side.ts';
import {
  leftOutNote,
  noReleasesText,
  releaseOptions,
  swappedView,
  withKind,
} from '../../../src/stores/derived/side-choices.ts';
import {
  formatSides,
  readSides,
  SIDES_KINDS,
  SIDES_LOOKS,
  type SidesView,
} from '../../../src/stores/derived/sides-text.ts';
import { layerOf } from '../../builders/layers.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const project = projectOf({
  datasets: [
    datasetOf({ contentId: 'old', fileName: 'gigabit-2026-01.csv', role: 'table', supersededBy: 'new' }),
    datasetOf({ contentId: 'new', fileName: 'gigabit-2026-05.csv', role: 'records' }),
  ],
  layers: [layerOf({ key: 'gigabit', id: 'new-1', contentId: 'new' }), layerOf({ key: '5g' })],
  recipes: [
    { id: 'double', name: 'Double', text: 'no gigabit and no 5g' },
    { id: 'fixed', name: 'Fixed', text: 'no gigabit' },
  ],
  view: { recipeId: 'double' },
});

describe('two sides as text', () => {
  test('are read as they were written, whatever they are', () => {
    for (const look of SIDES_LOOKS) {
      for (const kind of SIDES_KINDS) {
        const view: SidesView = {
          look,
          kind,
          sides: {
            before: { recipeText: 'no gigabit and 5g < 2 operators', withoutLayers: ['5g'], releases: [] },
            after: { recipeText: '(no 5g) or no gigabit', withoutLayers: [], releases: ['old'] },
          },
        };
        expect(readSides(formatSides(view, project), project)).toEqual({ view, fault: '' });
      }
    }
  });

  test('begin with the definition in force and the next one', () => {
    const { view } = readSides(null, project);
    expect(formatSides(view, project)).toBe('swipe/definitions/no gigabit and no 5g/no gigabit');
  });

  test('say what they name that is not loaded, and what they cannot read', () => {
    const gone = readSides('swipe/layers/no 5g/no 5g~-4g~+elsewhere~+new', project);
    expect(gone.fault).toContain('“4g”, “elsewhere”, “new”');
    expect(gone.view.sides.after).toEqual({ recipeText: 'no 5g', withoutLayers: [], releases: [] });
    for (const text of ['', 'swipe', 'twirl/layers/a/b', 'swipe/layers/a', 'swipe/layers/a/b/c'])
      expect(readSides(text, project).fault).toBe('The comparison in the address could not be read.');
  });

  test('name a release by its file, so that another session finds it or says that it is not there', () => {
    const sides = {
      before: { recipeText: 'no gigabit', withoutLayers: [], releases: ['old'] },
      after: { recipeText: 'no gigabit', withoutLayers: [], releases: [] },
    };
    const text = formatSides({ look: 'swipe', kind: 'releases', sides }, project);
    expect(text).toBe('swipe/releases/no gigabit~+gigabit-2026-01.csv/no gigabit');
    const elsewhere = projectOf({
      ...project,
      datasets: [
        datasetOf({ contentId: 'old', fileName: 'other.csv', role: 'table', supersededBy: 'new' }),
        ...project.datasets.slice(1),
      ],
    });
    const read = readSides(text, elsewhere);
    expect(read.view.sides.before.releases).toEqual([]);
    expect(read.fault).toContain('“gigabit-2026-01.csv”');
  });

  test('tell releases of one name apart by how far back they stand, and bear any file name', () => {
    const names = ['a/b~c%d:e.csv', 'same.csv', 'same.csv'];
    const [odd, older, old] = names.map((fileName, i) =>
      datasetOf({ contentId: `f${i}`, fileName, role: 'table', supersededBy: i === 1 ? 'f2' : 'new' }),
    );
    const now = datasetOf({ contentId: 'new', fileName: 'same.csv', role: 'records' });
    const loaded = projectOf({ ...project, datasets: [odd, older, old, now] });
    const again = projectOf({ ...project, datasets: [now, old, odd, older] });
    for (const release of ['f0', 'f1', 'f2']) {
      const before = { recipeText: 'no gigabit', withoutLayers: [], releases: [release] };
      const sides = { before, after: { ...before, releases: [] } };
      const view: SidesView = { look: 'swipe', kind: 'releases', sides };
      const text = formatSides(view, loaded);
      expect(text.split('/')).toHaveLength(4);
      expect(readSides(text, again)).toEqual({ view, fault: '' });
    }
  });

  test('of another kind begin so that they differ, and can be counted', () => {
    const { view } = readSides(null, project);
    const releases = withKind(view, 'releases', project);
    expect([releases.sides.before.releases, releases.sides.after.releases]).toEqual([['old'], []]);
    expect(releaseOptions(project).map(({ label }) => label)).toEqual([
      'gigabit-2026-01.csv and gigabit-2026-05.csv',
    ]);
    const definitions = withKind(releases, 'definitions', project);
    expect(definitions.sides.before.recipeText).not.toBe(definitions.sides.after.recipeText);
    expect(swappedView(definitions).sides.after).toEqual(definitions.sides.before);
    const layers = withKind(view, 'layers', {
      ...project,
      view: { recipeId: 'fixed' },
    });
    expect(layers.sides.after.withoutLayers).toEqual(['5g']);
    expect(projectOfSide(project, layers.sides.after).layers).toHaveLength(1);
  });

  test('leave out by themselves a layer that the definition asks for, and say where none of those does', () => {
    const layers = [
      layerOf({ key: '5g-ee', technology: '5g', operator: 'EE', name: '5G of EE' }),
      layerOf({ key: '5g-o2', technology: '5g', operator: 'O2', name: '5G of O2' }),
      layerOf({ key: 'radio', name: 'Rooftop radio' }),
    ];
    const recipes = [{ id: 'none', name: 'No 5G', text: 'no 5g' }];
    const loaded = projectOf({ layers, recipes, view: { recipeId: 'none' } });
    const view = withKind(readSides(null, loaded).view, 'layers', loaded);
    expect(view.sides.after.withoutLayers).toEqual(['5g-o2']);
    expect(leftOutNote(view, loaded)).toBeNull();
    const useless = {
      ...view,
      sides: { ...view.sides, after: { ...view.sides.after, withoutLayers: ['radio'] } },
    };
    const note = leftOutNote(useless, loaded);
    expect(note?.text).toBe(
      'This definition does not ask for Rooftop radio: left out or not, the count is the same.',
    );
    expect(note?.remedy).toEqual({ label: 'Leave out 5G of O2 instead', view });
    // Nothing that "no gigabit" asks for can be left out; another definition asks for what is.
    const other = withKind(readSides(null, project).view, 'layers', {
      ...project,
      view: { recipeId: 'fixed' },
    });
    expect(leftOutNote(other, project)).toMatchObject({ remedy: null });
  });

  test('say why two files are no releases of one another', () => {
    const table = (fileName: string, columnNames: string[]) =>
      datasetOf({ role: 'shares', contentId: fileName, fileName, columnNames });
    const datasets = [table('may.csv', ['lad_code', 'pct']), table('june.csv', ['LAD_CODE', 'share_pct'])];
    expect(noReleasesText(projectOf({ datasets }))).toBe(
      'Releases: drop in two releases of one file to compare them. may.csv and june.csv are not taken for releases of one file: their columns differ (“pct” only in may.csv; “share_pct” only in june.csv). Give the columns of both files one name each, and drop the changed file in again.',
    );
    expect(noReleasesText(projectOf({}))).toBe('Releases: drop in two releases of one file to compare them.');
  });
});
