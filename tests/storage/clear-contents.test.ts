import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { clearContents } from '../../src/storage/clear-contents.ts';
import { whileNaming } from '../../src/storage/contents-guard.ts';
import type { KeptProjects } from '../../src/storage/kept-projects.ts';
import type { SecondCopies } from '../../src/storage/second-copies.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';

const [NAMED, COPIED, LOOSE] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
let browser: FakeBrowser;
let tab: FakeTab;
let projects: KeptProjects;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = browser.open();
  await tab.in(() => openKeptWork(tab.context));
  if (!tab.context.keeper.current) throw new Error('The store does not open.');
  projects = tab.context.keeper.current.projects;
  await tab.in(() => projects.create({ ...RECORD, contents: [{ contentId: 'x', hash: NAMED }] }, WORK));
  for (const hash of [NAMED, COPIED, LOOSE]) browser.contents.bytes.set(hash, Uint8Array.of(1));
});
afterEach(() => browser.end());

const WORK = {
  project: {
    name: 'North',
    fictional: false,
    datasets: [],
    layers: [],
    recipes: [{ id: 'r', name: 'r', text: 'no 5g' }],
    assumptions: [],
    plans: [],
    sites: [],
    devices: [],
    designs: [],
    view: { recipeId: 'r' },
  },
  done: [],
  undone: [],
};
const RECORD = {
  id: 'p1',
  schema: 1,
  name: 'North',
  fictional: false,
  createdAt: '',
  changedAt: '',
  revision: 0,
  writer: '',
  contents: [],
  file: null,
};

const clear = (copies: SecondCopies | null = null) =>
  tab.in(() => clearContents({ projects, files: browser.contents.of(tab), copies }));
const left = (): string[] => [...browser.contents.bytes.keys()];
const copiesOf = (text: string): SecondCopies => ({
  put: async () => undefined,
  list: async () => [{ id: 'p2', text }],
  remove: async () => undefined,
});

describe('clearing contents', () => {
  it('lets go of what no project and no second copy names', async () => {
    const text = canonicalJson({
      record: { ...RECORD, contents: [{ contentId: 'y', hash: COPIED }] },
      work: WORK,
    });
    expect(await clear(copiesOf(text))).toEqual({ count: 1, held: null });
    expect(left()).toEqual([NAMED, COPIED]);
    expect(await clear()).toEqual({ count: 1, held: null });
    expect(left()).toEqual([NAMED]);
  });

  it('touches nothing where something kept cannot be read', async () => {
    expect(await clear(copiesOf('rubbish'))).toEqual({ count: 0, held: 'unreadable' });
    await tab.in(() => projects.create({ ...RECORD, id: 'newer', schema: 99 }, WORK));
    expect(await clear()).toEqual({ count: 0, held: 'unreadable' });
    expect(left()).toEqual([NAMED, COPIED, LOOSE]);
  });

  it('waits for no save: another tab may be about to name what it has put', async () => {
    const other = browser.open();
    let end = (): void => undefined;
    const saving = other.in(() =>
      whileNaming(
        () =>
          new Promise<void>((resolve) => {
            end = resolve;
          }),
      ),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(await clear()).toEqual({ count: 0, held: 'saving' });
    end();
    await saving;
    await new Promise((resolve) => setImmediate(resolve));
    expect(await clear()).toEqual({ count: 2, held: null });
  });

  it('does nothing in a browser that cannot tell whether others save', async () => {
    Reflect.set(tab.navigator, 'locks', undefined);
    expect(await clear()).toEqual({ count: 0, held: 'unsure' });
  });
});
