import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { RequestQueue } from './request-queue.ts';
import { TILE_SCHEME, tileAsked } from './tile-address.ts';

/**
 * Serves the map's tiles out of the compute worker, and those of a basemap file out of the file.
 * Few are asked for at a time, so that one no longer wanted is mostly dropped before the worker ever hears of it.
 * Several maps of one page may each ask for it. Returns a function that ends the service for one of them.
 */
export function serveTiles(context: AppContext): () => void {
  served.push(context);
  if (served.length === 1) addTileProtocol();
  return () => {
    served.splice(served.indexOf(context), 1);
    if (served.length === 0) removeProtocol(TILE_SCHEME);
  };
}

/** The scheme is the whole page's: it is added for the first map, and taken away with the last. */
const served: AppContext[] = [];

function addTileProtocol(): void {
  const queue = new RequestQueue(MOST_AT_ONCE);
  addProtocol(TILE_SCHEME, async ({ url }, { signal }) => {
    const context = served[served.length - 1];
    const { source, z, x, y } = tileAsked(url);
    if (source.kind === 'basemap') return { data: await basemapTile(context, { z, x, y }, signal) };
    return { data: await queue.run(() => context.compute.api.tile(source, z, x, y), signal) };
  });
}

const MOST_AT_ONCE = 4;

/** A tile of the basemap file: vector bytes, or a picture. Nothing where there is none, or where it is no picture. */
async function basemapTile(
  context: AppContext,
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
  signal: AbortSignal,
): Promise<ArrayBuffer | ImageBitmap> {
  const { basemap } = context.basemap.getState();
  const bytes = (await basemap?.tile(z, x, y, signal)) ?? null;
  if (!bytes || !basemap) return new ArrayBuffer(0);
  if (basemap.kind === 'vector') return bytes;
  return createImageBitmap(new Blob([bytes])).catch(() => new ArrayBuffer(0));
}
