import { APP_VERSION } from '../domain/app-version.ts';
import type { Fingerprints } from '../domain/project/fingerprints.ts';
import type { Project } from '../domain/project/project.ts';
import type { InputFile } from '../formats/byte-source.ts';
import { type ReadProjectOptions, readProjectFile, writeProjectFile } from '../formats/project-file.ts';
import { inputsHash, projectHash } from '../formats/project-hash.ts';
import type { KeptContentName } from '../storage/kept-records.ts';
import type { KeptContents } from './kept-contents.ts';

export interface WrittenProjectFile {
  readonly blob: Blob;
  readonly bytes: number;
}

export interface OpenedProjectFile {
  /** Its contents are named by their hashes, and are in the worker. */
  readonly project: Project;
  readonly contents: readonly KeptContentName[];
  /** ISO instant; as the file says. */
  readonly savedAt: string;
  readonly fingerprints: Fingerprints;
  /** What was left out as confidential when it was written. */
  readonly leftOut: { readonly files: number; readonly layers: number };
}

export interface WriteOptions extends ReadProjectOptions {
  readonly leaveOutConfidential: boolean;
  readonly savedAt: string;
}

/** The project with all its data as a .notspot file. Throws ProjectRefused beyond its limits. */
export async function writeWorkFile(
  kept: KeptContents,
  project: Project,
  options: WriteOptions,
): Promise<WrittenProjectFile> {
  const hashes = await hashesOf(kept, project);
  const ids = new Map([...hashes].map(([contentId, hash]) => [hash, contentId]));
  const blob = await writeProjectFile({
    project,
    hashOf: (contentId) => hashes.get(contentId),
    contents: async (hash) => (await kept.pack(ids.get(hash) ?? '')).bytes,
    appVersion: APP_VERSION,
    ...options,
  });
  return { blob, bytes: blob.size };
}

/** Reads a .notspot file and puts its contents into the worker. Throws ProjectRefused with nothing taken. */
export async function openWorkFile(
  kept: KeptContents,
  file: InputFile,
  options: ReadProjectOptions,
): Promise<OpenedProjectFile> {
  const { project, contents, manifest } = await readProjectFile(file, options);
  options.signal.throwIfAborted();
  const names = contents.map(({ hash }) => ({ contentId: hash, hash }));
  for (const [i, { content }] of contents.entries()) kept.take(names[i], content);
  return {
    project,
    contents: names,
    savedAt: manifest.savedAt,
    fingerprints: { inputs: manifest.inputsHash, project: await projectHash(project, (hash) => hash) },
    leftOut: manifest.leftOut,
  };
}

/** The fingerprints of a project whose data is loaded. `quiet` is waited for before each of its files. */
export async function fingerprintsOf(
  kept: KeptContents,
  project: Project,
  quiet?: () => Promise<void>,
): Promise<Fingerprints> {
  const hashes = await hashesOf(kept, project, quiet);
  return {
    inputs: await inputsHash(hashes.values()),
    project: await projectHash(project, (contentId) => hashes.get(contentId)),
  };
}

/** The hash of each content that a project names. */
export async function hashesOf(
  kept: KeptContents,
  project: Project,
  quiet?: () => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const { contentId } of project.datasets) {
    await quiet?.();
    hashes.set(contentId, await kept.hashOf(contentId));
  }
  return hashes;
}
