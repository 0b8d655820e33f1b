import { type SecondCopy, secondCopies } from '../storage/second-copies.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';
import { isWorthKeeping } from './is-worth-keeping.ts';
import { listProjects } from './kept-projects.ts';
import { listSecondCopies } from './list-second-copies.ts';
import { bringContents, lostFiles, openKept } from './open-kept-work.ts';
import { readSecondCopy } from './read-second-copy.ts';

/**
 * Puts what the second copies hold and the store has not back into it; opens one where no kept project is on show. Throws
 * why one could not be put, once all others are.
 */
export async function putCopiesBack(context: AppContext): Promise<void> {
  const keeper = context.keeper.current;
  if (!keeper) return;
  const stored = await idsStored(context);
  let failure: unknown = null;
  for (const { id, text } of (await (await secondCopies())?.list()) ?? []) {
    const copy = readSecondCopy(text);
    if (!('work' in copy) || stored.has(id)) continue;
    await keeper.projects.create({ ...copy.record, writer: '' }, copy.work).catch((error: unknown) => {
      failure ??= error;
    });
  }
  context.keep.setState({ welcome: null });
  if (context.keep.getState().projectId === null) {
    const [first] = await keeper.projects.list();
    if (first) await openKept(context, first);
  }
  await listSecondCopies(context);
  await listProjects(context);
  if (failure !== null) throw failure;
}

async function idsStored(context: AppContext): Promise<ReadonlySet<string>> {
  const listed = (await context.keeper.current?.projects.list()) ?? [];
  return new Set(listed.map((one) => (one.state === 'whole' ? one.record.id : one.id)));
}

/**
 * Puts a second copy on show, in memory: over work that somebody did here as a step that can be undone. Gives why not, in
 * words; null where it worked.
 */
export async function openSecondCopy(context: AppContext, id: string): Promise<string | null> {
  const found = await copyOf(id);
  if (!found) return 'The copy is not there any more.';
  const copy = readSecondCopy(found.text);
  if (!('work' in copy)) return copy.why;
  const { readOnly, change, open } = context.project.getState();
  if (readOnly) return 'This tab only shows the work: close it and open Notspot anew.';
  const { lost } = await bringContents(context, copy);
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
  if (isWorthKeeping(context))
    change(`Opened the second copy of ${copy.work.project.name}`, {
      kind: 'set-project',
      project: copy.work.project,
    });
  else open(copy.work);
  context.keep.setState({ welcome: lostFiles(copy.work.project, lost) });
  return null;
}

/** A second copy as it lies there, as a file. */
export async function downloadSecondCopy(id: string): Promise<void> {
  const text = (await copyOf(id))?.text;
  if (text) downloadText(text, 'notspot-second-copy.json', 'application/json');
}

async function copyOf(id: string): Promise<SecondCopy | undefined> {
  const found = (await (await secondCopies())?.list()) ?? [];
  return found.find((one) => one.id === id);
}
