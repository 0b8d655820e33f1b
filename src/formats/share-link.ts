import * as v from 'valibot';
import type { Project } from '../domain/project/project.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './check-json.ts';
import { contentHash, readContent } from './content-pack.ts';
import { migrated } from './project-migrations.ts';
import { ProjectRefused } from './project-refused.ts';
import { PROJECT_SCHEMA, readProject } from './project-schema.ts';
import { count, entries, text } from './schema-values.ts';
import { sha256 } from './sha-256.ts';
import { SHARE_MARK } from './share-mark.ts';
import type { SharePayload } from './share-payload.ts';

/** Longest link that is written or read, in characters behind the mark. Longer work goes into a file. */
export const MAX_LINK_CHARACTERS = 100_000;

/** Most bytes that a link unpacks to. */
export const MAX_UNPACKED = 5_000_000;

/**
 * The payload as the fragment of a link, SHARE_MARK first: base64url of version, the first 8 bytes of the SHA-256 of
 * version and packed body, and that body: deflate-raw of the length of its canonical JSON, that JSON and the rows' bytes.
 * Throws ProjectRefused TOO_LARGE beyond 100,000 characters, and an Error where something in it is marked confidential.
 */
export async function writeShareLink(payload: SharePayload): Promise<string> {
  const { project, rows } = payload;
  if ([...project.datasets, ...project.layers].some(({ confidential }) => confidential))
    throw new Error('A link may not hold what is marked confidential.');
  // What could not be read again is not written.
  readProject(project);
  const listed = rows.map(({ hash, bytes }) => ({ hash, bytes: bytes.length }));
  const json = new TextEncoder().encode(canonicalJson({ ...payload, schema: PROJECT_SCHEMA, rows: listed }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  const size = rows.reduce((sum, { bytes }) => sum + bytes.length, length.length + json.length);
  if (size > MAX_UNPACKED) throw linkTooLong();
  const body = await through(
    new Blob([length, json, ...rows.map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)]),
    new CompressionStream('deflate-raw'),
    MAX_UNPACKED,
  );
  const versioned = new Uint8Array(1 + body.length);
  versioned[0] = VERSION;
  versioned.set(body, 1);
  const whole = new Uint8Array(HEAD_BYTES + body.length);
  whole[0] = VERSION;
  whole.set(await checksum(versioned), 1);
  whole.set(body, HEAD_BYTES);
  const written = base64Url(whole);
  if (written.length > MAX_LINK_CHARACTERS) throw linkTooLong(written.length);
  return SHARE_MARK + written;
}

/**
 * What a link says; `link` is its fragment, with or without the mark. Throws ProjectRefused: NOT_NOTSPOT for an empty
 * one, TOO_LARGE, NEWER (only where its checksum is right), else DAMAGED. No change of any character goes unnoticed.
 */
export async function readShareLink(link: string): Promise<SharePayload> {
  const written = link.startsWith(SHARE_MARK) ? link.slice(SHARE_MARK.length) : link;
  if (written === '') throw new ProjectRefused('NOT_NOTSPOT', 'This link shares nothing.');
  if (written.length > MAX_LINK_CHARACTERS)
    throw new ProjectRefused(
      'TOO_LARGE',
      `This link is too long: ${written.length.toLocaleString('en-GB')} characters of ${MAX_LINK_CHARACTERS.toLocaleString('en-GB')} at most. Notspot does not write such links.`,
    );
  const whole = fromBase64Url(written);
  if (whole === null || whole.length <= HEAD_BYTES) throw damaged();
  const versioned = whole.slice(HEAD_BYTES - 1);
  versioned[0] = whole[0];
  const sum = await checksum(versioned);
  if (!sum.every((byte, i) => byte === whole[1 + i])) throw damaged();
  if (whole[0] !== VERSION) {
    if (whole[0] < VERSION) throw damaged();
    throw new ProjectRefused('NEWER', 'This link was made by a newer version of Notspot. Reload to get it.');
  }
  return payloadOf(await unpacked(whole.subarray(HEAD_BYTES)));
}

const VERSION = 1;
const CHECKSUM_BYTES = 8;
const HEAD_BYTES = 1 + CHECKSUM_BYTES;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const payloadSchema = v.strictObject({
  appVersion: v.pipe(text, v.maxLength(100)),
  address: v.pipe(text, v.maxLength(4000)),
  project: v.unknown(),
  schema: v.number(),
  inputs: entries(v.strictObject({ hash, fileName: text, rows: count })),
  projectHash: hash,
  inputsHash: hash,
  rows: entries(v.strictObject({ hash, bytes: count })),
});

async function payloadOf(body: Uint8Array): Promise<SharePayload> {
  const length = body.length < 4 ? -1 : new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  if (length < 0 || 4 + length > body.length) throw damaged();
  const parsed = parseJson(decoded(body.subarray(4, 4 + length)), 'This link');
  const result = v.safeParse(payloadSchema, parsed);
  if (!result.success) throw damaged(v.getDotPath(result.issues[0]));
  const { schema, project: json, rows: listed, ...rest } = result.output;
  const project = projectOf(json, schema);
  const inputs = new Set(rest.inputs.map((input) => input.hash));
  if (project.datasets.some(({ contentId }) => !inputs.has(contentId))) throw damaged('inputs');
  let at = 4 + length;
  const rows: { readonly hash: string; readonly bytes: Uint8Array }[] = [];
  for (const { hash: name, bytes: size } of listed) {
    const bytes = body.slice(at, at + size);
    at += size;
    if (!inputs.has(name) || bytes.length !== size || (await contentHash(bytes)) !== name)
      throw damaged('rows');
    readContent(bytes);
    rows.push({ hash: name, bytes });
  }
  if (at !== body.length) throw damaged('rows');
  return { ...rest, project, rows };
}

function projectOf(json: unknown, schema: number): Project {
  try {
    return readProject(migrated(json, schema, 'project'));
  } catch (error) {
    throw error instanceof ProjectRefused && error.code === 'DAMAGED' ? damaged(error.part) : error;
  }
}

async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  try {
    const blob = new Blob([packed as Uint8Array<ArrayBuffer>]);
    return await through(blob, new DecompressionStream('deflate-raw'), MAX_UNPACKED);
  } catch (error) {
    throw error instanceof ProjectRefused ? error : damaged();
  }
}

/** What comes out of a stream; TOO_LARGE as soon as that is over `most` bytes. */
async function through(
  blob: Blob,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = blob.stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw new ProjectRefused('TOO_LARGE', `This link unpacks to over ${most / 1e6} MB, the limit.`);
    }
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function checksum(bytes: Uint8Array): Promise<Uint8Array> {
  const hex = await sha256(bytes);
  return Uint8Array.from({ length: CHECKSUM_BYTES }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}

/** RFC 4648, section 5, without padding. */
function base64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null for what `base64Url` would not write: other characters, and bits that stand for nothing. */
function fromBase64Url(written: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(written)) return null;
  try {
    const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return base64Url(bytes) === written ? bytes : null;
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

/** The refusal of what does not fit in a link; `characters` where they were counted. */
export function linkTooLong(characters?: number): ProjectRefused {
  const found = characters === undefined ? 'far more' : characters.toLocaleString('en-GB');
  return new ProjectRefused(
    'TOO_LARGE',
    `The link would have ${found} characters; ${MAX_LINK_CHARACTERS.toLocaleString('en-GB')} is the limit. Share a file instead.`,
  );
}

function damaged(part: string | null = null): ProjectRefused {
  return new ProjectRefused(
    'DAMAGED',
    'This link is damaged: some of it is missing or was changed on the way. Ask for it again.',
    part,
  );
}
