import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../src/actions/app-context.ts';
import { fingerprintsOf } from '../../src/actions/fingerprints-of.ts';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { importFiles } from '../../src/actions/import-files.ts';
import { openShareLink } from '../../src/actions/open-share-link.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { setRecipe } from '../../src/actions/set-recipe.ts';
import { shareWork } from '../../src/actions/share-work.ts';
import { readShareLink } from '../../src/formats/share-link.ts';
import { troubleNotices } from '../../src/stores/derived/trouble-notices.ts';
import { counted, makeCountingContext } from '../builders/app-context.ts';
import { makePilot } from '../builders/pilot.ts';

const pilot = makePilot();
const premises = (text = pilot.premisesCsv): File => new File([text], 'canary-premises.csv');
const files = (): File[] => [
  new File([pilot.gigabitGeoJson], 'canary-gigabit.geojson'),
  premises(),
  new File([pilot.wardsGeoJson], 'wards.geojson'),
];
const address = '#/not-spots?recipe=not+gigabit';

let sender: AppContext;
let reader: AppContext;
const ends: (() => void)[] = [];

beforeEach(async () => {
  vi.stubGlobal('location', { hash: address, origin: 'https://notspot.example', pathname: '/app/' });
  vi.stubGlobal('history', { state: null, replaceState: vi.fn() });
  vi.stubGlobal('dispatchEvent', vi.fn());
  [sender, reader] = [0, 1].map(() => {
    const { context, end } = makeCountingContext();
    ends.push(end);
    return context;
  });
  await importFiles(sender, files());
  expect(setRecipe(sender, 'not gigabit')).toBeNull();
  await counted(sender);
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.unstubAllGlobals();
});

const total = (context: AppContext) => context.analysis.getState().analysis?.notSpots.mid.at(-1);

async function linkOf(context: AppContext, withRows = false): Promise<string> {
  const outcome = await shareWork(context, { way: 'link', withRows });
  if (outcome.state !== 'done' || outcome.value.url === null) throw new Error(JSON.stringify(outcome));
  expect(outcome.value.url).toMatch(/^https:\/\/notspot\.example\/app\/#share=[\w-]+$/);
  return new URL(outcome.value.url).hash;
}

const wordsOf = (context: AppContext): string =>
  troubleNotices(context.keep.getState(), { refusals: 0 })
    .map(({ title, happened, safe, todo }) => [title, happened, safe, todo].join(' '))
    .join(' ');

describe('a link to somebody without the files', () => {
  beforeEach(async () => {
    expect(await openShareLink(reader, await linkOf(sender))).toBe(true);
    await counted(reader);
  });

  it('opens as a copy that says which files it needs, and counts nothing without them', () => {
    const { project, done } = reader.project.getState();
    const original = sender.project.getState().project;
    expect([project.name, project.recipes, done]).toEqual([
      `${original.name} (from a link)`,
      original.recipes,
      [],
    ]);
    const { analysis, problem } = reader.analysis.getState();
    expect(analysis).toBeNull();
    expect(problem?.missing?.map(({ fileName }) => fileName)).toEqual([
      'canary-gigabit.geojson',
      'canary-premises.csv',
      'wards.geojson',
    ]);
    expect(wordsOf(reader)).toContain('no rows of data');
    expect(wordsOf(reader)).toContain('canary-premises.csv (900 rows)');
    expect(history.replaceState).toHaveBeenCalledWith(null, '', address);
  });

  it('takes the same files in their place, to the same numbers', async () => {
    await importFiles(reader, files().slice(0, 2));
    await counted(reader);
    expect(total(reader)).toBeUndefined();
    expect(wordsOf(reader)).toContain('Still missing: wards.geojson.');
    await importFiles(reader, files().slice(2));
    await counted(reader);
    expect(total(reader)).toBe(total(sender));
    expect(total(reader)).toBeGreaterThan(0);
    expect(wordsOf(reader)).toContain('Identical inputs');
    expect(reader.project.getState().project.datasets).toHaveLength(3);
    expect(reader.imports.getState().files.map(({ role }) => role)).toEqual(['wards']);
  });

  it('has then the fingerprints of the sender, and said that it would', async () => {
    expect(wordsOf(reader)).toContain('Identical project: exports carry the sender’s fingerprints.');
    await importFiles(reader, files());
    await counted(reader);
    const [mine, theirs] = await Promise.all(
      [sender, reader].map((one) => fingerprintsOf(one, one.project.getState().project)),
    );
    expect(mine?.inputs).toMatch(/^[0-9a-f]{64}$/);
    expect(theirs).toEqual(mine);
    named(reader, 'Mine');
    expect(await fingerprintsOf(reader, reader.project.getState().project)).toEqual(mine);
    expect(setRecipe(reader, 'no gigabit')).toBeNull();
    const changed = await fingerprintsOf(reader, reader.project.getState().project);
    expect([changed?.inputs === mine?.inputs, changed?.project === mine?.project]).toEqual([true, false]);
  });

  it('does not take a file of that name with other data, and says what differs', async () => {
    const before = reader.project.getState().project;
    const fewer = pilot.premisesCsv.split('\r\n').toSpliced(5, 1).join('\r\n');
    await importFiles(reader, [premises(fewer)]);
    await counted(reader);
    expect(reader.project.getState().project).toBe(before);
    const [{ report, contentId }] = reader.imports.getState().files;
    expect(contentId).toBeNull();
    expect(report.issues.map(({ message }) => message).join()).toContain(
      'Differs: canary-premises.csv (899 rows here, 900 there).',
    );
    await importFiles(reader, [premises()]);
    expect(wordsOf(reader)).toContain('canary-premises.csv is back where it was');
  });

  it('counts again once what is missing is removed', async () => {
    await importFiles(reader, files().slice(0, 2));
    const wards = reader.project.getState().project.datasets.find(({ role }) => role === 'wards');
    await counted(reader);
    expect(reader.analysis.getState().status).toBe('failed');
    forgetFile(reader, wards?.contentId ?? '');
    await counted(reader);
    expect(reader.analysis.getState().status).toBe('ready');
  });

  it('can be passed on by somebody who has not the data either', async () => {
    const again = await readShareLink(await linkOf(reader));
    const first = await readShareLink(await linkOf(sender));
    expect(again.inputs).toEqual(first.inputs);
    expect(again.project.datasets).toEqual(first.project.datasets);
  });
});

it('a link with its rows opens to the same numbers with nothing else at hand', async () => {
  const small = makeCountingContext();
  ends.push(small.end);
  const [header, ...lines] = pilot.premisesCsv.split('\r\n');
  await importFiles(small.context, [
    new File([[header, ...lines.slice(0, 40), ''].join('\r\n')], 'few.csv'),
    new File([pilot.gigabitGeoJson], 'gigabit.geojson'),
    new File([pilot.wardsGeoJson], 'wards.geojson'),
  ]);
  await counted(small.context);
  expect(await openShareLink(reader, await linkOf(small.context, true))).toBe(true);
  await counted(reader);
  expect(total(reader)).toBe(total(small.context));
  expect(total(reader)).toBeGreaterThan(0);
  expect(wordsOf(reader)).toContain('the rows of 3 files');
  expect(wordsOf(reader)).toContain('Identical inputs');
});

it('rows beyond the limit make no link, and the way out is named', async () => {
  const long = makeCountingContext();
  ends.push(long.end);
  const random = Array.from({ length: 9000 }, (_, i) => `${i},${Math.sin(i)},${Math.cos(i * 7)}`);
  await importFiles(long.context, [new File([`id,a,b\n${random.join('\n')}\n`], 'long.csv')]);
  const outcome = await shareWork(long.context, { way: 'link', withRows: true });
  expect(outcome.state === 'done' && [outcome.value.url, outcome.value.problem]).toEqual([
    null,
    expect.stringMatching(/100,000 is the limit\. Share a file instead\./),
  ]);
});

it('what is confidential, and its name, is in nothing that leaves; the list says that it stays', async () => {
  const { datasets } = sender.project.getState().project;
  for (const { contentId, fileName } of datasets)
    if (fileName.startsWith('canary')) setConfidential(sender, contentId, true);
  named(sender, 'Canary gigabit, second draft');
  const place = 'cluster=e412345-n301234&at=18.00/52.12345/-1.12345';
  vi.stubGlobal('location', { ...location, hash: `${address}&view=clusters&${place}` });
  const outcome = await shareWork(sender, { way: 'link', withRows: false });
  if (outcome.state !== 'done') throw new Error(outcome.state);
  expect(outcome.value.leftOut.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'canary-gigabit.geojson',
      'canary-premises.csv',
      'Canary gigabit, second draft',
      'the open cluster',
      'the exact place of the map',
    ]),
  );
  const told = /canary|e412345|n301234|52\.123|1\.123/i;
  expect(JSON.stringify(outcome.value.parts)).not.toMatch(told);
  const payload = await readShareLink(new URL(outcome.value.url ?? '').hash);
  expect(JSON.stringify(payload)).not.toMatch(told);
  expect(JSON.stringify(payload)).not.toMatch(/gigabit\.geojson/i);
  expect(await openShareLink(reader, new URL(outcome.value.url ?? '').hash)).toBe(true);
  expect(wordsOf(reader)).toContain('other files too, which were left out');
  expect(wordsOf(reader)).not.toContain('Identical project');
});

describe('a link that is not opened', () => {
  it('because it is damaged changes nothing and says so', async () => {
    const link = await linkOf(sender);
    const before = reader.project.getState();
    const mended = `${link.slice(0, -9)}${link.at(-9) === 'A' ? 'B' : 'A'}${link.slice(-8)}`;
    for (const damaged of [`${link}A`, link.slice(0, -4), mended, '#share=', `#share=${'A'.repeat(1e6)}`]) {
      reader.keep.setState({ link: null });
      expect(await openShareLink(reader, damaged)).toBe(false);
      expect(reader.project.getState()).toBe(before);
      expect(wordsOf(reader)).toMatch(
        /^The link could not be opened This link .+ Your present work is as it was\. $/,
      );
    }
    expect(history.replaceState).not.toHaveBeenCalled();
  });

  it('because the present work is nowhere but in memory says what to do', async () => {
    const link = await linkOf(sender);
    sender.keep.setState({ status: 'off', trouble: 'not-wanted' });
    const before = sender.project.getState().project;
    expect(await openShareLink(sender, link)).toBe(false);
    expect(sender.project.getState().project).toBe(before);
    expect(wordsOf(sender)).toContain('Save it to a file first, or open the link in another tab.');
  });
});

function named(context: AppContext, name: string): void {
  const { project, change } = context.project.getState();
  change(`Renamed to ${name}`, { kind: 'set-name', name, fictional: project.fictional });
}
