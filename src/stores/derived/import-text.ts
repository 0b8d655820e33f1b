import type { FileIssue, FileReport } from '../../domain/tables/file-report.ts';
import type { ImportedFile, ImportState } from '../import-store.ts';
import { numberOf } from './count-text.ts';

/** An import's end in one line; null while there is none. */
export function importText(
  state: ImportState,
): { readonly kind: 'done' | 'info' | 'problem'; readonly title: string } | null {
  if (state.status === 'cancelled') return { kind: 'info', title: 'Cancelled. None of the files was taken.' };
  if (state.status === 'failed')
    return { kind: 'problem', title: state.problem ?? 'The files could not be read. Try them one by one.' };
  if (state.status !== 'done' || state.files.length === 0) return null;
  const refused = state.files.filter((file) => file.contentId === null);
  const added = addedFiles(state.files).length;
  const back = state.files.filter(({ isBack }) => isBack).length;
  const known = state.files.length - refused.length - added - back;
  const parts = [
    ...(added > 0 ? [`${numberOf(added, 'file')} added.`] : []),
    ...(back > 0 ? [`The data of ${numberOf(back, 'file')} is back in its place.`] : []),
    ...(known > 0 ? [`${numberOf(known, 'file was', 'files were')} loaded already.`] : []),
  ];
  if (refused.length === 0) return { kind: added + back > 0 ? 'done' : 'info', title: parts.join(' ') };
  const names = refused.slice(0, MOST_NAMED).map((file) => file.report.fileName);
  const more = refused.length > names.length ? ` and ${refused.length - names.length} more` : '';
  return { kind: 'problem', title: [...parts, `Not taken: ${names.join(', ')}${more}.`].join(' ') };
}

const MOST_NAMED = 3;

/** The files that the last drop brought: neither refused, nor loaded before, nor data of one whose data was missing. */
export function addedFiles(files: readonly ImportedFile[]): readonly ImportedFile[] {
  return files.filter(
    ({ contentId, report, isBack }) => contentId !== null && !isBack && !hasIssue(report, 'ALREADY_LOADED'),
  );
}

/** Whether a report has an issue of this code. */
export function hasIssue({ issues }: FileReport, code: FileIssue['code']): boolean {
  return issues.some((issue) => issue.code === code);
}
