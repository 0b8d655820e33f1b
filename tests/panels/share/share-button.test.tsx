import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../src/actions/app-context.ts';
import { importFiles } from '../../../src/actions/import-files.ts';
import { setConfidential } from '../../../src/actions/set-confidential.ts';
import { ShareButton } from '../../../src/panels/share/share-button.tsx';
import { renderPanel } from '../../builders/panel.tsx';
import { makePilot } from '../../builders/pilot.ts';

const pilot = makePilot();

beforeEach(() => {
  // Those of jsdom have no stream.
  vi.stubGlobal('Blob', NodeBlob);
  vi.stubGlobal('File', NodeFile);
  history.replaceState(null, '', '#/not-spots?recipe=no+gigabit');
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function openDialog(): Promise<AppContext> {
  const { context } = renderPanel(<ShareButton />, null);
  await act(() =>
    importFiles(context, [
      new File([pilot.gigabitGeoJson], 'gigabit.geojson'),
      new File([pilot.premisesCsv], 'premises.csv'),
      new File([pilot.wardsGeoJson], 'wards.geojson'),
    ]),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Share this work …' }));
  await screen.findByRole('heading', { name: 'Share this work' });
  await linkField();
  return context;
}

async function linkField(): Promise<HTMLInputElement> {
  const field = (await screen.findByLabelText('Link')) as HTMLInputElement;
  await waitFor(() => expect(field.value).toMatch(/#share=[\w-]{100,}$/), { timeout: 10_000 });
  return field;
}

const listOf = (name: string): string =>
  screen.getByRole('heading', { name }).closest('section')?.textContent ?? '';

describe('the dialog from which work is shared', () => {
  it('lists all that a link holds, that rows stay, and how long it is', async () => {
    await openDialog();
    const field = await linkField();
    expect(listOf('What will leave')).toMatch(/premises\.csv: .*no rows/);
    expect(listOf('What will leave')).toContain('#/not-spots?recipe=no gigabit');
    expect(listOf('What stays here')).toContain('All rows of data');
    expect(document.body.textContent).toContain('never sent to a server');
    expect(document.body.textContent).toContain(`${field.value.length.toLocaleString('en-GB')} characters.`);
    expect(document.body.textContent).toContain('many of which cut links at 2,000');
  });

  it('says what stays behind as confidential, and why; the link changes with it', async () => {
    const context = await openDialog();
    const before = (await linkField()).value;
    const [gigabit] = context.project.getState().project.datasets;
    act(() => setConfidential(context, gigabit.contentId, true));
    await waitFor(
      () => expect(listOf('What stays here')).toContain('gigabit.geojson (it is marked confidential)'),
      {
        timeout: 10_000,
      },
    );
    expect(listOf('What will leave')).not.toContain('gigabit.geojson');
    expect((await linkField()).value).not.toBe(before);
  });

  it('warns where the project’s own name tells what is confidential', async () => {
    const context = await openDialog();
    const [gigabit] = context.project.getState().project.datasets;
    const name = 'Homes without gigabit.geojson';
    act(() => context.project.getState().change(name, { kind: 'set-name', name, fictional: false }));
    expect(document.body.textContent).not.toContain('The name of your project stays here');
    act(() => setConfidential(context, gigabit.contentId, true));
    await screen.findByText(
      /The name of your project stays here: .*it leaves as “Untitled”/,
      {},
      { timeout: 10_000 },
    );
    expect(listOf('What will leave')).toContain('Untitled');
    expect(listOf('What will leave')).not.toContain('Homes');
  });

  it('shows the size of rows before they are ticked, and offers the file where they are too many', async () => {
    await openDialog();
    const box = screen.getByRole('checkbox', {
      name: /With the rows of gigabit\.geojson, premises\.csv, wards/,
    });
    expect(box.closest('label')?.textContent).toMatch(/\(9\d\d rows, \d+ kB as read\)/);
    fireEvent.click(box);
    await waitFor(() => expect(listOf('What will leave')).toContain('all 900 rows'), { timeout: 10_000 });
    const button = screen.queryByRole('button', { name: 'Share a file instead' });
    if (!button) expect((await linkField()).value.length).toBeLessThanOrEqual(100_100);
    fireEvent.click(button ?? screen.getByLabelText('A file for others'));
    await screen.findByRole('button', { name: 'Save a file for others' });
    expect(within(screen.getByRole('dialog')).queryByLabelText('Link')).toBeNull();
  });

  it('says on a page that was not opened securely why there is no link, and offers no other way', async () => {
    vi.stubGlobal('crypto', {});
    renderPanel(<ShareButton />, null, ({ keep }) => keep.setState({ status: 'off', trouble: 'insecure' }));
    fireEvent.click(screen.getByRole('button', { name: 'Share this work …' }));
    await screen.findByText(/^This page was not opened securely/);
    expect(screen.queryByRole('button', { name: 'Share a file instead' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByPlaceholderText('No link')).toBeTruthy();
  });

  it('copies the link, or selects it where the browser refuses', async () => {
    await openDialog();
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const field = await linkField();
    fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
    await screen.findByText('Copied.');
    expect(writeText).toHaveBeenCalledWith(field.value);
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
    await screen.findByText(/The browser did not let us copy it\. The link is selected/);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  });
});
