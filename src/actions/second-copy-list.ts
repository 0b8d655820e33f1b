import type { Work } from '../domain/project/work.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import type { ProjectRecord } from '../storage/kept-records.ts';
import { readCopy } from '../storage/read-records.ts';
import { secondCopies } from '../storage/second-copies.ts';
import type { ProjectOfList } from '../stores/keep-store.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';
import { listProjects } from './kept-projects.ts';
import { bringContents, lostFiles, openKept } from './open-kept-work.ts';

/** A second copy as read, or why it cannot be. */
type CopyRead =
  | { readonly record: ProjectRecord; readonly work: Work }
  | { readonly name: string; readonly state: 'damaged' | 'newer'; readonly why: string };

/** Lists into the keep store the second copies of projects that the store has not, or cannot tell of. */
export async function listSecondCopies(context: AppContext): Promise<void> {
  const found = (await (await secondCopies())?.list()) ?? [];
  const stored = await idsStored(context);
  const left = found.filter(({ id }) => !stored.has(id));
  context.keep.setState({ copies: left.map(({ id, text }) => ofList(id, readSecondCopy(text))) });
}

/** Puts what the second copies hold and the store has not back into it; opens one where no kept project is on show. */
export async function putCopiesBack(context: AppContext): Promise<void> {
  const keeper = context.keeper.current;
  if (!keeper) return;
  const stored = await idsStored(context);
  for (const { id, text } of (await (await secondCopies())?.list()) ?? []) {
    const copy = readSecondCopy(text);
    if ('work' in copy && !stored.has(id))
      await keeper.projects.create({ ...copy.record, revision: 0, writer: '' }, copy.work);
  }
  context.keep.setState({ welcome: null });
  if (context.keep.getState().projectId === null) {
    const [first] = await keeper.projects.list();
    if (first) await openKept(context, first);
  }
  await listSecondCopies(context);
  await listProjects(context);
}

async function idsStored(context: AppContext): Promise<ReadonlySet<string>> {
  const listed = (await context.keeper.current?.projects.list()) ?? [];
  return new Set(listed.map((one) => (one.state === 'whole' ? one.record.id : one.id)));
}

/** Puts a second copy on show, in memory. Gives why not, in words; null where it worked. */
export async function openSecondCopy(context: AppContext, id: string): Promise<string | null> {
  const text = await textOf(id);
  if (text === null) return 'The copy is not there any more.';
  const copy = readSecondCopy(text);
  if (!('work' in copy)) return copy.why;
  const lost = await bringContents(context, copy);
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
  context.project.getState().open(copy.work);
  context.keep.setState({ welcome: lostFiles(copy.work.project, lost) });
  return null;
}

/** A second copy as it lies there, as a file. */
export async function downloadSecondCopy(id: string): Promise<void> {
  const text = await textOf(id);
  if (text !== null) downloadText(text, 'notspot-second-copy.json', 'application/json');
}

export function readSecondCopy(text: string): CopyRead {
  try {
    return readCopy(text);
  } catch (error) {
    const isNewer = error instanceof ProjectRefused && error.code === 'NEWER';
    return {
      name: 'Project without a readable name',
      state: isNewer ? 'newer' : 'damaged',
      why: error instanceof ProjectRefused ? error.message : 'The copy cannot be read.',
    };
  }
}

async function textOf(id: string): Promise<string | null> {
  const found = (await (await secondCopies())?.list()) ?? [];
  return found.find((one) => one.id === id)?.text ?? null;
}

function ofList(id: string, copy: CopyRead): ProjectOfList {
  if (!('work' in copy)) return { id, ...copy, fictional: false, changedAt: null, file: null };
  const { name, fictional, changedAt } = copy.record;
  return { id, name, fictional, changedAt, file: null, state: 'whole', why: '' };
}
