import type { Change } from '../domain/project/change.ts';
import { applyEntry } from '../domain/project/work.ts';
import { canonicalJson } from '../formats/canonical-json.ts';
import type { Kept, ListedProject } from '../storage/kept-projects.ts';
import { secondCopies } from '../storage/second-copies.ts';
import { isHeld, writerLock } from '../storage/writer-lock.ts';
import { failureWords } from '../stores/derived/failure-words.ts';
import type { ProjectOfList } from '../stores/keep-store.ts';
import { EMPTY_PROJECT } from '../stores/project-store.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';
import { forgetProject, letGo } from './forget-project.ts';
import type { Keeper } from './keeper.ts';
import { openDemo } from './open-demo.ts';
import { openKept } from './open-kept-work.ts';

/** Lists the projects kept in this browser into the keep store. */
export async function listProjects(context: AppContext): Promise<void> {
  const keeper = context.keeper.current;
  if (!keeper) return;
  await keeper.flush();
  const listed = await keeper.projects.list();
  context.keep.setState({ projects: listed.map(ofList) });
}

/** Opens another kept project in place of the one on show, which stays kept. */
export async function openProjectOfList(context: AppContext, id: string): Promise<void> {
  if (isReading(context)) return;
  await telling(context, 'The project could not be opened', async () => {
    const found = await findListed(context, id);
    context.keep.setState({ link: null });
    if (found) await openKept(context, found);
    await listProjects(context);
  });
}

/**
 * Lets this tab edit the project that another tab holds. What the other has not kept yet it keeps first, or as a copy. One
 * that was deleted meanwhile is kept anew as it is on show here.
 */
export async function takeOver(context: AppContext): Promise<void> {
  const keeper = context.keeper.current;
  const id = context.keep.getState().projectId;
  if (!keeper || id === null) return;
  await telling(context, 'This tab could not take over', async () => {
    const found = await findListed(context, id);
    if (found) return void (await openKept(context, found, { take: true }));
    await keeper.keepWhole();
    context.keep.setState({
      told: {
        title: 'This project was deleted in another tab',
        more: 'What is on show here is kept as a new project of its own. Delete it here too if it shall go.',
      },
    });
    await listProjects(context);
  });
}

/** Gives a kept project another name, as one step of its undo. Gives why it did not work, in words; null where it did. */
export async function renameProject(context: AppContext, id: string, name: string): Promise<string | null> {
  const named = name.trim().slice(0, LONGEST_NAME);
  const keeper = context.keeper.current;
  if (!keeper) return 'The store of this browser is not open.';
  if (context.keep.getState().projectId === id) {
    const { project, change } = context.project.getState();
    if (named !== '' && named !== project.name) change(...renaming(named, project.fictional));
    return null;
  }
  const lock = await writerLock(id, { onAsked: async () => undefined, onLost: () => undefined });
  if (!lock) return 'Another tab has this project open. Rename it there.';
  try {
    const kept = await keeper.projects.read(id);
    if (kept && named !== '' && named !== kept.work.project.name) await keepRenamed(keeper, kept, named);
    return null;
  } catch (error) {
    return `It was not renamed. ${failureWords(error)}`;
  } finally {
    lock.release();
    await listProjects(context);
  }
}

async function keepRenamed(keeper: Keeper, { record, work }: Kept, name: string): Promise<void> {
  const [label, change] = renaming(name, work.project.fictional);
  const entry = { kind: 'change', label, change } as const;
  const { contents, writer } = record;
  const renamed = applyEntry(work, entry);
  const at = new Date().toISOString();
  const next = await keeper.projects.fold(record, { entries: [entry], work: renamed, contents, at, writer });
  const copies = await secondCopies();
  // The earlier copy stands if this one cannot be made.
  await copies?.put(record.id, canonicalJson({ record: next, work: renamed })).catch(() => undefined);
}

function renaming(name: string, fictional: boolean): [string, Change] {
  return [`Renamed to ${name}`, { kind: 'set-name', name, fictional }];
}

/** Puts a copy of a kept project beside it. */
export async function copyProject(context: AppContext, id: string): Promise<void> {
  const keeper = context.keeper.current;
  if (!keeper) return;
  await telling(context, 'The project could not be copied', async () => {
    const found = await findListed(context, id);
    if (found?.state !== 'whole') return;
    const name = `${found.record.name} (copy)`;
    await keeper.projects.copy(id, { id: crypto.randomUUID(), name, at: new Date().toISOString() });
    await listProjects(context);
  });
}

/** Why a project is not deleted, in words; null where it was. */
export async function deleteProject(context: AppContext, id: string): Promise<string | null> {
  const keeper = context.keeper.current;
  if (!keeper) return 'The store of this browser is not open.';
  const isShown = context.keep.getState().projectId === id;
  if (!isShown && (await isHeld(id))) return 'Another tab has this project open. Close that tab first.';
  if (isShown && context.keep.getState().heldElsewhere)
    return 'Another tab has this project open. Close that tab first.';
  if (isShown && context.imports.getState().status === 'reading') return READING;
  const name = context.keep.getState().projects?.find((one) => one.id === id)?.name ?? 'The project';
  if (isShown) {
    await letGo(keeper);
    openBlank(context);
  }
  try {
    await forgetProject(context, { keeper, id, name });
  } finally {
    if (isShown) await openDemo(context, import.meta.env.BASE_URL);
    await listProjects(context);
  }
  return null;
}

/** The demo borough in place of the project on show, which stays kept. Gives why it stays on show, in words; null where it does not. */
export async function startAfresh(context: AppContext): Promise<string | null> {
  if (context.imports.getState().status === 'reading') return READING;
  if ((await context.keeper.current?.flush()) === false)
    return 'What you changed last is not saved in this browser yet and would be lost. Save it to a file, or make room and try again.';
  context.keeper.current?.show(null);
  context.keep.setState({ link: null, told: null });
  openBlank(context);
  await openDemo(context, import.meta.env.BASE_URL);
  await listProjects(context);
  return null;
}

/** What the store holds of a project that cannot be opened, as a file that no one need understand. */
export async function downloadDamaged(context: AppContext, id: string): Promise<void> {
  await telling(context, 'The damaged data could not be read', async () => {
    const text = await context.keeper.current?.projects.raw(id);
    if (text !== undefined) downloadText(text, 'notspot-damaged-project.json', 'application/json');
  });
}

/** Nothing of the work before may stay on show, whether or not the demo borough can be fetched. */
function openBlank(context: AppContext): void {
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [], premises: null });
  context.project.getState().open({ project: EMPTY_PROJECT, done: [], undone: [] });
}

const READING = 'Files are just being read. Wait until they are in, or stop reading them.';

/** True, and said, while files are being read: they would end in another project than they were given for. */
function isReading(context: AppContext): boolean {
  if (context.imports.getState().status !== 'reading') return false;
  context.keep.setState({ told: { title: 'The project on show stays on show for now', more: READING } });
  return true;
}

/** Does what was asked; what goes wrong is told. */
async function telling(context: AppContext, title: string, work: () => Promise<void>): Promise<void> {
  context.keep.setState({ told: null });
  try {
    await work();
  } catch (error) {
    context.keep.setState({ told: { title, more: failureWords(error) } });
  }
}

const LONGEST_NAME = 200;

async function findListed(context: AppContext, id: string): Promise<ListedProject | null> {
  const listed = (await context.keeper.current?.projects.list()) ?? [];
  return listed.find((one) => (one.state === 'whole' ? one.record.id : one.id) === id) ?? null;
}

function ofList(listed: ListedProject): ProjectOfList {
  if (listed.state !== 'whole') {
    const { id, name, state, why } = listed;
    return { id, name, state, why, fictional: false, changedAt: null, file: null };
  }
  const { id, name, fictional, changedAt, revision, file } = listed.record;
  return {
    id,
    name,
    fictional,
    changedAt,
    file: file && { at: file.at, isCurrent: file.revision === revision },
    state: 'whole',
    why: '',
  };
}
