import { splitContentAsRead } from '../../domain/geo/coordinate-choice.ts';
import { type Box, boxOf, boxOfPoints } from '../../domain/geo/geometry.ts';
import type { SourceTable } from '../../domain/tables/source-table.ts';
import type { TileSource } from '../compute-api.ts';
import type { KeptSides } from '../studies/before-after.ts';
import type { StudyBench } from '../study-bench.ts';
import { premisesTile } from './premises-tile.ts';
import { type ShapesTileIndex, shapesTile, shapesTileIndex } from './shapes-tile.ts';
import { tableWithPlaces } from './table-with-places.ts';

/** What tiles are cut from. */
export interface MapTilesFrom {
  /** A content by the name that `contentAsRead` gives it; null where it is not loaded. */
  readonly table: (name: string) => Promise<SourceTable | null>;
  readonly latest: () => StudyBench['latest'];
  readonly kept: StudyBench['kept'];
}

/** Cuts the map's tiles out of what the worker holds, and keeps the indexes of shapes it has cut before. */
export class MapTiles {
  private readonly indexes = new Map<string, ShapesTileIndex>();

  constructor(private readonly from: MapTilesFrom) {}

  /** The bytes of a source's tile; none where nothing lies there, or the source is not ready. */
  async tile(source: TileSource, z: number, x: number, y: number): Promise<ArrayBuffer> {
    if (source.kind === 'premises') {
      if (source.count) {
        const sides = this.from.kept.get('before-after') as KeptSides | undefined;
        return sides ? premisesTile(sides.tiles[source.count], z, x, y) : new ArrayBuffer(0);
      }
      const latest = this.from.latest();
      if (!latest) return new ArrayBuffer(0);
      const { prepared, analysis } = latest;
      return premisesTile(
        { premises: prepared.premises, rowState: analysis.rowState, rowChance: analysis.rowChance },
        z,
        x,
        y,
      );
    }
    if (source.kind === 'study') {
      const kept = this.from.kept.get(source.study) as ShapesTileIndex | undefined;
      return kept ? shapesTile(kept, z, x, y) : new ArrayBuffer(0);
    }
    const table = await this.from.table(source.contentId);
    if (!table) return new ArrayBuffer(0);
    let index = this.indexes.get(source.contentId);
    if (!index) {
      index = shapesTileIndex(await tableWithPlaces(table));
      this.indexes.set(source.contentId, index);
    }
    return shapesTile(index, z, x, y);
  }

  /** Where a content lies, by the name that `contentAsRead` gives it; null where it has no places. */
  async boxOf(name: string): Promise<Box | null> {
    const table = await this.from.table(name);
    if (!table) return null;
    const { polygons, lines, points } = table.geometry;
    const { contentId } = splitContentAsRead(name);
    const shapes = polygons ?? lines;
    if (shapes) return boxOf(shapes.coordinates);
    if (points) return boxOfPoints(points);
    // A CSV has no geometry of its own: where its rows were placed is what it covers.
    const latest = this.from.latest();
    const counted = latest?.project.datasets.find(
      (dataset) => dataset.contentId === contentId && dataset.role === 'premises',
    );
    if (counted && latest) return boxOfPoints(latest.prepared.premises);
    const placed = (await tableWithPlaces(table)).geometry.points;
    return placed && boxOfPoints(placed);
  }

  /** Gives back the indexes of these contents. */
  forget(contentIds: readonly string[]): void {
    for (const name of this.indexes.keys())
      if (contentIds.includes(splitContentAsRead(name).contentId)) this.indexes.delete(name);
  }
}
