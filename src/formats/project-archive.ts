import { FileRefused } from '../domain/tables/file-report.ts';
import type { ArchiveMember } from './archive-member.ts';
import type { InputFile } from './byte-source.ts';
import { ProjectRefused, type RefusalCode } from './project-refused.ts';
import { openArchive } from './zip-archive.ts';

/** The zip that a .notspot file is, with the limits of `openArchive`; whatever is wrong with it is a ProjectRefused. */
export class ProjectArchive {
  private readonly file: InputFile;
  private readonly signal: AbortSignal;
  private readonly members: ReadonlyMap<string, ArchiveMember>;

  /** Opens a file: NOT_NOTSPOT where it is no zip. Throws the signal's reason on an abort, as all else here does. */
  static async open(file: InputFile, signal: AbortSignal): Promise<ProjectArchive> {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (head[0] !== 0x50 || head[1] !== 0x4b)
      throw new ProjectRefused('NOT_NOTSPOT', `${file.name} is not a file that Notspot saved.`);
    const listed = await said(file, signal, null, () => openArchive(file, signal));
    const members = new Map(listed.map((member) => [member.path, member]));
    const archive = new ProjectArchive(file, signal, members);
    if (members.size !== listed.length)
      throw archive.refusal('DAMAGED', 'is damaged: it holds two parts of one name');
    return archive;
  }

  private constructor(file: InputFile, signal: AbortSignal, members: ReadonlyMap<string, ArchiveMember>) {
    this.file = file;
    this.signal = signal;
    this.members = members;
  }

  get paths(): Iterable<string> {
    return this.members.keys();
  }

  /** Bytes of an entry as the directory says; null where it is not there. */
  sizeOf(path: string): number | null {
    return this.members.get(path)?.size ?? null;
  }

  /** The bytes of an entry, in an array of their own. MISSING where it is not there, TOO_LARGE beyond `most` bytes. */
  async bytes(path: string, most: number): Promise<Uint8Array> {
    const member = this.members.get(path);
    if (!member) throw this.refusal('MISSING', `is not whole: ${path} is missing`, path);
    const { size } = member;
    if (size > most)
      throw this.refusal('TOO_LARGE', `is too large: ${path} has over ${most / 1e6} MB, the limit`, path);
    return said(this.file, this.signal, path, async () => {
      const bytes = new Uint8Array(size);
      let at = 0;
      const reader = member.asFile().stream().getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return bytes.subarray(0, at);
        bytes.set(value, at);
        at += value.length;
      }
    });
  }

  /** The text of an entry. */
  async text(path: string, most: number): Promise<string> {
    return this.decoded(path, await this.bytes(path, most));
  }

  /** An entry's bytes as UTF-8. */
  decoded(path: string, bytes: Uint8Array): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw this.refusal('DAMAGED', `is damaged: ${path} is no text`, path);
    }
  }

  /** The refusal of this file. `what` goes on after its name. */
  refusal(code: RefusalCode, what: string, part: string | null = null): ProjectRefused {
    return new ProjectRefused(code, `${this.file.name} ${what}.`, part?.slice(0, 200) ?? null);
  }
}

/** What the archive refuses, said of a project file. */
async function said<T>(
  file: InputFile,
  signal: AbortSignal,
  path: string | null,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // An abort reaches here as whatever the archive took it for.
    signal.throwIfAborted();
    if (!(error instanceof FileRefused)) throw error;
    const found = error.report.issues.map(({ code }) => SAID.get(code)).find((one) => one !== undefined);
    const [code, words] = found ?? BROKEN;
    throw new ProjectRefused(code, `${file.name} ${words}`, path);
  }
}

const BROKEN: readonly [RefusalCode, string] = [
  'DAMAGED',
  'is damaged or not whole. Copy it again from where it was saved.',
];
const SAID = new Map<string, typeof BROKEN>([
  [
    'TOO_LARGE',
    ['TOO_LARGE', 'is larger than 2 GB, lists over 1,000 parts or unpacks to over 200 times its size.'],
  ],
  [
    'ZIP_ENCRYPTED',
    ['LOCKED', 'is locked with a password. Notspot saves without one: unpack and pack it again.'],
  ],
  [
    'ZIP_UNSAFE_PATH',
    ['UNSAFE_PATH', 'holds a part whose path leads out of it. Notspot did not write that.'],
  ],
]);
