import type { Project } from '../domain/project/project.ts';
import { withoutConfidential } from '../domain/project/without-confidential.ts';
import { type InputFile, MAX_UNPACKED_BYTES } from './byte-source.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './check-json.ts';
import {
  contentHash,
  contentSize,
  type KeptContent,
  MOST_CONTENT_MEMORY,
  readContent,
} from './content-pack.ts';
import { ProjectArchive } from './project-archive.ts';
import { MARK_PATH, PROJECT_MIME_TYPE } from './project-file-mark.ts';
import { fingerprintOfProject, type HashOf, inputsHash, projectByHashes } from './project-hash.ts';
import { PROJECT_FILE_VERSION, type ProjectManifest, readManifest } from './project-manifest.ts';
import { migrated } from './project-migrations.ts';
import { ProjectRefused } from './project-refused.ts';
import { PROJECT_SCHEMA, readProject } from './project-schema.ts';
import { sha256 } from './sha-256.ts';
import { type ZipEntry, zipOf } from './zip-write.ts';

/** What is written into a .notspot file. */
export interface ProjectFileInput {
  readonly project: Project;
  readonly hashOf: HashOf;
  /** The bytes (`writeContent`) of a content by its hash; asked for one at a time. */
  readonly contents: (hash: string) => Promise<Uint8Array>;
  /** When, as ISO 8601 in UTC: "2026-11-27T06:35:00.000Z". */
  readonly savedAt: string;
  readonly appVersion: string;
  /** Leaves out what is marked confidential and what depends on it (`withoutConfidential`). */
  readonly leaveOutConfidential?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, what: string) => void;
}

/** A project out of a .notspot file. Its contents are named by their hashes. */
export interface ProjectFileRead {
  readonly project: Project;
  readonly contents: readonly { readonly hash: string; readonly content: KeptContent }[];
  readonly manifest: ProjectManifest;
}

/** How reading is told of and stopped. */
export interface ReadProjectOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number, what: string) => void;
}

const MANIFEST = 'manifest.json';
const PROJECT = 'project.json';

/**
 * A project as a .notspot file: a zip of a mark, manifest.json, project.json (canonical, contents named by hash) and
 * contents/<hash>.nspk. The same project, time and version give the same bytes wherever the browser packs alike. Throws
 * ProjectRefused TOO_LARGE beyond 2 GB, which could not be read again, and WRONG_HASH for a content that is another.
 */
export async function writeProjectFile(input: ProjectFileInput): Promise<Blob> {
  const shared = input.leaveOutConfidential ? withoutConfidential(input.project) : null;
  const project = projectByHashes(shared?.project ?? input.project, input.hashOf);
  // What could not be read again is not written; here and at the manifest.
  readProject(project);
  const json = new TextEncoder().encode(canonicalJson(project));
  const hashes = contentHashes(project);
  if (hashes.length > MOST_FILES)
    throw new ProjectRefused(
      'TOO_LARGE',
      `The project holds over ${MOST_FILES} files of data, more than one file may. Forget files that are not needed.`,
    );
  const parts = [{ path: PROJECT, bytes: json.length, sha256: await sha256(json) }];
  let total = json.length;
  let memory = 0;
  for (const [i, hash] of hashes.entries()) {
    input.signal?.throwIfAborted();
    input.onProgress?.(i / hashes.length / 2, 'Checking data');
    const bytes = await checkedContent(input, hash);
    parts.push({ path: pathOf(hash), bytes: bytes.length, sha256: hash });
    total += bytes.length;
    memory += contentSize(bytes);
  }
  if (total > MAX_UNPACKED_BYTES - 100_000_000 || memory > MOST_CONTENT_MEMORY)
    throw new ProjectRefused(
      'TOO_LARGE',
      'The project holds over 1.9 GB of data (2.5 GB unpacked), more than a file may. Forget files that are not needed.',
    );
  const manifest: ProjectManifest = {
    format: 'notspot',
    version: PROJECT_FILE_VERSION,
    schema: PROJECT_SCHEMA,
    appVersion: input.appVersion,
    savedAt: input.savedAt,
    projectHash: await fingerprintOfProject(project),
    inputsHash: await inputsHash(hashes),
    leftOut: {
      files: countOf('file'),
      layers: countOf('layer'),
    },
    parts,
  };
  readManifest(canonicalJson(manifest), 'The file');
  return zipOf(entriesOf(input, { manifest, json, hashes }));

  function countOf(kind: 'file' | 'layer'): number {
    return shared?.leftOut.filter((part) => part.kind === kind).length ?? 0;
  }
}

/**
 * The project that a .notspot file holds, all of it checked before anything is returned: limits of `openArchive`, every
 * entry listed and every listed one there, sizes and hashes, project and contents whole. Throws ProjectRefused, and the
 * signal's reason on an abort: TOO_LARGE before it takes more memory than MOST_CONTENT_MEMORY. The bytes of one content are
 * held at a time, beside what those before it unpacked to.
 */
export async function readProjectFile(
  file: InputFile,
  { signal, onProgress }: ReadProjectOptions,
): Promise<ProjectFileRead> {
  onProgress(0, `Opening ${file.name}`);
  const archive = await ProjectArchive.open(file, signal);
  if (archive.sizeOf(MANIFEST) === null)
    throw archive.refusal('NOT_NOTSPOT', 'is a zip, but not one that Notspot saved');
  const manifest = readManifest(await archive.text(MANIFEST, MOST_JSON_BYTES), file.name);
  checkParts(manifest, archive);
  const json = await partBytes(PROJECT, manifest, archive);
  const parsed = parseJson(archive.decoded(PROJECT, json), `The project in ${file.name}`);
  const sums = [
    await fingerprintOfProject(parsed),
    manifest.parts.find(({ path }) => path === PROJECT)?.sha256,
  ];
  // The first files had the sum of the whole project there.
  if (!sums.includes(manifest.projectHash)) throw wrongHash(archive, PROJECT);
  const project = readProject(migrated(parsed, manifest.schema, 'project'));
  const hashes = contentHashes(project);
  checkContents(hashes, manifest, archive);
  if (manifest.inputsHash !== (await inputsHash(hashes))) throw wrongHash(archive, 'inputsHash');
  const contents: { readonly hash: string; readonly content: KeptContent }[] = [];
  let memory = 0;
  for (const [i, hash] of hashes.entries()) {
    signal.throwIfAborted();
    const fileName = project.datasets.find(({ contentId }) => contentId === hash)?.fileName;
    onProgress(i / hashes.length, `Reading ${fileName}`);
    const bytes = await partBytes(pathOf(hash), manifest, archive);
    memory += checkedRead(archive, () => contentSize(bytes));
    if (memory > MOST_CONTENT_MEMORY)
      throw archive.refusal(
        'TOO_LARGE',
        `unpacks to over ${MOST_CONTENT_MEMORY / 1e9} GB at ${fileName}`,
        pathOf(hash),
      );
    contents.push({ hash, content: checkedRead(archive, () => readContent(bytes)) });
  }
  onProgress(1, `Read ${file.name}`);
  return { project, contents, manifest };
}

/** Names of the contents of a project whose contents are named by hash: each once, sorted. */
function contentHashes({ datasets }: Project): string[] {
  return [...new Set(datasets.map(({ contentId }) => contentId))].sort();
}

function pathOf(hash: string): string {
  return `contents/${hash}.nspk`;
}

async function checkedContent({ contents }: ProjectFileInput, hash: string): Promise<Uint8Array> {
  const bytes = await contents(hash);
  if ((await contentHash(bytes)) !== hash)
    throw new ProjectRefused(
      'WRONG_HASH',
      'Data of this project has changed since it was kept.',
      pathOf(hash),
    );
  return bytes;
}

async function* entriesOf(
  input: ProjectFileInput,
  whole: {
    readonly manifest: ProjectManifest;
    readonly json: Uint8Array;
    readonly hashes: readonly string[];
  },
): AsyncGenerator<ZipEntry> {
  const encoder = new TextEncoder();
  yield { path: MARK_PATH, bytes: encoder.encode(PROJECT_MIME_TYPE), stored: true };
  yield { path: MANIFEST, bytes: encoder.encode(canonicalJson(whole.manifest)) };
  yield { path: PROJECT, bytes: whole.json };
  for (const [i, hash] of whole.hashes.entries()) {
    input.signal?.throwIfAborted();
    input.onProgress?.(0.5 + i / whole.hashes.length / 2, 'Packing data');
    yield { path: pathOf(hash), bytes: await checkedContent(input, hash) };
  }
}

/** Every part there in the size that the manifest says, and nothing else. */
function checkParts(manifest: ProjectManifest, archive: ProjectArchive): void {
  const paths = new Set(manifest.parts.map(({ path }) => path));
  if (paths.size !== manifest.parts.length)
    throw archive.refusal('DAMAGED', 'is damaged: its manifest lists a part twice', MANIFEST);
  for (const { path, bytes } of manifest.parts) {
    const size = archive.sizeOf(path);
    if (size === null) throw archive.refusal('MISSING', `is not whole: ${path} is missing`, path);
    if (size !== bytes)
      throw archive.refusal('DAMAGED', `is damaged: ${path} has another size than it should`, path);
  }
  if (!paths.has(PROJECT)) throw archive.refusal('MISSING', 'is not whole: it lists no project', PROJECT);
  for (const path of archive.paths)
    if (path !== MARK_PATH && path !== MANIFEST && !paths.has(path)) throw unlisted(archive, path);
}

/** The contents of the project, all of them, and no others. */
function checkContents(hashes: readonly string[], manifest: ProjectManifest, archive: ProjectArchive): void {
  const needed = new Map(hashes.map((hash) => [pathOf(hash), hash]));
  for (const [path, hash] of needed)
    if (!manifest.parts.some((part) => part.path === path && part.sha256 === hash))
      throw archive.refusal('MISSING', 'is not whole: data of the project is missing', path);
  for (const { path } of manifest.parts)
    if (path !== PROJECT && !needed.has(path)) throw unlisted(archive, path);
}

async function partBytes(
  path: string,
  manifest: ProjectManifest,
  archive: ProjectArchive,
): Promise<Uint8Array> {
  const bytes = await archive.bytes(path, path === PROJECT ? MOST_JSON_BYTES : MAX_UNPACKED_BYTES);
  if ((await sha256(bytes)) !== manifest.parts.find((part) => part.path === path)?.sha256)
    throw wrongHash(archive, path);
  return bytes;
}

/** Damage is the file's: a content that is none of ours was put in by somebody else. */
function checkedRead<T>(archive: ProjectArchive, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ProjectRefused) || error.code !== 'NOT_NOTSPOT') throw error;
    throw archive.refusal('DAMAGED', 'is damaged: it holds data that Notspot did not write', error.part);
  }
}

function wrongHash(archive: ProjectArchive, path: string): ProjectRefused {
  return archive.refusal('WRONG_HASH', `is damaged or was changed: ${path} is not what was saved`, path);
}

function unlisted(archive: ProjectArchive, path: string): ProjectRefused {
  return archive.refusal('UNLISTED', 'was changed: it holds something that does not belong to it', path);
}

/** What `openArchive` lists, but for mark, manifest and project. */
const MOST_FILES = 990;
/** Most bytes of manifest or project. */
const MOST_JSON_BYTES = 200_000_000;
