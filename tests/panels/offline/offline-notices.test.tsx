import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Keeper } from '../../../src/actions/keeper.ts';
import { OfflineNotices } from '../../../src/panels/offline/offline-notices.tsx';
import { renderPanel } from '../../builders/panel.tsx';

const reload = vi.fn();

beforeEach(() => {
  reload.mockReset();
  vi.stubGlobal('location', { reload });
});
afterEach(() => vi.unstubAllGlobals());

it('says nothing while there is nothing to say', () => {
  const { container } = renderPanel(<OfflineNotices />, null);
  expect(container.textContent).toBe('');
});

it('reloads into a new version only once the work is saved', async () => {
  let saved: (isSaved: boolean) => void = () => undefined;
  const saving = new Promise<boolean>((resolve) => {
    saved = resolve;
  });
  renderPanel(<OfflineNotices />, null, ({ offline, keeper }) => {
    offline.setState({ release: 'waiting' });
    keeper.current = { flush: () => saving } as Keeper;
  });
  expect(screen.getByRole('status').textContent).toContain('A new version is ready.');
  fireEvent.click(screen.getByRole('button', { name: 'Reload now' }));
  await screen.findByRole('button', { name: 'Saving and reloading …' });
  expect(reload).not.toHaveBeenCalled();
  saved(true);
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

it('does not reload work away that cannot be saved, unless it is told to', async () => {
  renderPanel(<OfflineNotices />, null, ({ offline, keeper }) => {
    offline.setState({ release: 'replaced' });
    keeper.current = { flush: async () => false } as Keeper;
  });
  expect(screen.getByRole('status').textContent).toContain('This tab shows an older version.');
  fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /could not be saved in this browser, so nothing was reloaded/,
  );
  expect(reload).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Reload and lose it' }));
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

it('does not reload work away that nothing keeps, and says so before it is pressed', async () => {
  const { context } = renderPanel(<OfflineNotices />, null, ({ offline, keep, project }) => {
    offline.setState({ release: 'waiting', isPartMissing: true });
    keep.setState({ status: 'off', trouble: 'not-wanted' });
    project.getState().change('Name', { kind: 'set-name', name: 'Only in memory', fictional: false });
  });
  const said = document.body.textContent ?? '';
  expect(
    said.match(/held in memory only, and is gone after a reload: save it to a file first/g),
  ).toHaveLength(2);
  expect(said).not.toMatch(/saved first|is safe/);
  fireEvent.click(screen.getByRole('button', { name: 'Reload now' }));
  await screen.findByRole('button', { name: 'Reload and lose it' });
  expect(reload).not.toHaveBeenCalled();
  act(() => context.keep.setState({ status: 'saved', trouble: null }));
  expect(document.body.textContent).toContain('Your work is saved in this browser, and is there again');
});

it('reloads at once where there is nothing to lose; told to stay by the browser, it can be pressed again', async () => {
  renderPanel(<OfflineNotices />, null, ({ offline }) => offline.setState({ release: 'waiting' }));
  expect(document.body.textContent).toContain('You have changed nothing here that could be lost.');
  fireEvent.click(screen.getByRole('button', { name: 'Reload now' }));
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  const again = await screen.findByRole('button', { name: 'Reload now' }, { timeout: 5000 });
  fireEvent.click(again);
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(2));
});

it('a version put off is not named again, one that another tab started is', () => {
  const { context } = renderPanel(<OfflineNotices />, null, ({ offline }) =>
    offline.setState({ release: 'waiting' }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(screen.queryByRole('status')).toBeNull();
  act(() => context.offline.setState({ release: 'replaced' }));
  expect(screen.getByRole('status').textContent).toContain('older version');
});

it('tells of a lost network what still works, and takes it back with the network', () => {
  const { context } = renderPanel(<OfflineNotices />, null, ({ offline }) =>
    offline.setState({ isOnline: false, kept: 'yes' }),
  );
  expect(screen.getByRole('status').textContent).toContain('Everything works without a network');
  act(() => context.offline.setState({ kept: 'no' }));
  expect(screen.getByRole('status').textContent).toContain('do not close this tab');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss this message' }));
  expect(screen.queryByRole('status')).toBeNull();
  act(() => context.offline.setState({ isOnline: true }));
  act(() => context.offline.setState({ isOnline: false }));
  expect(screen.getByRole('status').textContent).toContain('You are offline.');
});
