import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';
import { fingerprintsOf } from './fingerprints-of.ts';

/** What is known of a project's fingerprints: null where they cannot be had, undefined where nobody asked yet. */
export function knownFingerprints(project: Project): Fingerprints | null | undefined {
  return known.get(project);
}

/** Has a project's fingerprints worked out while nobody waits for anything else; once for each project. */
export async function askFingerprints(context: AppContext, project: Project): Promise<void> {
  if (known.has(project) || asked.has(project)) return;
  asked.add(project);
  const found = await fingerprintsOf(context, project).catch(() => null);
  asked.delete(project);
  known.set(project, found);
  for (const heed of heeding) heed();
}

/** Calls `heed` whenever fingerprints come to be known; gives what ends it. */
export function onFingerprints(heed: () => void): () => void {
  heeding.add(heed);
  return () => void heeding.delete(heed);
}

const known = new WeakMap<Project, Fingerprints | null>();
const asked = new WeakSet<Project>();
const heeding = new Set<() => void>();
