import type { Mark } from '../stores/marks-store.ts';
import type { AppContext } from './app-context.ts';

/**
 * Marks places on the map and lists them in the panel, in place of what was marked before. The map moves so that all
 * of them are in sight. No marks: shows none.
 */
export function showMarks(
  context: AppContext,
  set: { readonly owner: string; readonly title: string; readonly marks: readonly Mark[] },
): void {
  const marks = set.marks.filter(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat));
  if (marks.length === 0) clearMarks(context);
  else context.marks.setState({ owner: set.owner, title: set.title, marks, chosen: null });
}

/** Goes to one mark, by its place in the list. */
export function chooseMark(context: AppContext, at: number): void {
  if (!context.marks.getState().marks[at]) return;
  // Going to the same one again is a wish to see it again.
  context.marks.setState({ chosen: null });
  context.marks.setState({ chosen: at });
}

/** Takes the marks off the map; with an owner only if they are that owner's. */
export function clearMarks(context: AppContext, owner?: string): void {
  const { owner: present } = context.marks.getState();
  if (present === null || (owner !== undefined && owner !== present)) return;
  context.marks.setState({ owner: null, title: '', marks: [], chosen: null });
}

/** Takes marks away once the files they were made from have changed. Returns a function that stops it. */
export function keepMarksTrue(context: AppContext): () => void {
  return context.project.subscribe((now, before) => {
    if (now.project.datasets !== before.project.datasets) clearMarks(context);
  });
}
