import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { NO_GEOMETRY } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';
import type { FileHeights } from '../../src/domain/terrain/file-heights.ts';
import { contentHash, writeContent } from '../../src/formats/content-pack.ts';
import type { HashOf } from '../../src/formats/project-hash.ts';

/** Two cells, one of which is not known. */
const SMALL_HEIGHTS: FileHeights = {
  system: BRITISH_NATIONAL_GRID,
  verticalDatum: 'Ordnance Datum Newlyn',
  west: 530_000,
  north: 180_000,
  cellWidth: 1,
  cellHeight: 1,
  columns: 2,
  rows: 1,
  heights: Float32Array.of(20.25, Number.NaN),
};

/** Small contents for every file of a project, with their hashes. */
export async function contentsOf(project: Project): Promise<{
  readonly hashOf: HashOf;
  readonly contents: (hash: string) => Promise<Uint8Array>;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}> {
  const hashes = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  for (const dataset of project.datasets) {
    const table = {
      fileName: dataset.fileName,
      format: dataset.format,
      rows: dataset.rows,
      columns: dataset.columnNames.map((name) =>
        textColumn(
          name,
          Array.from({ length: dataset.rows }, (_, row) => `${name} ${row % 3}`),
        ),
      ),
      geometry: NO_GEOMETRY,
      headerAssumed: false,
      ...(dataset.heights ? { heights: SMALL_HEIGHTS } : {}),
    };
    const packed = writeContent(table);
    const hash = await contentHash(packed);
    hashes.set(dataset.contentId, hash);
    bytes.set(hash, packed);
  }
  return {
    hashOf: (contentId) => hashes.get(contentId),
    contents: async (hash) => {
      const found = bytes.get(hash);
      if (!found) throw new Error(`There is no content ${hash}.`);
      return found;
    },
    bytes,
  };
}
