import { APP_VERSION } from '../domain/app-version.ts';
import type { InputName } from '../domain/project/differing-inputs.ts';
import { type LeavingPart, leavingParts } from '../domain/project/leaving-parts.ts';
import type { LeftOut } from '../domain/project/left-out.ts';
import type { Project } from '../domain/project/project.ts';
import { isNameOf, readContent } from '../formats/content-pack.ts';
import { readPack } from '../formats/pack.ts';
import { type HashOf, inputsHash, projectHash } from '../formats/project-hash.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import { linkTooLong, MAX_UNPACKED, readShareLink, writeShareLink } from '../formats/share-link.ts';
import { sharedView, sharePayload } from '../formats/share-payload.ts';
import type { KeptContents } from './kept-contents.ts';
import { hashesOf } from './project-files.ts';

/** What a person is about to share. */
export interface ShareQuestion {
  readonly way: 'link' | 'file';
  /** The view as it stands in the address bar, from '#' on. */
  readonly address: string;
  /** Whether the rows of all files go along in a link; in a file they always do. */
  readonly withRows: boolean;
}

/** What will leave, and the link itself. */
export interface ShareDraft {
  readonly parts: readonly LeavingPart[];
  readonly leftOut: readonly LeftOut[];
  /** The link's fragment, with its mark; null for a file, and where the link would be too long. */
  readonly link: string | null;
  /** Why there is no link; null where there is one, and for a file. */
  readonly problem: string | null;
}

/** What a link holds, its data in the worker as far as it was found. */
export interface OpenedLink {
  /** Its contents are named by their hashes. */
  readonly project: Project;
  readonly address: string;
  readonly inputs: readonly InputName[];
  /** Inputs whose data is neither in the link nor in this browser. */
  readonly missing: readonly InputName[];
  /** Files whose rows are in the link itself. */
  readonly withRows: number;
  /** The sender's work is made of other files than those shared: the rest was left out. */
  readonly isPart: boolean;
  /** Its fingerprint is that of the sender's work: nothing that counts was left out. */
  readonly isSame: boolean;
}

/** What leaves by a link or a file, and the link. Nothing confidential ever does. */
export async function draftShare(
  kept: KeptContents,
  project: Project,
  { way, address, withRows }: ShareQuestion,
): Promise<ShareDraft> {
  const bytes = new Map<string, number>();
  const written = way === 'link' ? await linkOf(kept, project, { address, withRows, bytes }) : NO_LINK;
  const rowsLeave = way === 'file' || withRows;
  const view = sharedView(project, { address, withRows });
  const listed = leavingParts(project, {
    leaveOutConfidential: true,
    leaveOutRowValues: !rowsLeave,
    rowBytes: (contentId) => (rowsLeave ? bytes.get(contentId) : null),
    view: way === 'link' ? plainAddress(view.address) : null,
  });
  const leftOut = way === 'link' ? [...listed.leftOut, ...view.leftOut] : listed.leftOut;
  return { ...listed, leftOut, ...written };
}

/** Reads a link and finds its data. Throws ProjectRefused with nothing taken. */
export async function openLink(kept: KeptContents, link: string, signal: AbortSignal): Promise<OpenedLink> {
  const payload = await readShareLink(link);
  const { project, address, inputs, rows } = payload;
  signal.throwIfAborted();
  for (const { hash, bytes } of rows) kept.take({ contentId: hash, hash }, readContent(bytes));
  const missing: InputName[] = [];
  for (const input of inputs) {
    if (await kept.find(input)) continue;
    kept.lose({ contentId: input.hash, hash: input.hash });
    missing.push(input);
  }
  const isPart = (await inputsHash(inputs.map(({ hash }) => hash))) !== payload.inputsHash;
  const isSame = (await projectHash(project, hashAsNamed(inputs))) === payload.projectHash;
  return { project, address, inputs, missing, withRows: rows.length, isPart, isSame };
}

/** In a link contents are named by their hashes; what it mentions beside its inputs is gone. */
function hashAsNamed(inputs: readonly InputName[]): HashOf {
  const named = new Set(inputs.map(({ hash }) => hash));
  return (name) => (named.has(name) ? name : undefined);
}

/** Takes from the demo borough's pack what is missing; gives what still is. */
export async function takeFromPack(
  kept: KeptContents,
  pack: Uint8Array,
  missing: readonly InputName[],
): Promise<readonly InputName[]> {
  const found = new Set<string>();
  for (const { table } of readPack(pack).contents) {
    for (const { hash } of missing.filter(({ rows }) => rows === table.rows)) {
      if (!(await isNameOf(hash, table, [null]))) continue;
      await kept.takeAs(hash, table);
      found.add(hash);
    }
  }
  return missing.filter(({ hash }) => !found.has(hash));
}

const NO_LINK = { link: null, problem: null };

async function linkOf(
  kept: KeptContents,
  project: Project,
  { address, withRows, bytes }: Omit<ShareQuestion, 'way'> & { readonly bytes: Map<string, number> },
): Promise<Pick<ShareDraft, 'link' | 'problem'>> {
  try {
    const hashes = await hashesOf(kept, project);
    const ids = new Map([...hashes].map(([contentId, hash]) => [hash, contentId]));
    let sum = 0;
    const contents = async (hash: string): Promise<Uint8Array> => {
      const contentId = ids.get(hash) ?? '';
      const packed = (await kept.pack(contentId)).bytes;
      bytes.set(contentId, packed.length);
      sum += packed.length;
      if (sum > MAX_UNPACKED) throw linkTooLong();
      return packed;
    };
    const { payload } = await sharePayload({
      project,
      hashOf: (contentId) => hashes.get(contentId),
      address,
      appVersion: APP_VERSION,
      ...(withRows ? { contents } : {}),
    });
    return { link: await writeShareLink(payload), problem: null };
  } catch (error) {
    if (error instanceof ProjectRefused) return { link: null, problem: error.message };
    throw error;
  }
}

/** An address as a person reads it. */
function plainAddress(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '));
  } catch {
    return address;
  }
}
