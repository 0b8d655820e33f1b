import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { InputFile } from '../formats/byte-source.ts';

/** A file on disk as the readers take it. Throws Node's own error (ENOENT …) where it is not there. */
export function nodeFile(path: string): InputFile {
  const { size } = statSync(path);
  return {
    name: basename(path),
    size,
    stream: () => bytesOf(path, 0, size),
    slice: (start, end) => {
      const from = Math.min(Math.max(0, start), size);
      const to = Math.min(Math.max(from, end), size);
      return {
        size: to - from,
        stream: () => bytesOf(path, from, to),
        arrayBuffer: () => new Response(bytesOf(path, from, to)).arrayBuffer(),
      };
    },
  };
}

function bytesOf(path: string, from: number, to: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  // createReadStream's `end` is inclusive, so nothing at all cannot be asked of it.
  const read =
    to > from
      ? createReadStream(path, { start: from, end: to - 1, highWaterMark: 1_000_000 })
      : Readable.from([]);
  return Readable.toWeb(read) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
