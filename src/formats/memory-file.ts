import type { FileSlice, InputFile } from './byte-source.ts';

/** Most bytes unpacked into memory at once, for formats that are read in slices. */
export const MAX_MEMORY_BYTES = 500_000_000;

/** `bytes`, unpacked from somewhere, as a file of that name. Nothing is copied until a slice is read. */
export function memoryFile(name: string, bytes: Uint8Array): InputFile {
  return {
    name,
    ...sliceOf(bytes, 0, bytes.length),
    slice: (start, end) => sliceOf(bytes, start, end),
  };
}

/** Gathers `chunks` into one array; null as soon as they exceed `mostBytes`. */
export async function gatherBytes(
  chunks: AsyncGenerator<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array | null> {
  let bytes = new Uint8Array(65_536);
  let length = 0;
  for await (const chunk of chunks) {
    const needed = length + chunk.length;
    if (needed > mostBytes) return null;
    if (needed > bytes.length) {
      const larger = new Uint8Array(Math.min(mostBytes, Math.max(needed, bytes.length * 2)));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(chunk, length);
    length = needed;
  }
  return bytes.subarray(0, length);
}

function sliceOf(bytes: Uint8Array, start: number, end: number): FileSlice {
  const part = bytes.subarray(Math.max(0, start), Math.max(0, end));
  return {
    size: part.length,
    stream: () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at < part.length) controller.enqueue(part.slice(at, at + CHUNK_BYTES));
          else controller.close();
          at += CHUNK_BYTES;
        },
      });
    },
    arrayBuffer: async () => part.slice().buffer as ArrayBuffer,
  };
}

const CHUNK_BYTES = 1_000_000;
