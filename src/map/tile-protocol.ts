import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { RequestQueue } from './request-queue.ts';
import { TILE_SCHEME, tileAsked } from './tile-address.ts';

/**
 * Serves the map's tiles out of the compute worker.
 * Few are asked for at a time, so that one no longer wanted is mostly dropped before the worker ever hears of it.
 * Returns a function that ends the service.
 */
export function serveTiles(context: AppContext): () => void {
  const queue = new RequestQueue(MOST_AT_ONCE);
  addProtocol(TILE_SCHEME, async ({ url }, { signal }) => {
    const { source, z, x, y } = tileAsked(url);
    return { data: await queue.run(() => context.compute.api.tile(source, z, x, y), signal) };
  });
  return () => removeProtocol(TILE_SCHEME);
}

const MOST_AT_ONCE = 4;
