import type { AppContext } from './app-context.ts';

/** Takes files given by drop, choice or paste. What reads them is fetched with the first of them. */
export async function takeFiles(context: AppContext, files: readonly File[]): Promise<void> {
  if (context.imports.getState().status === 'reading') return;
  const { isWorkFile, openWorkFile } = await import('./open-work-file.ts');
  const { isWritten, takeWritten } = await import('./import-written.ts');
  const { DIG_FILE } = await import('./import-dig.ts');
  const { PLAN_FILE } = await import('./import-plan.ts');
  const isWork = await Promise.all(files.map(isWorkFile));
  const isDig = await Promise.all(files.map((file) => isWritten(DIG_FILE, file)));
  const isPlan = await Promise.all(files.map((file) => isWritten(PLAN_FILE, file)));
  const works = files.filter((_, i) => isWork[i]);
  const digs = files.filter((_, i) => isDig[i] && !isWork[i]);
  const plans = files.filter((_, i) => isPlan[i] && !isWork[i]);
  const rest = files.filter((_, i) => !isWork[i] && !isDig[i] && !isPlan[i]);
  // A project first, then what was dropped with it into that project. Two projects are not one: the last is on show.
  for (const work of works) if (!(await openWorkFile(context, work))) return;
  // What is said of these is no part of what was said of files before.
  if (rest.length === 0 && digs.length + plans.length > 0)
    context.imports.setState({ status: 'idle', files: [], problem: null });
  if (rest.length > 0) {
    const { importFiles } = await import('./import-files.ts');
    await importFiles(context, rest);
  }
  for (const dig of digs) await takeWritten(context, DIG_FILE, dig);
  for (const plan of plans) await takeWritten(context, PLAN_FILE, plan);
}
