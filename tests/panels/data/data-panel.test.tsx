import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DatasetReports } from '../../../src/domain/project/project.ts';
import type { FileReport } from '../../../src/domain/tables/file-report.ts';
import { DataPanel } from '../../../src/panels/data/data-panel.tsx';
import { DropZone } from '../../../src/panels/data/drop-zone.tsx';
import { ImportNotice } from '../../../src/panels/data/import-notice.tsx';
import type { ImportState } from '../../../src/stores/import-store.ts';
import { datasetOf, THREE_WARDS } from '../../builders/counted-project.ts';
import { renderPanel } from '../../builders/panel.tsx';

const HOSTILE = '"><img src=x onerror=alert(1)>.csv';

describe('the data panel', () => {
  afterEach(cleanup);

  it('shows refusals first: an alert that takes the focus and leads to the file', () => {
    const { context } = show();
    act(() =>
      context.imports.setState(done([taken('wards.geojson'), refused('bad.csv', 'Line 3 has 7 cells.')])),
    );
    const alert = screen.getByRole('alert');
    expect(document.activeElement).toBe(alert);
    expect(within(alert).getByRole('heading').textContent).toBe('One file was not taken');
    fireEvent.click(within(alert).getByRole('button', { name: 'bad.csv: Line 3 has 7 cells.' }));
    expect(document.activeElement?.id).toBe('import-1');
    expect(document.activeElement?.textContent).toContain('CSV_RAGGED');
  });

  it('marks the files whose data is not in this browser, and no others', async () => {
    renderPanel(<DataPanel dropZone={null} />, THREE_WARDS, ({ compute, project }) => {
      const [{ contentId }] = project.getState().project.datasets;
      const lostContents = async () => [{ contentId, hash: '0'.repeat(64) }];
      Object.defineProperty(compute, 'api', { value: { ...compute.api, lostContents } });
    });
    const mark = await screen.findByText('data missing');
    const item = mark.closest('li');
    expect(item?.textContent).toContain('Drop the same file again, or forget it.');
    expect(screen.getAllByText('data missing')).toHaveLength(1);
  });

  it('gives rows read, used, repaired and left out, each trouble with code and examples', () => {
    const { context } = show();
    const report: FileReport = {
      fileName: 'premises.csv',
      bytes: 12_345_678,
      rowsRead: 13_115,
      rowsUsed: 13_100,
      rowsRepaired: 4,
      rowsLeftOut: 15,
      issues: [
        {
          code: 'NO_LOCATION',
          outcome: 'left-out',
          message: 'Rows without coordinates.',
          count: 15,
          examples: ['row 12', 'row 40'],
        },
      ],
    };
    act(() =>
      context.imports.setState(done([{ report, contentId: 'c', role: 'premises', why: 'it has UPRNs' }])),
    );
    const item = screen.getByRole('region', { name: 'What became of the files' }).textContent ?? '';
    expect(item).toContain('1 file added.');
    expect(item).toContain('13,115 rows read, 13,100 used, 4 repaired, 15 left out');
    expect(item).not.toContain('12.3 MB');
    renderPanel(<DataPanel dropZone={null} />, {
      ...THREE_WARDS,
      project: {
        datasets: [
          datasetOf('premises', 'premises.csv', {
            report,
            suggestion: {
              role: 'premises',
              roles: {},
              unit: 'premises',
              layers: [],
              codeKind: null,
              why: 'It has UPRNs.',
              alternatives: [],
            },
          }),
        ],
      },
    });
    openDetails();
    const file = screen.getByRole('heading', { name: 'premises.csv' }).closest('li')?.textContent ?? '';
    expect(file).toContain('13,115 rows read, 13,100 used, 4 repaired, 15 left out');
    expect(file).toContain('12.3 MB');
    expect(file).toContain('15 × Rows without coordinates. NO_LOCATION For example row 12; row 40.');
    expect(file.split('It has UPRNs.')).toHaveLength(2);
  });

  it('lists only files that need a look, once', () => {
    const { context } = show();
    act(() => context.imports.setState(done([taken('a.csv'), taken('b.csv')])));
    const report = screen.getByRole('region', { name: 'What became of the files' });
    expect(report.textContent).toContain('2 files added. Every row was taken.');
    expect(report.textContent).not.toContain('a.csv');
  });

  it('takes back an import only where it brought something', () => {
    const { context } = show();
    const [dataset] = context.project.getState().project.datasets;
    const project = context.project.getState().project;
    act(() => context.project.getState().change('Added wards.geojson', { kind: 'set-project', project }));
    act(() => context.imports.setState(done([{ ...taken(dataset.fileName), contentId: dataset.contentId }])));
    expect(screen.getByRole('button', { name: 'Undo the import' })).toBeTruthy();
    act(() => context.imports.setState(done([refused('b.csv', 'no')])));
    expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
    act(() => context.imports.setState(done([taken('gone.csv')])));
    expect(screen.queryByRole('button', { name: 'Undo the import' })).toBeNull();
    expect(document.body.textContent).toContain('None of these files is loaded any more.');
  });

  it('shows hostile file names, columns, messages and examples as text', () => {
    const dataset = datasetOf('premises', HOSTILE, {
      columnNames: [HOSTILE, '__proto__', 'constructor'],
      roles: { id: '__proto__' },
    });
    const { context } = renderPanel(<DataPanel dropZone={null} />, {
      ...THREE_WARDS,
      project: { datasets: [dataset] },
    });
    act(() => context.imports.setState(done([refused(HOSTILE, HOSTILE, [HOSTILE])])));
    expect(screen.getAllByText(HOSTILE).length).toBeGreaterThan(1);
    expect(document.querySelector('img')).toBeNull();
    openDetails();
    expect((screen.getByLabelText('Identifier (UPRN, postcode)') as HTMLSelectElement).value).toBe(
      '__proto__',
    );
  });

  it('corrects a role with one choice and a column with another', async () => {
    const dataset = datasetOf('premises', 'p.csv', { columnNames: ['A', 'B'], roles: { id: 'A' } });
    const { context } = renderPanel(<DataPanel dropZone={null} />, {
      ...THREE_WARDS,
      project: { datasets: [dataset] },
    });
    const api = context.compute.api as unknown as {
      reportInRole: (record: typeof dataset) => Promise<DatasetReports>;
    };
    api.reportInRole = async ({ report }) => ({ report: { ...report, rowsRead: 77 }, reportAsRead: report });
    openDetails();
    fireEvent.change(screen.getByLabelText('Identifier (UPRN, postcode)'), { target: { value: 'B' } });
    await waitFor(() => expect(context.project.getState().project.datasets[0].roles.id).toBe('B'));
    expect(document.body.textContent).toContain('77 rows read');
    fireEvent.change(screen.getByLabelText('Used as'), { target: { value: 'table' } });
    await waitFor(() => expect(context.project.getState().project.datasets[0].role).toBe('table'));
    expect(context.project.getState().done).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: /Forget this file: p.csv/ }));
    expect(context.project.getState().project.datasets).toEqual([]);
    act(() => context.project.getState().undo());
    expect(context.project.getState().project.datasets).toHaveLength(1);
  });

  it('says why a correction failed, and changes nothing', async () => {
    const { context } = show();
    const api = context.compute.api as unknown as { reportInRole: () => Promise<DatasetReports> };
    api.reportInRole = () => Promise.reject(new Error('it is gone'));
    const before = context.project.getState().project;
    fireEvent.change(screen.getAllByLabelText('Used as')[0], { target: { value: 'table' } });
    await waitFor(() => expect(document.body.textContent).toContain('That could not be changed: it is gone'));
    expect(context.project.getState().project).toBe(before);
  });

  it('shows progress and cancels', () => {
    const cancel = vi.fn();
    const { context } = renderPanel(<DropZone />, null);
    act(() =>
      context.imports.setState({
        status: 'reading',
        cancel,
        step: { what: 'Reading a.csv', fraction: 0.25, fileName: 'a.csv', file: 1, files: 3 },
      }),
    );
    expect(document.body.textContent).toContain('Reading a.csv (file 1 of 3)');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('tells of an import on every other page, with the way to the report', () => {
    const { context } = renderPanel(<ImportNotice />, null);
    act(() => context.imports.setState(done([taken('a.csv'), refused(HOSTILE, 'no')])));
    expect(screen.getByRole('alert').textContent).toContain(`1 file added. Not taken: ${HOSTILE}.`);
    fireEvent.click(screen.getByRole('button', { name: 'Read the report' }));
    expect(context.view.getState().page).toBe('data');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells of an import once, and not above a ward', () => {
    const { context } = renderPanel(<ImportNotice />, null);
    act(() => context.imports.setState(done([taken('a.csv')])));
    expect(document.body.textContent).toContain('1 file added.');
    act(() => context.view.setState({ wardCode: 'E05999801' }));
    expect(document.body.textContent).not.toContain('added');
    act(() => context.view.setState({ wardCode: null }));
    expect(document.body.textContent).not.toContain('added');
  });

  it('says that a cancelled drop took nothing', () => {
    const { context } = show();
    act(() => context.imports.setState({ status: 'cancelled', files: [], step: null, cancel: null }));
    expect(document.body.textContent).toContain('None of the files was taken');
  });
});

function show() {
  return renderPanel(<DataPanel dropZone={null} />, THREE_WARDS);
}

function done(files: ImportState['files']): Partial<ImportState> {
  return { status: 'done', files, step: null, cancel: null };
}

function taken(fileName: string): ImportState['files'][number] {
  const report = {
    fileName,
    bytes: 10,
    rowsRead: 1,
    rowsUsed: 1,
    rowsRepaired: 0,
    rowsLeftOut: 0,
    issues: [],
  };
  return { report, contentId: fileName, role: 'wards', why: '' };
}

function refused(
  fileName: string,
  message: string,
  examples: readonly string[] = [],
): ImportState['files'][number] {
  const issues = [{ code: 'CSV_RAGGED', outcome: 'refused', message, count: 1, examples }] as const;
  return {
    report: { fileName, bytes: 10, rowsRead: 5, rowsUsed: 0, rowsRepaired: 0, rowsLeftOut: 5, issues },
    contentId: null,
    role: null,
    why: '',
  };
}

/** The details of the one file are made when somebody opens them. */
function openDetails(): void {
  const details = document.querySelector<HTMLDetailsElement>('.file details');
  if (!details) throw new Error('There is no file.');
  details.open = true;
  fireEvent(details, new Event('toggle'));
}
