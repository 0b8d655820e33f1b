import type { InputFile, ReadOptions } from '../../src/formats/read-file.ts';

/** A file in memory, handed over in chunks of `chunkBytes`. */
export function memoryFile(name: string, content: string | Uint8Array, chunkBytes = 65_536): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
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
  };
}

/** Options that report to nobody and never stop. */
export function quietly(): ReadOptions {
  return { onProgress: () => undefined, signal: new AbortController().signal };
}
