import { transfer } from 'comlink';
import { FileRefused, type FileReport } from '../domain/tables/file-report.ts';
import type { InputFile, ReadOptions } from '../formats/byte-source.ts';
import type { ReadTable } from '../formats/read-table.ts';

/** What a reading worker answers: an error's report would not come through as one. */
export type ReadAnswer = { readonly tables: readonly ReadTable[] } | { readonly refused: FileReport };

/** The jobs of a worker that reads one file and is ended then. */
export interface FileReading {
  read(file: InputFile, onProgress: ReadOptions['onProgress']): Promise<ReadAnswer>;
}

/** Reads with the readers of formats; the tables' buffers are given away with the answer. */
export function fileReading(options: Pick<ReadOptions, 'openDatabase'>): FileReading {
  return {
    read: async (file, onProgress) => {
      try {
        const { readFile } = await import('./read-files.ts');
        const { signal } = new AbortController();
        const tables = await readFile(file, { ...options, onProgress, signal });
        return transfer({ tables }, [...buffersOf(tables)]);
      } catch (error) {
        if (error instanceof FileRefused) return { refused: error.report };
        throw error;
      }
    },
  };
}

/** Every buffer within a plain value, once. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found);
  return found;
}
