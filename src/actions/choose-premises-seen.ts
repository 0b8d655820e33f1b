import { premisesKey } from '../stores/derived/find-premises-key.ts';
import type { AppContext } from './app-context.ts';
import { openRooftopTopic } from './set-rooftops-view.ts';

/** Asks of a premises, by its row, what it sees: it becomes the one that the Premises page is about, too. */
export function choosePremisesSeen(context: AppContext, row: number): void {
  const of = premisesKey(context.project.getState().project);
  if (of === null) return;
  context.view.setState({ premises: { of, rows: [row], title: null, asked: null } });
  openRooftopTopic(context, 'premises');
}
