import { premisesKey } from '../stores/derived/find-premises-key.ts';
import type { PremisesChoice } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';
import { clearMarks } from './show-marks.ts';

/** Opens the Premises page for rows of the premises. Nothing of it goes into the address. */
export function openPremises(context: AppContext, choice: Omit<PremisesChoice, 'of'>): void {
  const of = premisesKey(context.project.getState().project);
  if (of === null) return;
  context.view.setState({ page: 'premises', premises: { ...choice, of } });
}

/** Opens the Premises page for one row, such as a dot of the map that was clicked. */
export function openPremisesRow(context: AppContext, row: number): void {
  clearMarks(context, 'find');
  openPremises(context, { rows: [row], title: null, asked: null });
}

/** Leaves the premises; the page then asks for another. */
export function leavePremises(context: AppContext): void {
  clearMarks(context, 'find');
  context.view.setState({ premises: null });
}
