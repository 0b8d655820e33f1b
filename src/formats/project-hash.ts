import type { Project } from '../domain/project/project.ts';
import { withContentNames } from '../domain/project/with-content-names.ts';
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

/** The fingerprint (`fingerprintOfProject`) of a project whatever its contents are called. Throws as `projectByHashes`. */
export async function projectHash(project: Project, hashOf: HashOf): Promise<string> {
  return fingerprintOfProject(projectByHashes(project, hashOf));
}

/**
 * The fingerprint of a project whose contents are named by their hash, or of its JSON: SHA-256 of its canonical form, but
 * for what is told and not counted: its name, what was reported and suggested when its files were read, and what digs and
 * plans were answered. So that of a copy out of a link, which is called otherwise and tells no places out of rows, is that of the work
 * it was made from.
 */
export async function fingerprintOfProject(project: unknown): Promise<string> {
  if (typeof project !== 'object' || project === null) return sha256(canonicalJson(project));
  const counted = Object.entries(project).flatMap(([name, part]) => {
    if (name === 'name') return [];
    const untold = UNTOLD.get(name);
    const isList = untold !== undefined && Array.isArray(part);
    return [[name, isList ? part.map((item) => without(item, untold)) : part] as const];
  });
  return sha256(canonicalJson(Object.fromEntries(counted)));
}

/** By list of a project: what of its items is told and not counted. */
const UNTOLD: ReadonlyMap<string, readonly string[]> = new Map([
  ['datasets', ['report', 'suggestion']],
  ['designs', ['result']],
  ['plans', ['designs']],
]);

function without(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** SHA-256 over the hashes of contents, each once, sorted, a line each: the same inputs in any order have the same. */
export async function inputsHash(hashes: Iterable<string>): Promise<string> {
  return sha256([...new Set(hashes)].sort().join('\n'));
}
