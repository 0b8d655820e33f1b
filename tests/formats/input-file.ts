import { openNodeDatabase } from '../../src/cli/node-database.ts';
import type { InputFile, ReadOptions } from '../../src/formats/byte-source.ts';
import { readFile } from '../../src/formats/read-file.ts';
import type { ReadTable } from '../../src/formats/read-table.ts';

/** A file in memory, handed over in chunks of `chunkBytes`. */
export function memoryFile(name: string, content: string | Uint8Array, chunkBytes = 65_536): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    ...slice(bytes, chunkBytes),
    slice: (start, end) => slice(bytes.slice(start, end), chunkBytes),
  };
}

function slice(bytes: Uint8Array, chunkBytes: number) {
  return {
    size: bytes.length,
    stream: () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.slice(at, at + chunkBytes));
          at += chunkBytes;
        },
      });
    },
    arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
  };
}

/** Reads a file that must hold exactly one table. */
export async function readOne(file: InputFile, options: ReadOptions): Promise<ReadTable> {
  const tables = await readFile(file, options);
  if (tables.length !== 1) throw new Error(`${file.name} holds ${tables.length} tables, not one.`);
  return tables[0];
}

/** A file whose bytes come from `stream` alone, for readers that walk it once. */
export function streamedFile(
  name: string,
  size: number,
  stream: () => ReadableStream<Uint8Array>,
): InputFile {
  return {
    name,
    size,
    stream,
    slice: () => {
      throw new Error('This file is only streamed.');
    },
  };
}

/** Options that report to nobody and never stop. */
export function quietly(): ReadOptions {
  return {
    onProgress: () => undefined,
    signal: new AbortController().signal,
    openDatabase: openNodeDatabase,
  };
}
