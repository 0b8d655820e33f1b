import { type ClearHeld, clearContents } from '../storage/clear-contents.ts';
import { openContentFiles } from '../storage/open-content-files.ts';
import { secondCopies } from '../storage/second-copies.ts';
import { noteProject, noteWorkKept } from '../storage/visits.ts';
import type { AppContext } from './app-context.ts';
import type { Keeper } from './keeper.ts';

/** Nothing of what is on show is kept from here on, and no save of it is still on its way. */
export async function letGo(keeper: Keeper): Promise<void> {
  keeper.show(null);
  // What was being written ends first: it would bring back what is deleted next.
  await keeper.flush();
}

/** Deletes a project with its second copy, its data and the marks of it. What cannot go yet is told. */
export async function forgetProject(
  context: AppContext,
  { keeper, id, name }: { readonly keeper: Keeper; readonly id: string; readonly name: string },
): Promise<void> {
  context.keep.setState({ told: null });
  // One of a project that was on show a moment ago may still be on its way.
  await keeper.endCopies();
  await keeper.projects.remove(id);
  await (await secondCopies())?.remove(id);
  if ((await keeper.projects.list()).length === 0) {
    // Nothing is missed that a person deleted.
    noteProject(null);
    noteWorkKept(null);
  }
  const held = await removeUnnamedContents(context);
  if (held)
    context.keep.setState({
      told: { title: `The data of “${name}” is still on this computer`, more: HELD_WORDS[held] },
    });
}

const HELD_WORDS: Record<ClearHeld, string> = {
  saving:
    'The project is deleted, but another tab is just saving and may need the same data. It goes when Notspot is next opened.',
  unsure:
    'The project is deleted, but this browser does not tell whether other tabs need the same data. “Delete all my data” removes it.',
  unreadable:
    'The project is deleted, but another one that is kept here cannot be read and may need the same data. It goes once that one is deleted or can be read.',
};

/** Contents that nothing kept names any more are let go; gives why they stay, null where they went. */
export async function removeUnnamedContents(context: AppContext): Promise<ClearHeld | null> {
  const projects = context.keeper.current?.projects;
  if (!projects) return null;
  for (let tries = 1; ; tries++) {
    const copies = await secondCopies();
    const { held } = await clearContents({ projects, files: await openContentFiles(), copies });
    if (held !== 'saving' || tries === MOST_TRIES) return held;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** A save is short. */
const MOST_TRIES = 4;
const PAUSE_MILLISECONDS = 250;
