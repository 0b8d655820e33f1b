import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deleteAllData, followDeletion } from '../../src/actions/delete-all-data.ts';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { troubleNotices } from '../../src/stores/derived/trouble-notices.ts';
import { FakeBrowser } from '../builders/fake-browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
  vi.stubGlobal('location', { pathname: '/', reload: vi.fn() });
});
afterEach(() => {
  browser.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('a deletion that fails is told in the tab that did it as its own, with what is left', {
  timeout: 30_000,
}, async () => {
  const tab = browser.open();
  await tab.in(() => openKeptWork(tab.context));
  tab.in(() => followDeletion(tab.context));
  vi.spyOn(browser.factory, 'deleteDatabase').mockImplementation(() => {
    const request = {} as IDBOpenDBRequest;
    setImmediate(() => request.onerror?.(new Event('error')));
    return request as never;
  });
  const deleting = tab.in(() => deleteAllData(tab.context));
  const notices = () => troubleNotices(tab.context.keep.getState(), { refusals: 0 });
  expect(notices(), 'while it is at it').toEqual([]);
  expect(await deleting).toContain('saved work');
  const [notice] = notices();
  expect(notice.title).toBe('Not everything could be deleted');
  expect(notice.happened).toContain('saved work');
  expect(`${notice.happened} ${notice.todo}`).not.toMatch(/from another tab|by itself/);
});
