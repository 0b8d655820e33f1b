import type { AppContext } from '../actions/app-context.ts';

/** The scheme of addresses that the compute worker answers; nothing with it ever reaches a network. */
export const TILE_SCHEME = 'notspot';

/** A count that premises tiles can be asked of beside the one on show. */
export type CountName = NonNullable<Extract<TileSource, { kind: 'premises' }>['count']>;

type TileSource = Parameters<AppContext['compute']['api']['tile']>[0];

const COUNT_NAMES: readonly CountName[] = ['before', 'after', 'difference'];

/**
 * Address pattern of premises as counted by analysis number `version`: a new number makes the map ask again. `count`: of
 * a count beside the one on show.
 */
export function premisesTileAddress(version: number, count?: CountName): string {
  return `${TILE_SCHEME}://premises/${count ? `${count}-` : ''}${version}/{z}/{x}/{y}`;
}

/** Address pattern of the shapes of a content. */
export function shapesTileAddress(contentId: string): string {
  return `${TILE_SCHEME}://shapes/${encodeURIComponent(contentId)}/{z}/{x}/{y}`;
}

/** Address pattern of the shapes that a study keeps, as it left them the `version`th time. */
export function studyTileAddress(study: string, version: number): string {
  return `${TILE_SCHEME}://study/${study}~${version}/{z}/{x}/{y}`;
}

/** Address pattern of the basemap put under the map as number `version`. */
export function basemapTileAddress(version: number): string {
  return `${TILE_SCHEME}://basemap/${version}/{z}/{x}/{y}`;
}

/** What a tile address asks for. Throws for an address that is none. */
export function tileAsked(url: string): TileAsked {
  const match = /^notspot:\/\/(premises|shapes|study|basemap)\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/.exec(url);
  if (!match) throw new Error(`No map tile is at ${url}.`);
  const [, kind, name, z, x, y] = match;
  const count = COUNT_NAMES.find((one) => name.startsWith(`${one}-`));
  const sources: Record<string, TileAsked['source']> = {
    premises: count ? { kind: 'premises', count } : { kind: 'premises' },
    basemap: { kind: 'basemap' },
    study: { kind: 'study', study: name.split('~', 1)[0] },
    shapes: { kind: 'shapes', contentId: decodeURIComponent(name) },
  };
  return { source: sources[kind], z: Number(z), x: Number(x), y: Number(y) };
}

interface TileAsked {
  readonly source: TileSource | { readonly kind: 'basemap' };
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
