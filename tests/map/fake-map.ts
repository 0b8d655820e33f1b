import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapUpdaterOptions } from '../../src/map/update-map.ts';

/** Keeps sources, layers and feature states as MapLibre does, refusing what it refuses. */
export class FakeMap {
  readonly layers: LayerSpecification[] = [];
  readonly sources = new Map<string, SourceSpecification & { data?: unknown }>();
  readonly states = new Map<string, Record<string, unknown>>();
  /** How often anything was written. */
  writes = 0;

  /** Frames asked for without anything being written. */
  repaints = 0;
  private drawnWrites = 0;

  asMap(): MapUpdaterOptions['map'] {
    return this as unknown as MapUpdaterOptions['map'];
  }

  /** Draws what was written. */
  draw(): void {
    this.drawnWrites = this.writes;
  }

  isAtRest(): boolean {
    return this.drawnWrites === this.writes;
  }

  ids(): string[] {
    return this.layers.map((layer) => layer.id);
  }

  getStyle() {
    return { layers: [...this.layers], sources: Object.fromEntries(this.sources) };
  }

  addSource(id: string, source: SourceSpecification): void {
    if (this.sources.has(id)) throw new Error(`Source "${id}" already exists.`);
    this.writes++;
    this.sources.set(id, structuredClone(source));
  }

  removeSource(id: string): void {
    if (!this.sources.has(id)) throw new Error(`There is no source "${id}".`);
    const user = this.layers.find((layer) => 'source' in layer && layer.source === id);
    if (user) throw new Error(`Source "${id}" cannot be removed while layer "${user.id}" is using it.`);
    this.writes++;
    this.sources.delete(id);
    this.states.clear();
  }

  getSource(id: string) {
    const source = this.sources.get(id);
    if (!source) return undefined;
    return {
      setTiles: (tiles: string[]) => {
        this.writes++;
        Object.assign(source, { tiles });
      },
      updateImage: () => {
        this.writes++;
      },
      setData: (data: unknown) => {
        this.writes++;
        source.data = data;
      },
    };
  }

  addLayer(layer: LayerSpecification, before?: string): void {
    if (this.ids().includes(layer.id)) throw new Error(`Layer "${layer.id}" already exists.`);
    if ('source' in layer && !this.sources.has(String(layer.source)))
      throw new Error(`Source of "${layer.id}" is not there.`);
    const at = before === undefined ? this.layers.length : this.ids().indexOf(before);
    if (at < 0) throw new Error(`There is no layer "${before}".`);
    this.writes++;
    this.layers.splice(at, 0, structuredClone(layer));
  }

  removeLayer(id: string): void {
    this.writes++;
    this.layers.splice(this.indexOf(id), 1);
  }

  setFilter(id: string, filter: unknown): void {
    this.change(id, (layer) => ({ ...layer, filter }));
  }

  setPaintProperty(id: string, name: string, value: unknown): void {
    this.change(id, (layer) => ({ ...layer, paint: withProperty(layer.paint, name, value) }));
  }

  setLayoutProperty(id: string, name: string, value: unknown): void {
    this.change(id, (layer) => ({ ...layer, layout: withProperty(layer.layout, name, value) }));
  }

  setFeatureState({ id }: { id: string }, state: Record<string, unknown>): void {
    this.writes++;
    this.states.set(id, { ...this.states.get(id), ...state });
  }

  removeFeatureState({ id }: { id: string }, name: string): void {
    this.writes++;
    const { [name]: _, ...rest } = this.states.get(id) ?? {};
    this.states.set(id, rest);
  }

  triggerRepaint(): void {
    this.repaints++;
  }

  private change(id: string, change: (layer: Record<string, unknown>) => object): void {
    this.writes++;
    const at = this.indexOf(id);
    this.layers[at] = change(this.layers[at] as unknown as Record<string, unknown>) as LayerSpecification;
  }

  private indexOf(id: string): number {
    const at = this.ids().indexOf(id);
    if (at < 0) throw new Error(`There is no layer "${id}".`);
    return at;
  }
}

function withProperty(from: unknown, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...rest } = (from ?? {}) as Record<string, unknown>;
  return value === undefined ? rest : { ...rest, [name]: value };
}
