import { createHash } from 'node:crypto';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { contentPieces } from '../formats/content-pack.ts';

/** The same as `contentHash` of `writeContent`, without holding a county's bytes at once. */
export function contentFingerprint(table: SourceTable): string {
  const hash = createHash('sha256');
  for (const piece of contentPieces(table)) hash.update(piece);
  return hash.digest('hex');
}
