import type { Feature } from 'geojson';
import type {
  GeoJSONSource,
  ImageSource,
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
  VectorTileSource,
} from 'maplibre-gl';
import type { Drawn } from './layers/drawn.ts';
import { CHANGE_SOURCE, PREMISES_SOURCE } from './layers/premises-layers.ts';

/** Brings a map to a drawing by as little as differs from the drawing before. The only writer of sources and layers. */
export class MapWriter {
  private sources: Drawn['sources'] = {};
  private layers = new Map<string, LayerSpecification>();

  constructor(private readonly map: MapLibreMap) {}

  /**
   * Draws `next`, of layers that are new at most LAYERS_AT_ONCE: called again with the same, it adds the next ones.
   * `renewed`: the sources that were made anew, whose feature states and data are lost; `isWhole`: no layer is left to add.
   */
  draw(next: Drawn): { readonly renewed: ReadonlySet<string>; readonly isWhole: boolean } {
    const renewed = this.renewedSources(next.sources);
    const wanted = new Map(next.layers.map((layer) => [layer.id, layer]));
    for (const [id, layer] of this.layers) {
      const successor = wanted.get(id);
      if (successor && !renewed.has(sourceOf(layer)) && canBecome(layer, successor)) continue;
      this.map.removeLayer(id);
      this.layers.delete(id);
    }
    this.changeSources(next.sources, renewed);
    const missing = next.layers.filter(({ id }) => !this.layers.has(id));
    for (const { id } of missing.slice(LAYERS_AT_ONCE)) wanted.delete(id);
    let above: string | undefined;
    for (const layer of [...wanted.values()].reverse()) {
      const drawn = this.layers.get(layer.id);
      if (drawn) this.changeLayer(drawn, layer);
      else this.map.addLayer(layer, above);
      above = layer.id;
    }
    this.layers = wanted;
    this.sources = next.sources;
    return { renewed, isWhole: wanted.size === next.layers.length };
  }

  /** Forgets what it drew and clears it off the map: for a style that came from elsewhere, such as after a lost context. */
  reset(): void {
    for (const { id } of this.map.getStyle().layers ?? []) this.map.removeLayer(id);
    for (const id of Object.keys(this.map.getStyle().sources ?? {})) this.map.removeSource(id);
    this.layers.clear();
    this.sources = {};
  }

  /** Puts features into a GeoJSON source of the drawing. */
  setFeatures(source: string, features: Feature[]): void {
    void this.map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
  }

  /** Puts a picture into an image source of the drawing, between the corners that it has. */
  setImage(source: string, image: ImageData): void {
    this.map.getSource<ImageSource>(source)?.updateImage({ image });
  }

  private renewedSources(next: Drawn['sources']): Set<string> {
    const changed = Object.keys(next).filter(
      (id) => !(id in this.sources) || !isSameSource(this.sources[id], next[id]),
    );
    return new Set(changed.filter((id) => !RETILED.includes(id) || !(id in this.sources)));
  }

  private changeSources(next: Drawn['sources'], renewed: ReadonlySet<string>): void {
    for (const id of Object.keys(this.sources))
      if (renewed.has(id) || !(id in next)) this.map.removeSource(id);
    for (const id of renewed) this.map.addSource(id, next[id]);
    for (const id of RETILED) {
      const tiles = tilesOf(next[id]);
      if (!tiles || renewed.has(id) || tiles[0] === tilesOf(this.sources[id])?.[0]) continue;
      this.map.getSource<VectorTileSource>(id)?.setTiles(tiles);
    }
  }

  private changeLayer(from: LayerSpecification, to: LayerSpecification): void {
    const before = changeable(from);
    const after = changeable(to);
    if (!isSame(before.filter, after.filter)) this.map.setFilter(to.id, after.filter);
    for (const [name, value] of changes(before.paint, after.paint))
      this.map.setPaintProperty(to.id, name as never, value as never);
    for (const [name, value] of changes(before.layout, after.layout))
      this.map.setLayoutProperty(to.id, name as never, value as never);
  }
}

/** MapLibre checks and copies every layer it is given: this many take less than a frame or two. */
const LAYERS_AT_ONCE = 10;

/** Sources that are given other tiles instead of being made anew, so that the dots on show stay until the next are there. */
const RETILED: readonly string[] = [PREMISES_SOURCE, CHANGE_SOURCE];

function sourceOf(layer: LayerSpecification): string {
  return 'source' in layer && typeof layer.source === 'string' ? layer.source : '';
}

/** Whether two specifications differ only in what can be set on a layer that is there. */
function canBecome(from: LayerSpecification, to: LayerSpecification): boolean {
  const rest = ({ type, minzoom, maxzoom, ...other }: LayerSpecification): unknown => {
    return [
      type,
      minzoom,
      maxzoom,
      sourceOf({ type, ...other } as LayerSpecification),
      'source-layer' in other && other['source-layer'],
    ];
  };
  return isSame(rest(from), rest(to));
}

function changeable(layer: LayerSpecification) {
  return layer as { filter?: never; paint?: Record<string, unknown>; layout?: Record<string, unknown> };
}

function changes(from: Record<string, unknown> = {}, to: Record<string, unknown> = {}): [string, unknown][] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].filter((name) => !isSame(from[name], to[name])).map((name) => [name, to[name]]);
}

function tilesOf(source: SourceSpecification | undefined): string[] | undefined {
  return source && 'tiles' in source ? source.tiles : undefined;
}

function isSameSource(one: SourceSpecification, other: SourceSpecification): boolean {
  return one === other || isSame(one, other);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
