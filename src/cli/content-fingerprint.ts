import { createHash } from 'node:crypto';
import { contentPieces, type KeptContent } from '../formats/content-pack.ts';

/** The same as `contentHash` of `writeContent`, without holding a county's bytes at once. */
export function contentFingerprint(content: KeptContent): string {
  const hash = createHash('sha256');
  for (const piece of contentPieces(content)) hash.update(piece);
  return hash.digest('hex');
}
