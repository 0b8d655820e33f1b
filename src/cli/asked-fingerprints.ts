import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import { inputsHash, projectHash } from '../formats/project-hash.ts';

export interface AskedHashes {
  /** Of every table that the command line names, as the app names it, by content. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Content of the premises that other files were joined to; null where none were. */
  readonly joined: string | null;
}

/**
 * The fingerprints of a command line's project. The inputs' is what the app has for the same files; the project's is of
 * the command line's own project, which is another one.
 */
export async function askedFingerprints(
  project: Project,
  { hashes, joined }: AskedHashes,
): Promise<Fingerprints> {
  const inputs = await inputsHash(hashes.values());
  // The joined files are no datasets of the project: what they are joined to stands for them.
  const hashOf = (contentId: string) => (contentId === joined ? inputs : hashes.get(contentId));
  return { inputs, project: await projectHash(project, hashOf) };
}
