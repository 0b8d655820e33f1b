// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import type { Keeper } from '../../../src/actions/keeper.ts';
import { WorkPanel } from '../../../src/panels/work/work-panel.tsx';
import type { ListedProject } from '../../../src/storage/kept-projects.ts';
import { renderPanel } from '../../builders/panel.tsx';

beforeAll(() => {
  // jsdom draws no dialogs.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
  };
});

function renamed(context: AppContext, ...names: readonly string[]): void {
  for (const name of names)
    context.project.getState().change(`Renamed to ${name}`, { kind: 'set-name', name, fictional: false });
}

/** A store that lists these and does nothing else. */
function listing(...listed: readonly ListedProject[]): Keeper {
  return {
    flush: async () => true,
    projects: { list: async () => listed },
  } as unknown as Keeper;
}

function whole(id: string, name: string): ListedProject {
  const at = '2026-11-26T10:00:00.000Z';
  const record = { id, schema: 1, name, fictional: false, createdAt: at, changedAt: at, revision: 3 };
  return { state: 'whole', record: { ...record, writer: '', contents: [], file: null } };
}

describe('the page “Your work”', () => {
  it('says whether the work is kept, and that a file is another thing', () => {
    const { context } = renderPanel(<WorkPanel />, null);
    expect(screen.getByRole('heading', { name: 'Nothing to save yet' })).toBeTruthy();
    expect(screen.getByText('never')).toBeTruthy();
    act(() =>
      context.keep.setState({
        status: 'saved',
        savedAt: new Date().toISOString(),
        file: { at: new Date().toISOString(), changesSince: 12 },
      }),
    );
    expect(screen.getByRole('heading', { name: /^Saved in this browser at \d\d:\d\d$/ })).toBeTruthy();
    expect(screen.getByText(/^just now .*12 changes since$/)).toBeTruthy();
  });

  it('lists the steps and goes to any of them by one press', () => {
    const { context } = renderPanel(<WorkPanel />, null, (made) => renamed(made, 'A', 'B', 'C'));
    const steps = screen.getByRole('list', { name: 'Steps' });
    const here = (): string | null | undefined => steps.querySelector('[aria-current="step"]')?.textContent;
    expect(here()).toContain('Renamed to C');
    fireEvent.click(within(steps).getByRole('button', { name: 'Go back to here: Renamed to A' }));
    expect(context.project.getState().project.name).toBe('A');
    expect(here()).toContain('Renamed to A');
    expect(within(steps).getAllByText(/undone/)).toHaveLength(2);
    fireEvent.click(within(steps).getByRole('button', { name: 'Go on to here: Renamed to C' }));
    expect(context.project.getState().project.name).toBe('C');
    fireEvent.click(within(steps).getByRole('button', { name: 'Go back to here: The beginning' }));
    expect(context.project.getState().project.name).toBe('Untitled');
  });

  it('forgets the steps only once that is confirmed', async () => {
    const { context } = renderPanel(<WorkPanel />, null, (made) => renamed(made, 'A', 'B'));
    fireEvent.click(screen.getByRole('button', { name: 'Forget the steps …' }));
    expect(context.project.getState().done).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Forget all 2 steps' }));
    await waitFor(() => expect(context.project.getState().done).toEqual([]));
    expect(context.project.getState().project.name).toBe('B');
  });

  it('shows a part of a thousand steps, the present one among them', () => {
    const { context } = renderPanel(<WorkPanel />, null, (made) => {
      renamed(made, ...Array.from({ length: 1000 }, (_, i) => `n${i}`));
      made.project.getState().go(-40);
    });
    const steps = screen.getByRole('list', { name: 'Steps' });
    expect(steps.children.length).toBeLessThan(100);
    expect(steps.querySelector('[aria-current="step"]')?.textContent).toContain('n959');
    fireEvent.click(screen.getByRole('button', { name: 'Show all 1000 steps' }));
    expect(steps.children).toHaveLength(1001);
    expect(context.project.getState().done).toHaveLength(960);
  });

  it('lists the projects, whole and damaged, with what can be done with each', async () => {
    const damaged: ListedProject = {
      state: 'damaged',
      id: 'bad',
      name: 'Bury',
      why: 'Its record is damaged.',
    };
    renderPanel(<WorkPanel />, null, ({ keep, keeper }) => {
      keeper.current = listing(whole('one', 'Trafford'), whole('two', 'Salford'), damaged);
      keep.setState({ status: 'saved', projectId: 'one' });
    });
    await screen.findByRole('button', { name: 'Rename Trafford' });
    expect(screen.queryByRole('button', { name: 'Open Trafford' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open Salford' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Open Bury' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Download damaged data of Bury' })).toBeTruthy();
    expect(screen.getByText('Its record is damaged.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete Salford …' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete “Salford”?' });
    expect(within(dialog).getByText(/^It is in no file/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('renames the project on show as a step of undo', async () => {
    const { context } = renderPanel(<WorkPanel />, null, ({ keep, keeper }) => {
      keeper.current = listing(whole('one', 'Trafford'));
      keep.setState({ status: 'saved', projectId: 'one' });
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Rename Trafford' }));
    const field = screen.getByLabelText('Name of the project');
    fireEvent.change(field, { target: { value: 'Trafford north' } });
    fireEvent.submit(field);
    expect(context.project.getState().project.name).toBe('Trafford north');
    expect(context.project.getState().done.at(-1)?.label).toBe('Renamed to Trafford north');
    await waitFor(() => expect(screen.queryByLabelText('Name of the project')).toBeNull());
  });

  it('names what goes before everything is deleted', async () => {
    renderPanel(<WorkPanel />, null, ({ keep, keeper }) => {
      keeper.current = listing(whole('one', 'Trafford'), whole('two', 'Salford'));
      keep.setState({ status: 'saved' });
    });
    await screen.findByRole('button', { name: 'Open Salford' });
    fireEvent.click(screen.getByRole('button', { name: 'Delete all my data …' }));
    const dialog = screen.getByRole('dialog', { name: /Delete all your data/ });
    expect(within(dialog).getByText('Trafford')).toBeTruthy();
    expect(within(dialog).getByText('Salford')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Delete everything' })).toBeTruthy();
  });
});

describe('where something stands in the way of saving', () => {
  it('lists what could be deleted though the browser is full', async () => {
    renderPanel(<WorkPanel />, null, (made) => {
      made.keeper.current = listing(whole('p', 'Northtown'));
      made.keep.setState({ status: 'full', failing: 'full', waiting: 1 });
    });
    expect(await screen.findByRole('button', { name: 'Copy Northtown' })).toBeTruthy();
  });

  it('says at the button why no new project is started', async () => {
    renderPanel(<WorkPanel />, null, (made) => {
      made.keeper.current = { ...listing(whole('p', 'Northtown')), flush: async () => false } as Keeper;
      made.keep.setState({ status: 'full', failing: 'full', waiting: 1 });
    });
    fireEvent.click(screen.getByRole('button', { name: 'Start a new project' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/No new project was started.*not saved in this browser/);
    expect(screen.queryByText(/stays kept/, { selector: '#work-projects *' })).toBeNull();
  });

  it('offers to delete the store only where that cannot be read', () => {
    const { context } = renderPanel(<WorkPanel />, null, ({ keep }) =>
      keep.setState({ status: 'off', trouble: 'closed', copies: [] }),
    );
    expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull();
    act(() => context.keep.setState({ trouble: 'unreadable' }));
    expect(screen.getByRole('button', { name: 'Start afresh' })).toBeTruthy();
  });

  it('promises nothing where nothing can be kept', () => {
    renderPanel(<WorkPanel />, null, ({ keep }) => keep.setState({ status: 'off', trouble: 'unavailable' }));
    expect(screen.queryByRole('button', { name: 'Ask the browser to keep it' })).toBeNull();
    expect(screen.getByText(/takes the place of what is on show/)).toBeTruthy();
  });

  it('renames any project of the list, and keeps the focus with it', async () => {
    renderPanel(<WorkPanel />, null, (made) => {
      made.keeper.current = listing(whole('p', 'Northtown'), whole('q', 'Southtown'));
    });
    const button = await screen.findByRole('button', { name: 'Rename Southtown' });
    fireEvent.click(button);
    const field = screen.getByLabelText('Name of the project');
    field.focus();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(document.activeElement?.textContent).toContain('Southtown');
  });
});
