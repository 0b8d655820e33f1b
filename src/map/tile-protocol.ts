import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import { RequestQueue } from './request-queue.ts';
import { TILE_SCHEME, tileAsked } from './tile-address.ts';

/**
 * Serves the map's tiles out of the compute worker, and those of a basemap file out of the file.
 * Few are asked for at a time, so that one no longer wanted is mostly dropped before the worker ever hears of it.
 * Returns a function that ends the service.
 */
export function serveTiles(context: AppContext): () => void {
  const queue = new RequestQueue(MOST_AT_ONCE);
  addProtocol(TILE_SCHEME, async ({ url }, { signal }) => {
    const { source, z, x, y } = tileAsked(url);
    if (source.kind === 'basemap') return { data: await basemapTile(context, { z, x, y }, signal) };
    return { data: await queue.run(() => context.compute.api.tile(source, z, x, y), signal) };
  });
  return () => removeProtocol(TILE_SCHEME);
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
