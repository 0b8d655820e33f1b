import type { FileIssue } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { OpenDatabase } from './sqlite-database.ts';

/** A file as the browser's File and the command line's adapter both are. `stream` may be called more than once. */
export interface InputFile {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  /** Bytes [start, end) as something that can be read by itself: formats with an index at their end need it. */
  slice(start: number, end: number): FileSlice;
}

/** A part of a file, as Blob is. */
export interface FileSlice {
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Most bytes taken of one file after unpacking, and most times it may grow by unpacking. */
export const MAX_UNPACKED_BYTES = 2_000_000_000;
export const MAX_RATIO = 200;

/** The unpacked UTF-8 bytes of a file, in chunks, with its first bytes looked at already. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  readonly head: Uint8Array;
  readonly headIsAll: boolean;
  /** True where the file is gzip, so that these bytes are not the file's own. */
  readonly isGzip: boolean;
  /** What was met on the way (another encoding). */
  readonly issues: readonly FileIssue[];
  /** The bytes from the start, without a byte-order mark. To be walked through once. */
  chunks(): AsyncGenerator<Uint8Array>;
  /** For long work after the last byte: lets messages in now and then, and throws the signal's reason on an abort. */
  breathe(what: string): Promise<void>;
  /** Lets go of the file without reading on. */
  close(): Promise<void>;
}

/** What to tell while reading, and how to stop it. */
export interface ReadOptions {
  onProgress(fraction: number, what: string): void;
  readonly signal: AbortSignal;
  /** Opens SQLite databases, where the caller has a place to run that library; without it GeoPackages are refused. */
  readonly openDatabase?: OpenDatabase;
}

/**
 * Opens a file: unpacks gzip (known by its first bytes), drops a byte-order mark, turns UTF-16 into UTF-8. Refuses
 * beyond 2 GB unpacked or 200 times the packed size. Throws the signal's reason within one chunk of an abort.
 */
export async function openBytes(file: InputFile, options: ReadOptions): Promise<ByteSource> {
  const breath = new Breath(options);
  const packed = countedChunks(file, options, breath);
  const first = await gather(packed, 2);
  const isGzip = first.bytes[0] === 0x1f && first.bytes[1] === 0x8b;
  const raw = chain(first, packed);
  const plain = isGzip ? gunzip(raw, file) : raw;
  const limited = withinLimits(plain, file, isGzip);
  const start = await gather(limited, HEAD_BYTES);
  const encoding = encodingOf(start.bytes);
  const breathe = (what: string) => breath.take(1, what);
  const close = async () => {
    await limited.return(undefined);
  };
  if (encoding === 'utf-8') {
    const head =
      start.bytes[0] === 0xef && start.bytes[1] === 0xbb && start.bytes[2] === 0xbf
        ? start.bytes.subarray(3)
        : start.bytes;
    return {
      name: file.name,
      size: file.size,
      head,
      headIsAll: start.done,
      isGzip,
      issues: [],
      chunks: () => chain({ ...start, bytes: head }, limited),
      breathe,
      close,
    };
  }
  const recoded = fromUtf16(chain(start, limited), encoding);
  const head = await gather(recoded, HEAD_BYTES);
  return {
    name: file.name,
    size: file.size,
    head: head.bytes,
    headIsAll: head.done,
    isGzip,
    issues: [
      {
        code: 'BAD_ENCODING',
        outcome: 'repaired',
        message: 'The file is written in UTF-16 and was turned into UTF-8.',
        count: 1,
        examples: [],
      },
    ],
    chunks: () => chain(head, recoded),
    breathe,
    close,
  };
}

const HEAD_BYTES = 65_536;
/** How often to say how far reading is, and to let messages (cancel) in. */
const BREATH_MILLISECONDS = 80;

class Breath {
  private readonly options: ReadOptions;
  private last = performance.now();

  constructor(options: ReadOptions) {
    this.options = options;
  }

  /** Tells the progress and waits for one turn of the event loop, if the last time is long enough ago. */
  async take(fraction: number, what: string): Promise<void> {
    if (performance.now() - this.last < BREATH_MILLISECONDS) return;
    this.options.onProgress(fraction, what);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.last = performance.now();
    this.options.signal.throwIfAborted();
  }
}

async function* countedChunks(
  file: InputFile,
  options: ReadOptions,
  breath: Breath,
): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (;;) {
      options.signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      read += value.length;
      yield value;
      await breath.take(file.size === 0 ? 1 : Math.min(1, read / file.size), `Reading ${file.name}`);
    }
    options.signal.throwIfAborted();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function* gunzip(packed: AsyncGenerator<Uint8Array>, file: InputFile): AsyncGenerator<Uint8Array> {
  let failure: unknown = null;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await packed.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        failure = error;
        controller.error(error);
      }
    },
  }).pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // DecompressionStream may hand over many megabytes at once; small steps keep cancelling quick.
      for (let from = 0; from < value.length; from += STEP_BYTES)
        yield value.subarray(from, from + STEP_BYTES);
    }
  } catch (error) {
    if (failure) throw failure;
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw refuseFile(file, [
      { code: 'GZIP_CORRUPT', message: `${file.name} is a damaged gzip file. Download or pack it again.` },
    ]);
  } finally {
    await reader.cancel().catch(() => undefined);
    await packed.return(undefined);
  }
}

const STEP_BYTES = 1_000_000;

async function* withinLimits(
  chunks: AsyncGenerator<Uint8Array>,
  file: InputFile,
  isGzip: boolean,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    const tooDense = isGzip && total > 10_000_000 && total > file.size * MAX_RATIO;
    if (total > MAX_UNPACKED_BYTES || tooDense) {
      const reason = tooDense ? `grows more than ${MAX_RATIO} times when unpacked` : 'is larger than 2 GB';
      throw refuseFile(file, [
        {
          code: 'TOO_LARGE',
          message: `${file.name} ${reason}, which is the limit. Cut it to your area and load it again.`,
        },
      ]);
    }
    yield chunk;
  }
}

async function gather(chunks: AsyncGenerator<Uint8Array>, atLeast: number): Promise<Gathered> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let done = false;
  while (length < atLeast && !done) {
    const next = await chunks.next();
    if (next.done) done = true;
    else {
      parts.push(next.value);
      length += next.value.length;
    }
  }
  const bytes = new Uint8Array(length);
  let to = 0;
  for (const part of parts) {
    bytes.set(part, to);
    to += part.length;
  }
  return { bytes, done };
}

interface Gathered {
  readonly bytes: Uint8Array;
  readonly done: boolean;
}

async function* chain(head: Gathered, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.bytes.length > 0) yield head.bytes;
    if (!head.done) yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

async function* fromUtf16(chunks: AsyncGenerator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
