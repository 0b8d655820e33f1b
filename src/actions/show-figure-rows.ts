import type { FigureRows } from '../domain/explain/figure-rows.ts';
import type { AppContext } from './app-context.ts';
import { openPremisesRow } from './open-premises.ts';
import { showMarks } from './show-marks.ts';

/** Marks the rows of a figure on the map and lists them in the panel; closes the explanation. */
export function showFigureRows(context: AppContext, title: string, { lon, lat, names }: FigureRows): void {
  context.view.setState({ explained: null });
  showMarks(context, {
    owner: 'figure',
    title,
    marks: names.map((label, i) => ({
      lon: lon[i],
      lat: lat[i],
      kind: 'found',
      label,
    })),
  });
}

/** Opens one row of a figure on the Premises page. */
export function openFigureRow(context: AppContext, row: number): void {
  context.view.setState({ explained: null });
  openPremisesRow(context, row);
}
