import type { Project } from '../../src/domain/project/project.ts';
import { NO_GEOMETRY } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';
import { contentHash, writeContent } from '../../src/formats/content-pack.ts';
import type { HashOf } from '../../src/formats/project-hash.ts';

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
