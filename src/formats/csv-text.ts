import type { ByteSource } from './byte-source.ts';

/** The text of a file, chunk by chunk. Throws NotUtf8 at the first bytes that are none, where it is to be UTF-8. */
export async function* csvText(
  source: ByteSource,
  encoding: 'utf-8' | 'windows-1252',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  for await (const chunk of source.chunks()) yield decoded(decoder, chunk);
  yield decoded(decoder, null);
}

/**
 * A cell of text read as Windows-1252, put right where its bytes are UTF-8 after all; null where they are not. Files
 * joined from several sources hold both.
 */
export function utf8Cell(cell: string): string | null {
  try {
    return STRICT.decode(Uint8Array.from(cell, (letter) => BYTES.get(letter) ?? 0));
  } catch {
    return null;
  }
}

/** The text holds bytes that are no UTF-8. */
export class NotUtf8 extends Error {}

function decoded(decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new NotUtf8();
  }
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The byte that Windows-1252 reads as each of its 256 letters. */
const BYTES = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (letter, byte) => [letter, byte],
  ),
);
