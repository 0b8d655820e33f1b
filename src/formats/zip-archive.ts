import { type FileEntry, Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { FileRefused, type IssueCode } from '../domain/tables/file-report.ts';
import { type Refusal, refuseFile } from '../domain/tables/refuse-file.ts';
import type { ArchiveMember } from './archive-member.ts';
import { type InputFile, MAX_RATIO, MAX_UNPACKED_BYTES } from './byte-source.ts';
import { gatherBytes, MAX_MEMORY_BYTES, memoryFile } from './memory-file.ts';
import { hasDataName } from './zip-members.ts';

/** Most entries that an archive may list. */
const MAX_ENTRIES = 1000;

/**
 * Reads the directory of a zip and checks it before anything is unpacked. Throws FileRefused beyond 1,000 entries, 2 GB
 * or 200 times the packed size; for passwords, unsafe paths, sizes that cannot be, and for what is no sound zip.
 */
export async function openArchive(file: InputFile, signal: AbortSignal): Promise<readonly ArchiveMember[]> {
  const entries: FileEntry[] = [];
  const reader = new ZipReader(new SliceReader(file), {
    useWebWorkers: false,
    useCompressionStream: true,
    strictness: 'balanced',
    filenameValidation: 'tolerant',
  });
  let listed = 0;
  let unsafe: string | null = null;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      signal.throwIfAborted();
      if (++listed > MAX_ENTRIES)
        throw refused(
          file,
          'TOO_LARGE',
          `lists more than ${MAX_ENTRIES} files, the limit. Unpack it and load what you need.`,
        );
      if (!isSafePath(entry.filename)) unsafe ??= entry.filename;
      if (!entry.directory) entries.push(entry);
    }
    if (reader.warnings?.some(({ reason }) => reason === HIDDEN_ENTRIES) || !(await endsWhole(file)))
      throw new Error('More in the directory than it says, or less at its end.');
  } catch (error) {
    throw refusalOf(error, file, null);
  }
  if (unsafe !== null) throw unsafePath(file, unsafe, entries);
  checkDirectory(file, entries);
  return entries.map((entry) => memberOf(file, entry, signal));
}

/** Refuses by what the directory alone tells. */
function checkDirectory(file: InputFile, entries: readonly FileEntry[]): void {
  let total = 0;
  for (const entry of entries) {
    const { filename, compressedSize, uncompressedSize } = entry;
    if (entry.encrypted)
      throw refused(
        file,
        'ZIP_ENCRYPTED',
        'is locked with a password. Unpack it with that password and load what is inside.',
        filename,
      );
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw refused(
        file,
        'ZIP_CORRUPT',
        'is damaged or packed in a way that is not read. Unpack it and pack it again as an ordinary zip.',
        filename,
      );
    if (
      entry.offset + LOCAL_HEADER_BYTES + compressedSize > file.size ||
      (entry.compressionMethod === STORED && compressedSize !== uncompressedSize)
    )
      throw refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, filename);
    total += uncompressedSize;
    if (total > MAX_UNPACKED_BYTES)
      throw refused(
        file,
        'TOO_LARGE',
        'is larger than 2 GB when unpacked, the limit. Cut it to your area and load it again.',
        filename,
      );
    if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
      throw refused(
        file,
        'TOO_LARGE',
        `grows more than ${MAX_RATIO} times when unpacked, the limit. Unpack it and load what is inside.`,
        filename,
      );
  }
  if (total > RATIO_FROM_BYTES && total > file.size * MAX_RATIO)
    throw refused(
      file,
      'TOO_LARGE',
      `grows more than ${MAX_RATIO} times when unpacked, the limit. Unpack it and load what is inside.`,
    );
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (let at = 1; at < inOrder.length; at++) {
    const { offset, compressedSize } = inOrder[at - 1];
    if (offset + LOCAL_HEADER_BYTES + compressedSize > inOrder[at].offset)
      throw refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, inOrder[at].filename);
  }
}

function memberOf(file: InputFile, entry: FileEntry, signal: AbortSignal): ArchiveMember {
  const { filename: path, uncompressedSize: size } = entry;
  const name = `${file.name}: ${path}`;
  const stream = () => unpackedBytes(file, entry, signal);
  const bytes = async () => {
    if (size > MAX_MEMORY_BYTES)
      throw refused(
        file,
        'TOO_LARGE',
        `holds a file larger than ${MAX_MEMORY_BYTES / 1_000_000} MB that is read in one piece. Unpack the archive and load that file.`,
        path,
      );
    const all = await gatherBytes(streamChunks(stream()), size);
    if (all === null) throw refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, path);
    return all;
  };
  return {
    path,
    size,
    bytes,
    asFile: () => ({
      name,
      size,
      stream,
      slice: () => {
        throw new Error(`${name} is packed: unpack it to read a part of it.`);
      },
    }),
    asFileInMemory: async () => memoryFile(name, await bytes()),
  };
}

/** The bytes of one entry, counted: the stream breaks with FileRefused where they are not what the directory says. */
function unpackedBytes(file: InputFile, entry: FileEntry, signal: AbortSignal): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  let unpacked = 0;
  const sink = new WritableStream<Uint8Array>({
    async write(chunk) {
      unpacked += chunk.length;
      if (unpacked > entry.uncompressedSize)
        throw refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, entry.filename);
      // Small steps keep cancelling quick.
      for (let from = 0; from < chunk.length; from += STEP_BYTES)
        await writer.write(chunk.slice(from, from + STEP_BYTES));
    },
  });
  const unpacking = entry.getData(sink, {
    useWebWorkers: false,
    checkSignature: true,
    // Only the directory counts; what the local headers say is not used, the bytes are counted.
    strictness: 'tolerant',
    checkOverlappingEntry: true,
    signal: AbortSignal.any([signal, stop.signal]),
  });
  unpacking
    .then(
      async () => {
        if (unpacked === entry.uncompressedSize) await writer.close();
        else await writer.abort(refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, entry.filename));
      },
      (error) => writer.abort(refusalOf(error, file, entry.filename)),
    )
    .catch(() => undefined);
  // A reader that turns away early ends the unpacking too.
  writer.closed.catch(() => stop.abort());
  return readable;
}

async function* streamChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Gives the zip library the file in slices. */
class SliceReader extends Reader<InputFile> {
  private readonly file: InputFile;

  constructor(file: InputFile) {
    super(file);
    this.file = file;
    this.size = file.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const end = Math.min(this.file.size, index + length);
    return new Uint8Array(await this.file.slice(Math.min(index, end), end).arrayBuffer());
  }
}

/** What an error of the zip library means to a person; refusals and aborts pass. */
function refusalOf(error: unknown, file: InputFile, path: string | null): unknown {
  if (error instanceof FileRefused) return error;
  if (!(error instanceof Error) || error.name === 'AbortError') return error;
  if (/encrypt|password/i.test(error.message))
    return refused(
      file,
      'ZIP_ENCRYPTED',
      'is locked with a password. Unpack it with that password and load what is inside.',
      path,
    );
  if (/uncompressed size|overlapping|out of bounds|crc|signature/i.test(error.message))
    return refused(file, 'ZIP_SIZE_MISMATCH', SIZES_DIFFER, path);
  return refused(
    file,
    'ZIP_CORRUPT',
    'is a damaged or incomplete zip. Download it again, or pack it again as an ordinary zip.',
    path,
  );
}

function refused(file: InputFile, code: IssueCode, reason: string, path: string | null = null): FileRefused {
  return refuseFile(file, [
    { code, message: `${file.name} ${reason}`, examples: path === null ? [] : [path.slice(0, 200)] },
  ]);
}

function unsafePath(file: InputFile, path: string, entries: readonly FileEntry[]): FileRefused {
  const message = `${file.name} holds a file whose path leads out of the archive or is malformed. Ask its maker for a sound one.`;
  const reasons: Refusal[] = [{ code: 'ZIP_UNSAFE_PATH', message, examples: [path.slice(0, 200)] }];
  if (!entries.some(({ filename }) => hasDataName(filename))) reasons.push(noMapData(file));
  return refuseFile(file, reasons);
}

/** What is said of an archive that is refused for another reason too. */
export function noMapData(file: InputFile): Refusal {
  return { code: 'ZIP_NO_MAP_DATA', message: `${file.name} holds no map data either.` };
}

/** False where the file ends within the comment that its last record announces. */
async function endsWhole(file: InputFile): Promise<boolean> {
  const from = Math.max(0, file.size - END_RECORD_BYTES - 0xffff);
  const view = new DataView(await file.slice(from, file.size).arrayBuffer());
  for (let at = view.byteLength - END_RECORD_BYTES; at >= 0; at--)
    if (view.getUint32(at, true) === END_SIGNATURE)
      return at + END_RECORD_BYTES + view.getUint16(at + 20, true) <= view.byteLength;
  return true;
}

function isSafePath(path: string): boolean {
  return path !== '' && !/^\/|^[A-Za-z]:|[\\\0]/.test(path) && !path.split('/').includes('..');
}

const SIZES_DIFFER =
  'holds a file whose size or checksum is not what its directory says. Download it again, or pack it again.';
/** What the zip library warns of where the directory holds more entries than it counts. */
const HIDDEN_ENTRIES = 'trailing central directory data';
const END_RECORD_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** A local file header without its name. */
const LOCAL_HEADER_BYTES = 30;
/** Small files of one letter pack tighter than any bomb and do no harm. */
const RATIO_FROM_BYTES = 10_000_000;
const STEP_BYTES = 1_000_000;
