import type { Page, SortColumn, Topic } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';
import { hoverWard } from './select-ward.ts';

/** Sorts the ward table: a new column starts descending (names ascending), the same one turns round. */
export function setSort(context: AppContext, column: SortColumn): void {
  const { sort } = context.view.getState();
  const descending = sort.column === column ? !sort.descending : column !== 'name';
  context.view.setState({ sort: { column, descending } });
}

/** Sets the ward table to one use (its key), the ward with most of its not-spots first and outlined (null: none is ranked). */
export function rankByUse(context: AppContext, use: string, worst: string | null): void {
  context.view.setState({
    topic: 'wards',
    tableUse: use,
    tableOpen: true,
    sort: { column: 'not-spots', descending: true },
  });
  hoverWard(context, worst);
}

/** Shows a layer's coverage on the map, or hides it. */
export function toggleLayer(context: AppContext, layerId: string): void {
  const { shownLayers } = context.view.getState();
  const shown = shownLayers.includes(layerId);
  context.view.setState({
    shownLayers: shown ? shownLayers.filter((id) => id !== layerId) : [...shownLayers, layerId],
  });
}

/** Opens one of the Not-spots page's topics. */
export function openTopic(context: AppContext, topic: Topic): void {
  context.view.setState({ page: 'not-spots', topic });
}

export function goTo(context: AppContext, page: Page): void {
  context.view.setState({ page });
}
