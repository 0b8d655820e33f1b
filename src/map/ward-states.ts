import type { Map as MapLibreMap } from 'maplibre-gl';

/** Feature states of wards, by code, or of other named shapes, by id: written only where they differ from what was written before. */
export class WardStates {
  private readonly values = new Map<string, ReadonlyMap<string, unknown>>();

  constructor(
    private readonly map: MapLibreMap,
    private readonly source: string,
    /** null for a source that has none. */
    private readonly sourceLayer: string | null = 'polygons',
  ) {}

  /** Gives `name` its value for every ward of `wanted`, and takes it from all others. */
  setAll(name: string, wanted: ReadonlyMap<string, unknown>): void {
    if (!this.map.getSource(this.source)) return;
    const before = this.values.get(name) ?? new Map<string, unknown>();
    for (const code of before.keys())
      if (!wanted.has(code)) this.map.removeFeatureState(this.target(code), name);
    for (const [code, value] of wanted) {
      if (before.get(code) !== value) this.map.setFeatureState(this.target(code), { [name]: value });
    }
    this.values.set(name, wanted);
  }

  /** Makes `name` true for one ward and for no other. */
  setOne(name: string, code: string | null): void {
    this.setAll(name, code === null ? new Map() : new Map([[code, true]]));
  }

  /** The source was made anew and knows no states. */
  forget(): void {
    this.values.clear();
  }

  private target(code: string) {
    const { source, sourceLayer } = this;
    return sourceLayer === null ? { source, id: code } : { source, sourceLayer, id: code };
  }
}
