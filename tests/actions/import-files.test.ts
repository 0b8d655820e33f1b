import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { checkByBruteForce } from '../../src/actions/check-by-brute-force.ts';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { setLayer } from '../../src/actions/set-layer.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { setRole } from '../../src/actions/set-role.ts';
import { redo, undo } from '../../src/actions/undo.ts';
import { wardRows } from '../../src/domain/not-spots/ward-rows.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { countPilot } from '../builders/count-pilot.ts';
import { makePilot } from '../builders/pilot.ts';

const pilot = makePilot();
const files = (): File[] => [
  new File([pilot.gigabitGeoJson], 'a.geojson'),
  new File([pilot.premisesCsv], 'b.csv'),
  new File([pilot.wardsGeoJson], 'c.geojson'),
];

let context: AppContext;
let end: () => void;

beforeEach(() => {
  ({ context, end } = makeCountingContext());
});

afterEach(() => end());

const total = (): number | undefined => context.analysis.getState().analysis?.notSpots.mid.at(-1);

describe('files dropped together', () => {
  test('are known by their content and counted as an independent computation counts them', async () => {
    await importFiles(context, files());
    await counted(context);
    expect(context.imports.getState().files.map((file) => file.role)).toEqual([
      'coverage',
      'premises',
      'wards',
    ]);
    const { analysis } = context.analysis.getState();
    const expected = countPilot(pilot);
    for (const row of analysis ? wardRows(analysis) : []) {
      const count = expected.get(row.kind === 'ward' ? row.code : row.kind);
      expect([row.name, row.units, row.notSpots.mid]).toEqual([row.name, count?.premises, count?.notSpots]);
    }
    expect(analysis?.recipeText).toBe('no gigabit');
  });

  test('are one step of undo, and of redo', async () => {
    await importFiles(context, files());
    await counted(context);
    const before = total();
    expect(context.project.getState().done.map((step) => step.label)).toEqual(['Added 3 files']);
    undo(context);
    await counted(context);
    expect([context.project.getState().project.datasets, context.analysis.getState().status]).toEqual([
      [],
      'empty',
    ]);
    redo(context);
    await counted(context);
    expect(total()).toBe(before);
  });

  test.each([
    ['a reader that throws what nobody foresees', new TypeError('x is undefined'), 'unexpected'],
    ['a folder, which the browser cannot read', new DOMException('', 'NotReadableError'), 'folder'],
  ])('%s is refused with a reason, and the four others are taken', async (_name, thrown, reason) => {
    const broken = new File(['id,name\r\n1,a\r\n'], 'broken.csv');
    const fail = (): never => {
      throw thrown;
    };
    Object.assign(broken, { stream: fail, arrayBuffer: fail, slice: fail });
    const table = new File(['code,name\r\nx1,One\r\nx2,Two\r\n'], 'table.csv');
    const [coverage, premises, wards] = files();
    await importFiles(context, [coverage, broken, premises, table, wards]);
    await counted(context);
    const { status, files: outcomes } = context.imports.getState();
    expect([status, outcomes.map(({ contentId }) => contentId !== null)]).toEqual([
      'done',
      [true, false, true, true, true],
    ]);
    const [issue] = outcomes[1].report.issues;
    expect(issue).toMatchObject({ outcome: 'refused', message: expect.stringContaining(reason) });
    expect(issue.message).toMatch(/^broken\.csv/);
    expect(issue.message.split(/\s+/).length).toBeLessThanOrEqual(25);
    expect(total()).toBe(countPilot(pilot).get('total')?.notSpots);
  });

  test.each(['the finer first', 'the coarser first'])(
    'that are premises by two kinds of area are counted by the finer, %s',
    async (order) => {
      const households = (name: string, column: string, codes: readonly string[]): File =>
        new File([`${column},households\r\n${codes.map((code) => `${code},10\r\n`).join('')}`], name);
      const fine = households('fine.csv', 'oa21cd', ['E00021000', 'E00021001', 'E00021002']);
      const coarse = households('coarse.csv', 'wd23cd', ['E05021000', 'E05021001']);
      await importFiles(context, order === 'the finer first' ? [fine, coarse] : [coarse, fine]);
      const { datasets } = context.project.getState().project;
      const roleOf = (name: string) => datasets.find(({ fileName }) => fileName === name)?.role;
      expect([roleOf('fine.csv'), roleOf('coarse.csv')]).toEqual(['premises', 'table']);
      const { report } = datasets.find(({ fileName }) => fileName === 'fine.csv') ?? {};
      expect(report?.issues.map(({ message }) => message).join()).toContain('takes the place of coarse.csv');
    },
  );

  test('while the worker dies change nothing, and the file it died of is named', async () => {
    const before = context.project.getState().project;
    const died = { state: 'failed', name: 'Stopped', message: 'Reload the page.', place: null } as const;
    const { run } = context.compute;
    let reads = 0;
    context.compute.run = (start, options) => (++reads === 2 ? Promise.resolve(died) : run(start, options));
    await importFiles(context, files());
    expect([reads, context.project.getState().project]).toEqual([2, before]);
    expect(context.imports.getState()).toMatchObject({
      status: 'failed',
      problem: 'b.csv: Reload the page.',
      cancel: null,
    });
  });

  test('that are cancelled leave nothing in memory, and earlier work as it was', async () => {
    const [coverage, premises, wards] = files();
    await importFiles(context, [premises]);
    await counted(context);
    const before = context.project.getState().project;
    const forgets = vi.spyOn(context.compute.api, 'forgetContents');
    const stop = context.imports.subscribe(({ step, cancel }) => {
      if (step?.file === 3) cancel?.();
    });
    await importFiles(context, [premises, coverage, wards]);
    stop();
    expect(context.imports.getState().status).toBe('cancelled');
    expect(context.project.getState().project).toBe(before);
    // The premises were loaded before: only the coverage was new.
    const forgotten = forgets.mock.calls.flatMap(([contentIds]) => contentIds);
    expect(forgotten).toHaveLength(1);
    expect(forgotten).not.toContain(before.datasets[0].contentId);
  });

  test('a bad one among them is refused with its reason; the others are taken', async () => {
    await importFiles(context, [
      ...files(),
      new File(['{"type": "FeatureCollection", "features": ['], 'd.geojson'),
    ]);
    const outcomes = context.imports.getState().files;
    expect(outcomes.map((file) => file.role)).toEqual(['coverage', 'premises', 'wards', null]);
    expect(outcomes[3].report.issues[0]).toMatchObject({ code: 'NOT_JSON', outcome: 'refused' });
    expect(context.project.getState().project.datasets).toHaveLength(3);
  });

  test('only bad ones change nothing', async () => {
    const before = context.project.getState().project;
    await importFiles(context, [new File(['%PDF-1.4'], 'x.csv'), new File([''], 'y.csv')]);
    expect(context.project.getState().project).toBe(before);
    expect(context.imports.getState().files.map((file) => file.contentId)).toEqual([null, null]);
  });

  test('again are not counted again, under another name neither', async () => {
    await importFiles(context, files());
    await counted(context);
    const { project: before, done } = context.project.getState();
    await importFiles(context, [...files(), new File([pilot.premisesCsv], 'copy.csv')]);
    expect(context.project.getState().project).toBe(before);
    expect(context.project.getState().done).toBe(done);
    const said = context.imports
      .getState()
      .files.map((file) => file.report.issues.map((issue) => issue.code));
    expect(said).toEqual([['ALREADY_LOADED'], ['ALREADY_LOADED'], ['ALREADY_LOADED'], ['ALREADY_LOADED']]);
    undo(context);
    await importFiles(context, [...files(), new File([pilot.premisesCsv], 'copy.csv')]);
    await counted(context);
    expect(context.project.getState().project.datasets).toHaveLength(3);
    expect(total()).toBe(countPilot(pilot).get('total')?.notSpots);
  });

  test('that take the place of earlier ones say so', async () => {
    await importFiles(context, files());
    await importFiles(context, [
      new File([`${pilot.premisesCsv}9990000999999,412500,301500\r\n`], 'later.csv'),
    ]);
    await counted(context);
    const [{ report, role }] = context.imports.getState().files;
    expect([role, report.issues.at(-1)?.code]).toEqual(['premises', 'TAKES_PLACE']);
    expect(context.analysis.getState().analysis?.rows).toBe(901);
  });

  test('name the area where the wards agree on their authority', async () => {
    const wards = pilot.wardsGeoJson.replaceAll('"WD24NM"', '"LAD24NM":"Pilotshire","WD24NM"');
    await importFiles(context, [new File([wards], 'w.geojson')]);
    expect(context.project.getState().project.name).toBe('Pilotshire');
  });

  test('can be cancelled, and then none is taken', async () => {
    const reading = importFiles(context, files());
    context.imports.getState().cancel?.();
    await reading;
    expect(context.imports.getState().status).toBe('cancelled');
    expect(context.project.getState().project.datasets).toEqual([]);
  });
});

describe('corrections', () => {
  beforeEach(async () => {
    await importFiles(context, files());
    await counted(context);
  });

  test('another role takes the layer away, and undo gives it back', async () => {
    const before = total();
    const { contentId } = context.project.getState().project.datasets[0];
    await setRole(context, contentId, 'context');
    await counted(context);
    expect(context.project.getState().project.layers).toEqual([]);
    undo(context);
    await counted(context);
    expect(total()).toBe(before);
  });

  test('a stated extent answers where the assumed one could not', async () => {
    const [layer] = context.project.getState().project.layers;
    const unknown = (): number | undefined =>
      context.analysis.getState().analysis?.layers[0].covered.notKnown.at(-1);
    expect(unknown()).toBeGreaterThan(0);
    setLayer(context, layer.id, { extent: { kind: 'everywhere' } }, 'Extent: everywhere');
    await counted(context);
    expect(unknown()).toBe(0);
  });

  test('a recipe that names nothing loaded changes nothing', async () => {
    const { version } = context.project.getState();
    expect(setRecipe(context, 'no 5g')?.message).toContain('"5g"');
    expect(context.project.getState().version).toBe(version);
    expect(setRecipe(context, 'gigabit')).toBeNull();
    await counted(context);
    expect(total()).toBe(countPilot(pilot).get('total')?.covered);
  });

  test('forgetting the premises leaves an empty count', async () => {
    forgetFile(context, context.project.getState().project.datasets[1].contentId);
    await counted(context);
    expect(context.analysis.getState().status).toBe('empty');
  });

  test('a check by brute force finds no difference, and can be cancelled', async () => {
    const outcome = await checkByBruteForce(context, {});
    expect(outcome).toMatchObject({
      state: 'done',
      value: { rows: 900, wardDifferences: 0, coverageDifferences: 0, countDifferences: 0, layersChecked: 1 },
    });
    const abort = new AbortController();
    const cancelled = checkByBruteForce(context, { signal: abort.signal });
    abort.abort();
    expect(await cancelled).toEqual({ state: 'cancelled' });
  });
});
