import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { openProject } from '../../src/actions/open-project.ts';
import { type SaveOptions, saveToFile } from '../../src/actions/save-to-file.ts';
import { setConfidential } from '../../src/actions/set-confidential.ts';
import { takeFiles } from '../../src/actions/take-files.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { openArchive } from '../../src/formats/zip-archive.ts';
import { troubleNotices } from '../../src/stores/derived/trouble-notices.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';
import { zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from '../formats/input-file.ts';

const downloads: { blob: Blob; name: string }[] = [];
vi.mock('../../src/actions/download-text.ts', async (original) => ({
  ...(await original<typeof import('../../src/actions/download-text.ts')>()),
  downloadText: (blob: Blob, name: string): string => {
    if (name.startsWith('refused')) throw new DOMException('No room.', 'QuotaExceededError');
    downloads.push({ blob, name });
    return name;
  },
}));

/** What was given up of files whose writing failed. */
const aborted: string[] = [];

let browser: FakeBrowser;
beforeEach(() => {
  aborted.length = 0;
  browser = new FakeBrowser();
  downloads.length = 0;
});
afterEach(() => {
  browser.end();
  vi.unstubAllGlobals();
});

describe('saving to a file', () => {
  it('hands the whole work to the browser and tells its age from then on', async () => {
    const tab = await withData();
    const outcome = await save(tab);
    expect(outcome).toMatchObject({ state: 'saved', isCertain: false, isBehind: false });
    expect(downloads[0].name).toMatch(/^testton-\d{4}-\d\d-\d\d\.notspot$/);
    expect(outcome.state === 'saved' && outcome.bytes).toBe(downloads[0].blob.size);
    expect(fileOf(tab)?.changesSince).toBe(0);
    rename(tab, 'Later');
    expect(fileOf(tab)?.changesSince).toBe(1);
    await saved(tab);
    tab.close();
    expect(fileOf(await opened())?.changesSince, 'after a reload').toBe(1);
  });

  it('writes where the person chose, and is certain of it', async () => {
    const tab = await withData();
    const written: Blob[] = [];
    picking(async () => ({
      name: 'chosen.notspot',
      createWritable: async () => ({
        write: async (blob: Blob) => written.push(blob),
        close: async () => {},
      }),
    }));
    const outcome = await save(tab, { choosePlace: true });
    expect(outcome).toMatchObject({ state: 'saved', fileName: 'chosen.notspot', isCertain: true });
    expect(written[0].size).toBeGreaterThan(1000);
    expect(downloads).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, string, RegExp]>([
    ['chooses no place', aborts('AbortError'), 'cancelled', /^$/],
    ['may not write there', aborts('SecurityError'), 'failed', /may not write there\. Make room or choose/],
    ['has a full disk', failsTo('write', 'QuotaExceededError'), 'failed', /could not be written.*Make room/],
    ['has lost the place', failsTo('createWritable', 'NotFoundError'), 'failed', /could not be written/],
    ['cannot close the file', failsTo('close', 'NotAllowedError'), 'failed', /could not be written/],
  ])('of one who %s leaves the age of the last file as it was', async (who, picker, state, problem) => {
    const tab = await withData();
    await save(tab);
    rename(tab, 'Later');
    await saved(tab);
    const before = fileOf(tab);
    picking(picker);
    const outcome = await save(tab, { choosePlace: true });
    expect(outcome.state).toBe(state);
    expect('problem' in outcome ? outcome.problem : '').toMatch(problem);
    expect(fileOf(tab)).toEqual(before);
    expect(before?.changesSince).toBe(1);
    expect(aborted).toEqual(
      /full disk|close the file/.test(who) ? [/full/.test(who) ? 'write' : 'close'] : [],
    );
  });

  it('that is refused as a download leaves the age as it was', async () => {
    const tab = await withData('Refused');
    const outcome = await save(tab);
    expect(outcome).toMatchObject({ state: 'failed', problem: expect.stringContaining('No room.') });
    expect(fileOf(tab)).toBeNull();
  });

  it('can be stopped', async () => {
    const tab = await withData();
    const abort = new AbortController();
    const outcome = await save(tab, { signal: abort.signal, onStep: () => abort.abort() });
    expect(outcome).toEqual({ state: 'cancelled' });
    expect([downloads, fileOf(tab)]).toEqual([[], null]);
  });

  it('says that the file is behind where the work changed while it was written', async () => {
    const tab = await withData();
    let isChanged = false;
    const onStep = (): void => {
      if (!isChanged) rename(tab, 'Meanwhile');
      isChanged = true;
    };
    expect(await save(tab, { onStep })).toMatchObject({ state: 'saved', isBehind: true });
    expect(fileOf(tab)?.changesSince).toBe(1);
  });

  it('for others is no copy of one’s own: its age is not told', async () => {
    const tab = await withData();
    expect(await save(tab, { leaveOutConfidential: true })).toMatchObject({ state: 'saved' });
    expect(fileOf(tab)).toBeNull();
  });

  it('counts what came since where nothing is kept in the browser', async () => {
    const tab = browser.open();
    rename(tab, 'A');
    await save(tab);
    rename(tab, 'B');
    rename(tab, 'C');
    expect(fileOf(tab)?.changesSince).toBe(2);
    await save(tab);
    rename(tab, 'D');
    expect(fileOf(tab)?.changesSince).toBe(1);
    tab.in(() => tab.context.project.getState().open({ ...workIn(tab), done: [], undone: [] }));
    expect(fileOf(tab), 'another work').toBeNull();
    rename(tab, 'E');
    expect(fileOf(tab)).toBeNull();
  });

  it('is told of an unchanged work, and stays told once it is kept', async () => {
    const tab = await opened();
    await save(tab);
    expect(fileOf(tab)?.changesSince).toBe(0);
    rename(tab, 'A');
    await saved(tab);
    expect(fileOf(tab)?.changesSince).toBe(1);
    tab.close();
    expect(fileOf(await opened())?.changesSince).toBe(1);
  });
});

describe('opening a file that was saved', () => {
  it('brings the same project with its data, kept as one of its own', async () => {
    const tab = await withData();
    await save(tab);
    const file = asFile(downloads[0]);
    const before = projectOf(tab);
    const other = await opened(new FakeBrowser());
    await give(other, file);
    expect(other.context.imports.getState()).toMatchObject({ status: 'idle', problem: null });
    expect(other.context.keep.getState()).toMatchObject({ status: 'saved', file: { changesSince: 0 } });
    await save(other);
    const [first, second] = await Promise.all(downloads.map(({ blob }) => textIn(blob, 'project.json')));
    expect(second).toBe(first);
    expect(other.context.project.getState().project).toMatchObject({
      name: before.name,
      datasets: before.datasets.map(({ fileName, rows }) => ({ fileName, rows })),
    });
    other.close();
  });

  it('says that its inputs are identical, and what was left out of it', async () => {
    const tab = await withData();
    await give(tab, table('second'));
    await save(tab);
    const second = projectOf(tab).datasets.find(({ fileName }) => fileName === 'second.csv');
    tab.in(() => setConfidential(tab.context, second?.contentId ?? '', true));
    rename(tab, 'About second');
    await save(tab, { leaveOutConfidential: true });
    expect(downloads[1].name).toMatch(/^untitled-/);
    const fresh = await opened(new FakeBrowser());
    const said = (): string =>
      troubleNotices(fresh.context.keep.getState(), { refusals: 0 })
        .map(({ title, happened, safe }) => `${title} ${happened} ${safe}`)
        .join(' ');
    await give(fresh, asFile(downloads[0]));
    expect(said()).toMatch(/“Testton”.*Identical inputs: the data of its 2 files.*left nothing out/);
    await give(fresh, asFile(downloads[1]));
    expect(said()).toMatch(/“Untitled”.*Identical inputs: the data of its one file.*left out 1 file/);
    expect(said()).not.toMatch(/second/);
    fresh.close();
  });

  it('leaves the project on show kept beside it', async () => {
    const tab = await withData();
    await save(tab);
    rename(tab, 'Mine');
    await give(tab, asFile(downloads[0]));
    expect(projectOf(tab).name).toBe('Testton');
    const kept = (await tab.in(() => tab.context.keeper.current?.projects.list())) ?? [];
    expect(kept.map((one) => (one.state === 'whole' ? one.record.name : one.name)).sort()).toEqual([
      'Mine',
      'Testton',
    ]);
  });

  it('of two the last is on show and both are kept; data given with it goes into that', async () => {
    const tab = await withData('One');
    await save(tab);
    rename(tab, 'Two');
    await save(tab);
    const [one, two] = downloads.map(asFile);
    const fresh = await opened(new FakeBrowser());
    await give(fresh, table('more'), one, two);
    expect(projectOf(fresh).name).toBe('Two');
    expect(projectOf(fresh).datasets.map(({ fileName }) => fileName)).toEqual(['first.csv', 'more.csv']);
    expect(await fresh.in(() => fresh.context.keeper.current?.projects.list())).toHaveLength(2);
    fresh.close();
  });

  it('knows one that is called otherwise by its beginning', async () => {
    const tab = await withData();
    await save(tab);
    const fresh = await opened(new FakeBrowser());
    await give(fresh, new File([downloads[0].blob], 'mailed.zip'));
    expect(projectOf(fresh).name).toBe('Testton');
    fresh.close();
  });

  it.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Promise<File> | File, RegExp]>([
    ['cut short', (bytes) => new File([bytes.slice(0, bytes.length / 2)], 'a.notspot'), /a\.notspot/],
    ['with a byte flipped', (bytes) => new File([flipped(bytes)], 'a.notspot'), /damaged|a\.notspot/],
    ['no zip at all', () => new File(['hello'], 'a.notspot'), /a\.notspot/],
    ['another zip', () => new File([zipOf('x.txt', 'x')], 'a.notspot'), /not one that Notspot saved/],
    ['newer', async (bytes) => new File([await newer(bytes)], 'a.notspot'), /newer version of Notspot/],
    ['empty', () => new File([], 'a.notspot'), /a\.notspot/],
  ])('%s is refused with its reason, and nothing changes', async (_, make, reason) => {
    const tab = await withData();
    await save(tab);
    const file = await make(new Uint8Array(await downloads[0].blob.arrayBuffer()));
    const before = [canonicalJson(workIn(tab)), canonicalJson(fileOf(tab))];
    await give(tab, file, table('not-taken'));
    const { status, problem } = tab.context.imports.getState();
    expect([status, problem]).toEqual(['failed', expect.stringMatching(reason)]);
    expect(problem).toContain('Your present work is as it was.');
    expect([canonicalJson(workIn(tab)), canonicalJson(fileOf(tab))]).toEqual(before);
    rename(tab, 'Goes on');
    await saved(tab);
  });

  it('is refused where the present work would be lost', async () => {
    const tab = await withData();
    await save(tab);
    browser.isFull = true;
    rename(tab, 'Not kept');
    await give(tab, asFile(downloads[0]));
    expect(tab.context.imports.getState().problem).toContain('Save it to a file first');
    expect(projectOf(tab).name).toBe('Not kept');
  });

  it('is refused where a newer version has taken over the store', async () => {
    const tab = await withData();
    await save(tab);
    const before = canonicalJson(workIn(tab));
    tab.context.keep.setState({ status: 'off', trouble: 'overtaken' });
    await give(tab, asFile(downloads[0]));
    expect(tab.context.imports.getState().problem).toMatch(/Reload this tab, then open the file/);
    expect(canonicalJson(workIn(tab))).toBe(before);
  });

  it('is a step of undo where nothing keeps the present work', async () => {
    const tab = await withData();
    await save(tab);
    const memory = browser.open();
    rename(memory, 'In memory');
    await give(memory, asFile(downloads[0]));
    expect(projectOf(memory).name).toBe('Testton');
    memory.in(() => memory.context.project.getState().undo());
    expect(projectOf(memory).name).toBe('In memory');
  });
});

describe('fingerprints', () => {
  it('of an export are those of the file saved from the same work, wherever it is opened', async () => {
    const tab = await withDemo();
    const [row] = await wardRowsOf(tab);
    await save(tab);
    const manifest = JSON.parse(await textIn(downloads[0].blob, 'manifest.json'));
    expect([row.inputs_sha256, row.project_sha256]).toEqual([manifest.inputsHash, manifest.projectHash]);
    expect(row.inputs_sha256).toMatch(/^[0-9a-f]{64}$/);
    const fresh = await opened(new FakeBrowser());
    await give(fresh, asFile(downloads[0]));
    expect(fresh.context.keep.getState().link).toMatchObject({
      kind: 'file-opened',
      fingerprints: { inputs: row.inputs_sha256, project: row.project_sha256 },
    });
    fresh.close();
  });

  it('are left empty where the browser works none out, and saving says why', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const tab = browser.open();
    expect(await tab.in(() => openKeptWork(tab.context))).toBe('refused');
    expect(tab.context.keep.getState()).toMatchObject({ status: 'off', trouble: 'insecure' });
    await demoIn(tab);
    const [row] = await wardRowsOf(tab);
    expect([row.inputs_sha256, row.project_sha256]).toEqual(['', '']);
    expect(Number(row.premises)).toBeGreaterThan(0);
    const outcome = await save(tab);
    expect(outcome).toMatchObject({ state: 'failed', problem: expect.stringMatching(/not opened securely/) });
    expect(fileOf(tab)).toBeNull();
    await give(tab, new File([readFileSync(V1)], 'v1.notspot'));
    expect(tab.context.imports.getState().problem).toMatch(/not opened securely/);
  });
});

const V1 = join(projectRoot, 'tests/fixtures/projects/v1.notspot');

async function opened(within = browser): Promise<FakeTab> {
  const tab = within.open();
  const how = await tab.in(() => openKeptWork(tab.context));
  expect(how, tab.context.keep.getState().problem ?? '').not.toBe('refused');
  return tab;
}

async function withData(name = 'Testton'): Promise<FakeTab> {
  const tab = await opened();
  await give(tab, table('first'));
  rename(tab, name);
  await saved(tab);
  return tab;
}

async function withDemo(): Promise<FakeTab> {
  const tab = await opened();
  await demoIn(tab);
  return tab;
}

async function demoIn(tab: FakeTab): Promise<void> {
  await tab.in(async () => {
    await openProject(
      tab.context,
      new Uint8Array(readFileSync(join(projectRoot, 'public/demo/borough.pack'))),
    );
    const { project } = tab.context.project.getState();
    const recipe = project.recipes.find(({ id }) => id === project.view.recipeId);
    const outcome = await tab.context.compute.run<Analysis | null>((api, job, step) =>
      api.analyse(job, project, recipe?.text ?? '', step),
    );
    expect(outcome.state).toBe('done');
  });
}

async function wardRowsOf(tab: FakeTab): Promise<Record<string, string>[]> {
  const { project } = tab.context.project.getState();
  const text = await tab.in(() => tab.context.compute.api.exportWardsCsv(project));
  if (text.state !== 'done') throw new Error('Nothing was exported.');
  return Papa.parse<Record<string, string>>(text.value, { header: true }).data;
}

function table(name: string): File {
  return new File([`code,${name}\nE05000001,1\nE05000002,2\n`], `${name}.csv`);
}

function give(tab: FakeTab, ...files: File[]): Promise<void> {
  return tab.in(() => takeFiles(tab.context, files));
}

function rename(tab: FakeTab, name: string): void {
  tab.in(() =>
    tab.context.project.getState().change(`Renamed to ${name}`, { kind: 'set-name', name, fictional: false }),
  );
}

function save(tab: FakeTab, options: Partial<SaveOptions> = {}) {
  const usual = { leaveOutConfidential: false, choosePlace: false };
  return tab.in(() => saveToFile(tab.context, { ...usual, ...options }));
}

async function saved(tab: FakeTab): Promise<void> {
  expect(await tab.in(() => tab.context.keeper.current?.flush())).toBe(true);
}

function fileOf(tab: FakeTab) {
  return tab.context.keep.getState().file;
}

function projectOf(tab: FakeTab) {
  return tab.context.project.getState().project;
}

function workIn(tab: FakeTab) {
  const { project, done, undone } = tab.context.project.getState();
  return { project, done, undone };
}

function asFile({ blob, name }: { blob: Blob; name: string }): File {
  return new File([blob], name);
}

async function textIn(blob: Blob, path: string): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const members = await openArchive(memoryFile('x.notspot', bytes), quietly().signal);
  const found = members.find((member) => member.path === path);
  return new TextDecoder().decode(await found?.bytes());
}

async function newer(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const members = await openArchive(memoryFile('x.notspot', bytes), quietly().signal);
  const parts = await Promise.all(
    members.map(async (member) => ({ path: member.path, content: await member.bytes() })),
  );
  const manifest = parts.find(({ path }) => path === 'manifest.json');
  if (!manifest) throw new Error('There is no manifest.');
  const json = JSON.parse(new TextDecoder().decode(manifest.content));
  const content = new TextEncoder().encode(canonicalJson({ ...json, version: json.version + 1 }));
  return zipBytes(parts.map((part) => (part === manifest ? { ...part, content } : part))).slice();
}

function zipOf(path: string, content: string): Uint8Array<ArrayBuffer> {
  return zipBytes([{ path, content }]).slice();
}

function flipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.map((byte, i) => (i === Math.floor(bytes.length * 0.25) ? byte ^ 255 : byte));
}

function picking(picker: () => Promise<unknown>): void {
  vi.stubGlobal('showSaveFilePicker', picker);
}

function aborts(name: string): () => Promise<never> {
  return () => Promise.reject(new DOMException('No.', name));
}

function failsTo(what: 'createWritable' | 'write' | 'close', name: string): () => Promise<unknown> {
  const failing = (which: string) => async (): Promise<void> => {
    if (which === what) throw new DOMException('No.', name);
  };
  return async () => ({
    name: 'chosen.notspot',
    createWritable: async () => {
      await failing('createWritable')();
      return { write: failing('write'), close: failing('close'), abort: async () => aborted.push(what) };
    },
  });
}
