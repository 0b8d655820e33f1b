import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { InputFile } from '../formats/read-file.ts';

/** A file on disk as the readers take it. Throws Node's own error (ENOENT …) where it is not there. */
export function nodeFile(path: string): InputFile {
  const { size } = statSync(path);
  return {
    name: basename(path),
    size,
    stream: () =>
      Readable.toWeb(createReadStream(path, { highWaterMark: 1_000_000 })) as ReadableStream<Uint8Array>,
  };
}
