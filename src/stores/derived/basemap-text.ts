import type { Basemap } from '../../domain/project/basemap.ts';
import { sizeWords } from './size-words.ts';

/** A basemap in two lines: what the file holds, and who made it. */
export function basemapText(basemap: Basemap): { readonly what: string; readonly source: string } {
  const kind = basemap.kind === 'vector' ? 'Vector tiles' : 'Picture tiles';
  const zooms =
    basemap.minZoom === basemap.maxZoom
      ? `zoom ${basemap.minZoom}`
      : `zooms ${basemap.minZoom} to ${basemap.maxZoom}`;
  return {
    what: `${kind}, ${zooms}, ${sizeWords(basemap.bytes)}, read from your disk as the map needs them.`,
    source:
      basemap.attribution === '' ? 'The file does not say who made it.' : `Source: ${basemap.attribution}`,
  };
}
