import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapWriter } from '../map-writer.ts';

/** What a source was made of when it was last filled. */
export type FilledSources = Map<string, readonly unknown[]>;

/** Fills a source where what it is made of differs from the last time; `onChange` is told before. */
export function sourceFiller(
  map: MapLibreMap,
  filled: FilledSources,
  { writer, onChange }: { readonly writer: MapWriter; readonly onChange: () => void },
): (
  source: string,
  made: readonly unknown[],
  features: () => Parameters<MapWriter['setFeatures']>[1],
) => void {
  return (source, made, features) => {
    if (!map.getSource(source)) return;
    const last = filled.get(source);
    if (last?.length === made.length && last.every((value, i) => value === made[i])) return;
    onChange();
    filled.set(source, made);
    writer.setFeatures(source, features());
  };
}
