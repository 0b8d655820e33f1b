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
  const taken = state.files.length - refused.length;
  if (refused.length === 0) return { kind: 'done', title: `${numberOf(taken, 'file')} added.` };
  const names = refused.map((file) => file.report.fileName).join(', ');
  const start = taken > 0 ? `${numberOf(taken, 'file')} added. ` : '';
  return { kind: 'problem', title: `${start}Not taken: ${names}.` };
}

/** A file that was taken, but with rows repaired or left out, or that is used for nothing. */
export function needsAttention({ contentId, role, report }: ImportedFile): boolean {
  if (contentId === null) return false;
  return role === 'table' || report.rowsRepaired > 0 || report.rowsLeftOut > 0;
}
