import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { compareReleases } from '../../src/actions/compare-releases.ts';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { clearHistory, contentsNeeded, keepContentsNeeded } from '../../src/actions/free-memory.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { keepCounting } from '../../src/actions/recount.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { setRole } from '../../src/actions/set-role.ts';
import { setSource } from '../../src/actions/set-source.ts';
import { undo } from '../../src/actions/undo.ts';
import { releaseText } from '../../src/stores/derived/release-text.ts';
import { counted, makeAppContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';

const pilot = makePilot();
const premises = (): File => new File([pilot.premisesCsv], 'premises.csv');
const wards = (): File => new File([pilot.wardsGeoJson], 'wards.geojson');

/** Records of the first 400 premises; `has` says which have gigabit. */
function records(name: string, has: (i: number) => boolean): File {
  const lines = pilot.premises.slice(0, 400).map(({ uprn }, i) => `${uprn},${has(i)}`);
  return new File([`uprn,current_gigabit\r\n${lines.join('\r\n')}\r\n`], name);
}

const january = (): File => records('202601_bduk_uprn_release.csv', (i) => i % 2 === 0);
/** Every twentieth lost it, every twentieth of the others gained it. */
const may = (): File =>
  records('202605_bduk_uprn_release.csv', (i) => (i % 20 === 0 ? false : i % 20 === 1 ? true : i % 2 === 0));

let context: AppContext;
let stops: (() => void)[];

beforeEach(() => {
  const made = makeAppContext();
  context = made.context;
  stops = [keepCounting(context), keepContentsNeeded(context), made.end];
});

afterEach(() => {
  for (const stop of stops) stop();
});

const dataset = (start: string) => {
  const found = context.project
    .getState()
    .project.datasets.find(({ fileName }) => fileName.startsWith(start));
  if (!found) throw new Error(`${start} is not loaded`);
  return found;
};

describe('a second release of one layout', () => {
  test.each(['January first', 'May first', 'in two drops'])(
    'leaves the later in force, %s',
    async (order) => {
      await importFiles(context, [premises(), wards()]);
      if (order === 'January first') await importFiles(context, [january(), may()]);
      else if (order === 'May first') await importFiles(context, [may(), january()]);
      else {
        await importFiles(context, [may()]);
        await importFiles(context, [january()]);
      }
      await counted(context);
      expect(context.project.getState().project.layers).toHaveLength(1);
      expect(dataset('202605').role).toBe('records');
      expect(dataset('202601')).toMatchObject({ role: 'table', supersededBy: dataset('202605').contentId });
      expect(dataset('202601').report.issues.at(-1)?.message).toContain('earlier release of 202605');
    },
  );

  test('without dates the one added last is in force, and nobody is told that it is later', async () => {
    await importFiles(context, [records('one.csv', () => true), records('other.csv', (i) => i > 3)]);
    expect([dataset('one').role, dataset('other').role]).toEqual(['table', 'records']);
    expect(dataset('one').report.issues.at(-1)?.message).toContain('has the layout and places of other.csv');
  });

  test('of other premises is no release of the first: both count', async () => {
    const other = records('202605_other_place.csv', () => true);
    const text = (await other.text()).replaceAll('9990000', '8880000');
    await importFiles(context, [january(), new File([text], '202605_other_place.csv')]);
    expect(context.project.getState().project.layers).toHaveLength(2);
  });

  test('steps forward again when the later is forgotten, or when it is given its use again', async () => {
    await importFiles(context, [premises(), january(), may()]);
    forgetFile(context, dataset('202605').contentId);
    expect(dataset('202601').role).toBe('records');
    undo(context);
    expect(dataset('202601').role).toBe('table');
    await setRole(context, dataset('202601').contentId, 'records');
    expect(dataset('202601').supersededBy).toBeUndefined();
    expect(context.project.getState().project.layers).toHaveLength(2);
  });

  test('is compared with the first: the sentence, the wards, the marks', async () => {
    await importFiles(context, [premises(), wards(), january(), may()]);
    await counted(context);
    const question = { before: dataset('202601').contentId, after: dataset('202605').contentId };
    const steps: string[] = [];
    const settled = await compareReleases(context, question, { onStep: (step) => steps.push(step.what) });
    if (settled.state !== 'done') throw new Error(JSON.stringify(settled));
    expect(releaseText(settled.value).headline).toBe(
      '20 premises lost gigabit between January 2026 and May 2026; 20 gained gigabit.',
    );
    expect(settled.value.marks).toHaveLength(40);
    expect(settled.value.wards.reduce((sum, { counts }) => sum + counts.lost, 0)).toBe(20);
    const back = await compareReleases(context, { before: question.after, after: question.before }, {});
    if (back.state !== 'done') throw new Error(JSON.stringify(back));
    expect(back.value.totals.gained).toBe(settled.value.totals.lost);
  });

  test('cannot be compared once it is gone: said in words', async () => {
    await importFiles(context, [january(), may()]);
    const settled = await compareReleases(
      context,
      { before: 'gone', after: dataset('202605').contentId },
      {},
    );
    expect(settled).toMatchObject({ state: 'failed', message: 'One of the two files is no longer loaded.' });
  });
});

describe('releases of other kinds', () => {
  const compared = async (before: string, after: string) => {
    const question = { before: dataset(before).contentId, after: dataset(after).contentId };
    const settled = await compareReleases(context, question, {});
    if (settled.state !== 'done') throw new Error(JSON.stringify(settled));
    return settled.value;
  };

  test('footprints of one name and two dates: the later counts, the premises tell the difference', async () => {
    const later = JSON.parse(pilot.gigabitGeoJson);
    later.features.pop();
    await importFiles(context, [
      premises(),
      wards(),
      new File([pilot.gigabitGeoJson], 'gigabit-2026-01.geojson'),
      new File([JSON.stringify(later)], 'gigabit-2026-05.geojson'),
    ]);
    await counted(context);
    expect(context.project.getState().project.layers).toHaveLength(1);
    const inForce = context.analysis.getState().analysis?.layers[0].covered.mid.at(-1) ?? Number.NaN;
    const there = await compared('gigabit-2026-01', 'gigabit-2026-05');
    expect([there.kind, there.totals.gained, there.words.lost]).toEqual(['coverage', 0, 'lost gigabit']);
    expect(there.totals.lost).toBeGreaterThan(0);
    // Turned round: what the earlier had covered is what is covered now and what was lost.
    const back = await compared('gigabit-2026-05', 'gigabit-2026-01');
    expect(back.totals.gained).toBe(there.totals.lost);
    expect(inForce).toBeGreaterThan(0);
  });

  test('footprints of two suppliers are no releases: both count', async () => {
    await importFiles(context, [
      premises(),
      new File([pilot.gigabitGeoJson], 'heron.geojson'),
      new File([pilot.gigabitGeoJson.replace('52.', '52.0')], 'plover.geojson'),
    ]);
    expect(context.project.getState().project.layers).toHaveLength(2);
  });

  test('lists of premises: what is new and what is no longer there', async () => {
    const lines = pilot.premisesCsv.trim().split('\r\n');
    const earlier = [lines[0], ...lines.slice(11)].join('\r\n');
    const later = [lines[0], ...lines.slice(1, -5)].join('\r\n');
    await importFiles(context, [
      wards(),
      new File([later], 'uprn 2026-05.csv'),
      new File([earlier], 'uprn 2026-01.csv'),
    ]);
    expect([dataset('uprn 2026-05').role, dataset('uprn 2026-01').role]).toEqual(['premises', 'table']);
    const { totals, unplaced } = await compared('uprn 2026-01', 'uprn 2026-05');
    expect([totals.appeared, totals.disappeared, unplaced]).toEqual([10, 5, 0]);
  });

  test('shares by postcode of two years', async () => {
    const shares = (year: number, percent: (i: number) => string): File =>
      new File(
        [
          `postcode,Gigabit availability (% premises)\r\n${Array.from({ length: 20 }, (_, i) => `ZZ${i % 10} ${i % 9}AA,${percent(i)}`).join('\r\n')}\r\n`,
        ],
        `fixed_pc_${year}.csv`,
      );
    await importFiles(context, [
      shares(2024, () => '50.0'),
      shares(2025, (i) => (i < 4 ? '50.1' : i < 8 ? '60.0' : '50.0')),
    ]);
    const { keys, unit, kind } = await compared('fixed_pc_2024', 'fixed_pc_2025');
    expect([kind, unit, keys.gained, keys.same]).toEqual(['shares', 'areas', 4, 16]);
  });
});

describe('forgotten files', () => {
  test('keep their rows while undo can bring them back, and give them back when it cannot', async () => {
    await importFiles(context, [premises(), wards(), january()]);
    await counted(context);
    const { contentId } = dataset('202601');
    forgetFile(context, contentId);
    await counted(context);
    expect(contentsNeeded(context)).toContain(contentId);
    undo(context);
    await counted(context);
    expect(context.analysis.getState().status).toBe('ready');
    forgetFile(context, contentId);
    clearHistory(context);
    expect(contentsNeeded(context)).not.toContain(contentId);
    await counted(context);
    // The content is gone from the worker: nothing overlaps with it.
    const gone = { ...dataset('premises'), contentId };
    expect(await context.compute.api.releaseOverlap(gone, gone)).toBe(0);
  });
});

describe('confidential files', () => {
  test('leave no column, name or row in exports, which say so', async () => {
    await importFiles(context, [premises(), wards(), january()]);
    await counted(context);
    const { contentId } = dataset('202601');
    setConfidential(context, contentId, true);
    await counted(context);
    const { project } = context.project.getState();
    const csv = await context.compute.api.exportWardsCsv(project);
    if (csv.state !== 'done') throw new Error('not written');
    const header = csv.value.split('\r\n')[0];
    expect(header).not.toContain('gigabit_covered');
    expect(csv.value).not.toContain('202601_bduk');
    expect(csv.value).toContain('left out as confidential: 1 layer and the sources of 1 file');
    const points = await context.compute.api.exportNotSpots('export', project, 'geojson', () => {});
    expect(points).toMatchObject({
      state: 'done',
      value: expect.stringContaining('left out as confidential'),
    });
    setConfidential(context, dataset('premises').contentId, true);
    const held = await context.compute.api.exportNotSpots(
      'export',
      context.project.getState().project,
      'geojson',
      () => {},
    );
    expect(held).toMatchObject({ state: 'failed', message: expect.stringContaining('marked confidential') });
  });
});

describe('a source', () => {
  test('is put right with its layers; what is wrong changes nothing', async () => {
    await importFiles(context, [premises(), january()]);
    const { contentId, source } = dataset('202601');
    const steps = context.project.getState().done.length;
    expect(
      setSource(context, contentId, { ...source, date: '2026-31', url: 'javascript:alert(1)', title: ' ' }),
    ).toEqual({
      date: 'There is no month 31: write 01 to 12.',
      title: expect.stringContaining('title'),
      url: expect.stringContaining('https://'),
    });
    expect(context.project.getState().done).toHaveLength(steps);
    expect(setSource(context, contentId, { ...source, title: 'BDUK premises', date: '2026-01' })).toEqual({});
    expect(dataset('202601').source.title).toBe('BDUK premises');
    expect(context.project.getState().project.layers[0].source.date).toBe('2026-01');
  });
});
