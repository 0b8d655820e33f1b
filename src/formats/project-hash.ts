import { withContentNames } from '../domain/project/content-names.ts';
import type { Project } from '../domain/project/project.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha-256.ts';

/** The hash (`contentHash`) of a content; undefined where it is not there. */
export type HashOf = (contentId: string) => string | undefined;

/** What a mention of a content says once its file is gone. */
const GONE = 'gone';

/**
 * The project with contents named by their hash, whatever they were called: two people with the same inputs and the same
 * project have the same. Throws an Error where one of its files has no hash.
 */
export function projectByHashes(project: Project, hashOf: HashOf): Project {
  const nameless = project.datasets.find(({ contentId }) => hashOf(contentId) === undefined);
  if (nameless) throw new Error(`The data of ${nameless.fileName} is not there.`);
  return withContentNames(project, (contentId) => hashOf(contentId) ?? GONE);
}

/** SHA-256 of the project's canonical form: canonical JSON with contents named by their hash. */
export async function projectHash(project: Project, hashOf: HashOf): Promise<string> {
  return sha256(canonicalJson(projectByHashes(project, hashOf)));
}

/** SHA-256 over the hashes of contents, each once, sorted, a line each: the same inputs in any order have the same. */
export async function inputsHash(hashes: Iterable<string>): Promise<string> {
  return sha256([...new Set(hashes)].sort().join('\n'));
}
