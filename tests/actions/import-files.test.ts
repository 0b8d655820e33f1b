import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { checkByBruteForce } from '../../src/actions/check-by-brute-force.ts';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { keepCounting } from '../../src/actions/recount.ts';
import { setLayer } from '../../src/actions/set-layer.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { setRole } from '../../src/actions/set-role.ts';
import { redo, undo } from '../../src/actions/undo.ts';
import { wardRows } from '../../src/domain/not-spots/ward-rows.ts';
import { counted, makeAppContext } from '../builders/app-context.ts';
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
  const made = makeAppContext();
  context = made.context;
  const stop = keepCounting(context);
  end = () => {
    stop();
    made.end();
  };
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
