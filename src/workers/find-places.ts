/** What finding needs, fetched when somebody first looks for a place. */
export { isGridReference } from '../domain/find/find-places.ts';
export { Finder } from '../domain/find/finder.ts';
