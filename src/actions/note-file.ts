import type { AppContext } from './app-context.ts';

/** Ends the counting of changes since the last file, where nothing keeps the work. */
const countings = new WeakMap<AppContext, () => void>();

/** Notes that the work as it was at a version of the project store lies in a file since `savedAt` (an ISO instant). */
export async function noteFile(context: AppContext, savedAt: string, version: number): Promise<void> {
  countings.get(context)?.();
  const { keeper, keep, project } = context;
  if (keeper.current) return keeper.current.savedToFile(savedAt, version);
  const { opened } = project.getState();
  const tell = (now: number): void =>
    keep.setState({ file: { at: savedAt, changesSince: Math.max(0, now - version) } });
  const stop = project.subscribe((now) => {
    if (!keeper.current && now.opened === opened) return tell(now.version);
    stop();
    // Another work, of which that file holds nothing; a keeper tells its own.
    if (!keeper.current) keep.setState({ file: null });
  });
  countings.set(context, stop);
  tell(project.getState().version);
}
