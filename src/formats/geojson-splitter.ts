/** Longest piece of JSON parsed in one go: one feature, or all that stands around the features. */
export const MAX_PIECE_BYTES = 64_000_000;
/** Longest text in quotes. */
const MAX_TEXT_BYTES = 4_000_000;

/**
 * Cuts the bytes of a GeoJSON text into the elements of its outermost "features" array and the rest, chunk by chunk, so
 * that no more than one feature is ever held as text. With `list` = 'root' it cuts the outermost array of a JSON text
 * instead. `rest` is the same text with each feature replaced by 0: parsed
 * as JSON, it holds the root's other members and proves commas and brackets between the features right. A text
 * without such an array is all rest.
 */
export class GeoJsonSplitter {
  private readonly onFeature: (bytes: Uint8Array) => void;
  private readonly rest = new ByteList();
  private readonly feature = new ByteList();
  /** How deep the elements of the list stand. */
  private readonly listDepth: number;
  private depth = 0;
  private inText = false;
  /** Bytes taken before this chunk, and where among all bytes the text now read begins. */
  private offset = 0;
  private textFrom = 0;
  private escaped = false;
  private inFeatures = false;
  private featureOpen = false;
  private seen = false;
  /** Letters of "features" matched so far by the text now read at depth 1; −1 after a mismatch, 8 when it is that name. */
  private matched = -1;

  constructor(onFeature: (bytes: Uint8Array) => void, list: 'features' | 'root' = 'features') {
    this.onFeature = onFeature;
    this.listDepth = list === 'features' ? 2 : 1;
  }

  /** True once the list has begun. */
  get hasList(): boolean {
    return this.seen;
  }

  /** Takes the next bytes. Throws PieceTooLong beyond MAX_PIECE_BYTES. */
  push(chunk: Uint8Array): void {
    const length = chunk.length;
    let from = 0;
    for (let at = 0; at < length; at++) {
      const byte = chunk[at];
      if (this.inText) {
        if (this.escaped) this.escaped = false;
        else if (byte === BACKSLASH) {
          this.escaped = true;
          this.matched = -1;
        } else if (byte === QUOTE) {
          this.inText = false;
          if (this.matched !== NAME.length) this.matched = -1;
        } else if (this.depth > 1) {
          // Nothing at this depth is looked at until the text ends.
          while (at + 1 < length && chunk[at + 1] !== QUOTE && chunk[at + 1] !== BACKSLASH) at++;
        } else if (this.matched >= 0) this.matched = byte === NAME[this.matched] ? this.matched + 1 : -1;
        continue;
      }
      const kind = KIND[byte];
      if (kind === ORDINARY && (this.featureOpen || !this.inFeatures)) continue;
      if (this.inFeatures && this.depth === this.listDepth) {
        if (byte === COMMA || byte === CLOSE_ARRAY) {
          if (this.featureOpen) {
            this.feature.append(chunk, from, at);
            this.endFeature();
            from = at;
          }
          if (byte === CLOSE_ARRAY) {
            this.inFeatures = false;
            this.depth--;
          }
          continue;
        }
        if (byte > SPACE && !this.featureOpen) {
          this.rest.append(chunk, from, at);
          from = at;
          this.featureOpen = true;
        }
      }
      if (byte === QUOTE) {
        this.inText = true;
        this.textFrom = this.offset + at;
        this.matched = 0;
      } else if (kind === OPEN) {
        if (byte === OPEN_ARRAY && !this.seen && this.opensList()) {
          this.inFeatures = true;
          this.seen = true;
        }
        this.depth++;
      } else if (kind === CLOSE) this.depth--;
    }
    this.offset += length;
    if (this.inText && this.offset - this.textFrom > MAX_TEXT_BYTES) throw new PieceTooLong();
    (this.featureOpen ? this.feature : this.rest).append(chunk, from, length);
  }

  /** Ends the text; returns the rest as bytes. */
  finish(): Uint8Array {
    if (this.featureOpen) this.rest.append(this.feature.take(), 0);
    return this.rest.take();
  }

  private opensList(): boolean {
    return this.listDepth === 1 ? this.depth === 0 : this.depth === 1 && this.matched === NAME.length;
  }

  private endFeature(): void {
    this.featureOpen = false;
    this.onFeature(this.feature.take());
    this.rest.append(ZERO, 0);
  }
}

/** A single piece of the text is longer than can be parsed without holding the browser up. */
export class PieceTooLong extends Error {
  constructor() {
    super(`One piece of the file is longer than ${MAX_PIECE_BYTES} bytes.`);
    this.name = 'PieceTooLong';
  }
}

class ByteList {
  private bytes = new Uint8Array(4096);
  private used = 0;

  append(source: Uint8Array, from: number, to = source.length): void {
    const needed = this.used + to - from;
    if (needed > MAX_PIECE_BYTES) throw new PieceTooLong();
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.used));
      this.bytes = larger;
    }
    this.bytes.set(source.subarray(from, to), this.used);
    this.used = needed;
  }

  /** The bytes so far, valid until the next append; the list is empty afterwards. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.used);
    this.used = 0;
    return taken;
  }
}

const NAME = new TextEncoder().encode('features');
const ZERO = new TextEncoder().encode('0');
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;

const ORDINARY = 0;
const OPEN = 1;
const CLOSE = 2;
const MARK = 3;
/** What each byte outside texts does to the structure. */
const KIND = new Uint8Array(256);
for (const [mark, kind] of [
  ['{', OPEN],
  ['[', OPEN],
  ['}', CLOSE],
  [']', CLOSE],
  ['"', MARK],
  [',', MARK],
] as const) {
  KIND[mark.charCodeAt(0)] = kind;
}
