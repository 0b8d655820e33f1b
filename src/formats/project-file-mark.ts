import type { FileRefused } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';

/** The first entry of a .notspot file, stored as it is, so that its first bytes tell the format (as OpenDocument and EPUB do). */
export const MARK_PATH = 'mimetype';
export const PROJECT_MIME_TYPE = 'application/vnd.notspot+zip';

/** Where the mark stands in the file: behind the first local header of the zip. */
const MARK_AT = 30;

/** Whether these first bytes are a .notspot file's, whatever it is called. */
export function hasProjectMark(head: Uint8Array): boolean {
  const mark = MARK_PATH + PROJECT_MIME_TYPE;
  if (head.length < MARK_AT + mark.length || head[0] !== 0x50 || head[1] !== 0x4b) return false;
  for (let i = 0; i < mark.length; i++) if (head[MARK_AT + i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** The refusal of saved work that was given as a file of data. */
export function projectFileRefused(file: { readonly name: string; readonly size: number }): FileRefused {
  const message = `${file.name} is a project that Notspot saved. Open it by itself: it takes the place of the present project.`;
  return refuseFile(file, [{ code: 'PROJECT_FILE', message }]);
}
