import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { FileOutcome } from '../stores/derived/file-outcome-words.ts';
import type { AppContext } from './app-context.ts';
import { downloadText, safeFileName } from './download-text.ts';
import { noteFile } from './note-file.ts';

export interface SaveOptions {
  /** For others: what is marked confidential stays behind. A copy for oneself holds everything. */
  readonly leaveOutConfidential: boolean;
  /** Lets the person choose the place, which also tells whether the file was really written. Not every browser can. */
  readonly choosePlace: boolean;
  readonly onStep?: (step: WorkStep) => void;
  readonly signal?: AbortSignal;
}

/** True where the browser can ask for the place of a file. */
export function canChoosePlace(): boolean {
  return 'showSaveFilePicker' in globalThis;
}

/**
 * Writes the work with all its data to a .notspot file. Only a file that holds everything counts as the copy whose age is
 * shown. What goes wrong leaves that age as it was.
 */
export async function saveToFile(context: AppContext, options: SaveOptions): Promise<FileOutcome> {
  const { leaveOutConfidential, choosePlace, onStep, signal } = options;
  const savedAt = new Date().toISOString();
  const suggestedName = fileNameOf(await named(context.project.getState().project, options), savedAt);
  const picked = choosePlace ? await pick(suggestedName) : null;
  if (picked === 'cancelled') return { state: 'cancelled' };
  if (picked === 'refused') return { state: 'failed', problem: `The browser may not write there. ${REMEDY}` };
  // The work may have changed while the place was chosen; the file's age counts from this version.
  const { project, version } = context.project.getState();
  const outcome = await context.compute.run(
    (api, job, step) => api.writeProjectFile(job, project, { leaveOutConfidential, savedAt }, step),
    { onStep, signal },
  );
  if (outcome.state !== 'done')
    return outcome.state === 'cancelled' ? outcome : { state: 'failed', problem: outcome.message };
  const { blob, bytes } = outcome.value;
  let fileName = suggestedName;
  try {
    if (picked) {
      await writeInto(await picked.createWritable(), blob);
      fileName = picked.name;
    } else fileName = downloadText(blob, suggestedName, MIME_TYPE);
  } catch (error) {
    return {
      state: 'failed',
      problem: `The file could not be written (${error instanceof Error ? error.message : error}). ${REMEDY}`,
    };
  }
  if (!leaveOutConfidential) await noteFile(context, savedAt, version);
  const isBehind = context.project.getState().version !== version;
  return { state: 'saved', fileName, bytes, isCertain: picked !== null, isBehind };
}

const REMEDY = 'Make room or choose another place, and save again.';
const MIME_TYPE = 'application/vnd.notspot+zip';

/** "trafford-2026-11-27.notspot". */
export function fileNameOf({ name, fictional }: Project, savedAt: string): string {
  const area = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return safeFileName(`${area || 'project'}${fictional ? '-fictional' : ''}-${savedAt.slice(0, 10)}.notspot`);
}

/** The project as the file calls it: its own name may mention what stays behind. */
async function named(project: Project, { leaveOutConfidential }: SaveOptions): Promise<Project> {
  if (!leaveOutConfidential) return project;
  const { withoutConfidential } = await import('../domain/project/without-confidential.ts');
  return withoutConfidential(project).project;
}

/** All of it or nothing: what was at the place before stands where it fails. */
async function writeInto(writable: FileSystemWritableFileStream, blob: Blob): Promise<void> {
  try {
    await writable.write(blob);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

interface PickedFile {
  readonly name: string;
  createWritable(): Promise<FileSystemWritableFileStream>;
}

async function pick(suggestedName: string): Promise<PickedFile | 'cancelled' | 'refused'> {
  const { showSaveFilePicker } = globalThis as unknown as {
    showSaveFilePicker?: (options: object) => Promise<PickedFile>;
  };
  if (!showSaveFilePicker) return 'refused';
  try {
    const types = [{ description: 'Notspot project', accept: { [MIME_TYPE]: ['.notspot'] } }];
    return await showSaveFilePicker({ suggestedName, types });
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'refused';
  }
}
