import { noteNothingKept } from '../storage/visits.ts';
import type { AppContext } from './app-context.ts';
import { forgetProject, letGo } from './forget-project.ts';
import { openProjectOfList } from './kept-projects.ts';
import { trySavingAgain } from './mend-store.ts';

/**
 * From now on this tab writes nothing to the browser, until it is closed: the work on show is held in memory, and what was
 * kept of it is deleted. Other kept projects stay. Gives why not, in words; null where it worked.
 */
export async function keepNothing(context: AppContext): Promise<string | null> {
  const keeper = context.keeper.current;
  const { projectId, heldElsewhere } = context.keep.getState();
  if (heldElsewhere) return 'Another tab is editing this project. Take it over or close that tab first.';
  if (keeper) {
    if (!(await keeper.flush())) return 'What you changed last is not kept yet. Try again when saving works.';
    const { projects } = keeper;
    const kept = projectId === null ? null : await projects.read(projectId);
    // Steps of undo may name data that is only in the store: it is brought into memory before it goes from there.
    if (kept)
      await context.compute.run((api, job, onStep) =>
        api.restoreContents(job, { now: kept.record.contents, later: [] }, onStep),
      );
    await letGo(keeper);
    // What is changed while the kept work goes would begin to be kept anew.
    context.project.setState({ readOnly: true });
    try {
      if (kept) await forgetProject(context, { keeper, id: kept.record.id, name: kept.record.name });
    } catch (error) {
      context.project.setState({ readOnly: false });
      if (kept) await openProjectOfList(context, kept.record.id);
      throw error;
    }
    await keeper.stop();
    context.project.setState({ readOnly: false });
  }
  context.keeper.current = null;
  noteNothingKept(true);
  context.keep.setState({
    status: 'off',
    trouble: 'not-wanted',
    failing: null,
    welcome: null,
    projects: null,
    savedAt: null,
    file: null,
  });
  return null;
}

/** Saves in the browser again, beginning with the work on show. */
export async function keepAgain(context: AppContext): Promise<void> {
  noteNothingKept(false);
  await trySavingAgain(context);
}
