import type { AppContext } from './app-context.ts';
import { beginReading } from './begin-reading.ts';

/** True for a file that Notspot saved: by its name, or as its first bytes say. */
export async function isWorkFile(file: File): Promise<boolean> {
  if (/\.notspot$/i.test(file.name)) return true;
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  // Only what begins as a zip is looked at more closely, by what is fetched for it.
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  const { hasProjectMark } = await import('../formats/project-file-mark.ts');
  return hasProjectMark(new Uint8Array(await file.slice(0, 200).arrayBuffer()));
}

/**
 * Opens a .notspot file as a project of its own; the one on show stays kept. A file that is refused changes nothing: the
 * reason is in the import store, like that of any file.
 */
export async function openWorkFile(context: AppContext, file: File): Promise<boolean> {
  if (context.keep.getState().trouble === 'overtaken') {
    const problem = `${file.name} was not opened: a newer Notspot has taken over this browser’s store. Reload this tab, then open the file.`;
    context.imports.setState({ status: 'failed', problem, files: [], step: null, cancel: null });
    return false;
  }
  const abort = beginReading(context);
  const tell = (step: { what: string; fraction: number }): void =>
    context.imports.setState({ step: { ...step, fileName: file.name, file: 1, files: 1 } });
  tell({ what: `Opening ${file.name}`, fraction: 0 });
  const outcome = await context.compute.run((api, job, step) => api.openProjectFile(job, file, step), {
    onStep: tell,
    signal: abort.signal,
  });
  const end = { step: null, cancel: null };
  if (outcome.state === 'cancelled') {
    context.imports.setState({ status: 'cancelled', ...end });
    return false;
  }
  if (outcome.state === 'failed') {
    context.imports.setState({
      status: 'failed',
      problem: `${outcome.message} Your present work is as it was.`,
      ...end,
    });
    return false;
  }
  const { project, savedAt, contents, fingerprints, leftOut } = outcome.value;
  const keeper = context.keeper.current;
  if (keeper && !(await keeper.flush())) {
    context.imports.setState({
      status: 'failed',
      problem: `What you changed last could not be kept in this browser, and opening ${file.name} would lose it. Save it to a file first.`,
      ...end,
    });
    return false;
  }
  const { done, change, open } = context.project.getState();
  keeper?.show(null);
  context.view.setState({ wardCode: null, hoveredWard: null, camera: null, shownLayers: [] });
  // Where nothing keeps the present work, a step of undo does.
  if (!keeper && done.length > 0) change(`Opened ${file.name}`, { kind: 'set-project', project });
  else open({ project, done: [], undone: [] });
  context.imports.setState({ status: 'idle', files: [], ...end });
  const files = new Set(contents.map(({ hash }) => hash)).size;
  context.keep.setState({
    link: { kind: 'file-opened', fileName: file.name, name: project.name, files, fingerprints, leftOut },
  });
  await keeper?.keepOpened(savedAt);
  return true;
}
