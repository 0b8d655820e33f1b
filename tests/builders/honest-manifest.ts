import { fingerprintOfProject } from '../../src/formats/project-hash.ts';
import { sha256 } from '../../src/formats/sha-256.ts';

/** A manifest with sum, size and fingerprint of a changed part in place of those it had. */
export async function honestManifest(
  manifest: string,
  { path, before, after }: { readonly path: string; readonly before: string; readonly after: string },
): Promise<string> {
  const size = (text: string) => `"bytes":${new TextEncoder().encode(text).length},"path":"${path}"`;
  return manifest
    .replaceAll(await sha256(before), await sha256(after))
    .replaceAll(await printOf(before), await printOf(after))
    .replace(size(before), size(after));
}

/** Of what is no JSON there is none: any will do. */
async function printOf(text: string): Promise<string> {
  try {
    return await fingerprintOfProject(JSON.parse(text));
  } catch {
    return '0'.repeat(64);
  }
}
