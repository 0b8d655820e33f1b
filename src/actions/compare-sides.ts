import { formatSides, readSides, type SidesView } from '../stores/derived/sides-text.ts';
import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Compares these two counts from now on, and has both counted. */
export function setSides(context: AppContext, view: SidesView): void {
  const { project } = context.project.getState();
  context.view.setState({ sides: formatSides(view, project) });
}

/** Has the two counts that the view names counted and compared, unless that is done already. Never rejects. */
export function askSides(context: AppContext): Promise<void> {
  const { project } = context.project.getState();
  const { view } = readSides(context.view.getState().sides, project);
  if (context.view.getState().sides === null) setSides(context, view);
  return runStudy(context, 'before-after', view.sides);
}
