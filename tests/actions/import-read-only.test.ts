import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../src/actions/import-files.ts';
import { takeOver } from '../../src/actions/kept-projects.ts';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
});
afterEach(() => browser.end());

async function opened(): Promise<FakeTab> {
  const tab = browser.open();
  await tab.in(() => openKeptWork(tab.context));
  return tab;
}

function table(name: string): File {
  return new File([`code,${name}\nE05000001,1\nE05000002,2\n`], `${name}.csv`);
}

function importing(tab: FakeTab, ...files: File[]): Promise<void> {
  return tab.in(() => importFiles(tab.context, files));
}

async function saved(tab: FakeTab): Promise<void> {
  expect(await tab.in(() => tab.context.keeper.current?.flush())).toBe(true);
}

const filesOf = (tab: FakeTab): string[] =>
  tab.context.project.getState().project.datasets.map(({ fileName }) => fileName);

describe('files for a project that another tab edits', () => {
  it('are refused with the reason, and taken once this tab has taken over', async () => {
    const one = await opened();
    await importing(one, table('first'));
    await saved(one);
    const two = await opened();
    expect(two.context.project.getState().readOnly).toBe(true);
    await importing(two, table('more'));
    const { status, problem, files, step, cancel } = two.context.imports.getState();
    expect([status, files, step, cancel]).toEqual(['failed', [], null, null]);
    expect(problem).toMatch(/edited in another tab.*Take over here, then drop the files again/);
    expect(filesOf(two)).toEqual(['first.csv']);
    await two.in(() => takeOver(two.context));
    await importing(two, table('more'));
    expect(two.context.imports.getState().status).toBe('done');
    expect(filesOf(two)).toEqual(['first.csv', 'more.csv']);
  });

  it('are refused too where it is taken over while they are read, and their data is let go of', async () => {
    const tab = await opened();
    await importing(tab, table('first'));
    await saved(tab);
    const reading = importing(tab, table('more'));
    tab.context.project.setState({ readOnly: true });
    tab.context.keep.setState({ heldElsewhere: true });
    await reading;
    expect(tab.context.imports.getState()).toMatchObject({ status: 'failed', files: [] });
    expect(filesOf(tab)).toEqual(['first.csv']);
    expect(tab.context.project.getState().refusals, 'nothing was tried').toBe(0);
  });
});
