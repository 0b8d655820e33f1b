/** Where a run of numbers or bytes lies in a pack's body. `at` is from the body's start and a multiple of 8. */
export interface Block {
  readonly at: number;
  /** Length in bytes. */
  readonly bytes: number;
  /** Numbers held; the same as `bytes` for plain bytes. */
  readonly items: number;
  readonly as: 'bytes' | 'u8' | 'u16' | 'u32' | 'i32' | 'f64' | 'steps';
}

/**
 * Gathers a pack's body block by block, each starting on a multiple of 8, little-endian. Bytes are not copied before
 * `finish`: they must not change until then.
 */
export class BlockWriter {
  private readonly parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  private used = 0;

  /** Bytes as they are. */
  bytes(source: Uint8Array): Block {
    return this.close(source, source.length, 'bytes');
  }

  /** Whole numbers from 0, in one, two or four bytes each, by the largest. */
  counts(numbers: Uint32Array): Block {
    let largest = 0;
    for (const number of numbers) if (number > largest) largest = number;
    const width = largest < 256 ? 1 : largest < 65_536 ? 2 : 4;
    const { bytes, view } = room(numbers.length * width);
    for (let i = 0; i < numbers.length; i++) {
      if (width === 1) bytes[i] = numbers[i];
      else if (width === 2) view.setUint16(2 * i, numbers[i], true);
      else view.setUint32(4 * i, numbers[i], true);
    }
    return this.close(bytes, numbers.length, width === 1 ? 'u8' : width === 2 ? 'u16' : 'u32');
  }

  /** Signed 32-bit numbers. */
  signed(numbers: Int32Array): Block {
    const { bytes, view } = room(numbers.length * 4);
    for (let i = 0; i < numbers.length; i++) view.setInt32(4 * i, numbers[i], true);
    return this.close(bytes, numbers.length, 'i32');
  }

  /** 64-bit numbers to the last bit; every NaN is written as the same one. */
  doubles(numbers: Float64Array): Block {
    const { bytes, view } = room(numbers.length * 8);
    for (let i = 0; i < numbers.length; i++) {
      if (Number.isNaN(numbers[i])) view.setUint32(8 * i + 4, NAN_HIGH_WORD, true);
      else view.setFloat64(8 * i, numbers[i], true);
    }
    return this.close(bytes, numbers.length, 'f64');
  }

  /**
   * Safe integers as steps from one to the next: zigzag, seven bits a byte, the high bit set on all but a step's
   * last byte. Numbers that follow each other closely take one byte.
   */
  steps(numbers: ArrayLike<number>): Block {
    let bytes = new Uint8Array(Math.max(16, numbers.length * 2));
    let to = 0;
    let last = 0;
    for (let i = 0; i < numbers.length; i++) {
      if (to + LONGEST_STEP > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      const step = numbers[i] - last;
      last = numbers[i];
      let rest = step < 0 ? -2 * step - 1 : 2 * step;
      while (rest > 127) {
        bytes[to++] = (rest % 128) | 128;
        rest = Math.floor(rest / 128);
      }
      bytes[to++] = rest;
    }
    return this.close(bytes.slice(0, to), numbers.length, 'steps');
  }

  /** The body so far, behind `before` bytes of zero. */
  finish(before = 0): Uint8Array<ArrayBuffer> {
    const body = new Uint8Array(before + this.used);
    for (const { at, bytes } of this.parts) body.set(bytes, before + at);
    return body;
  }

  /** The body's blocks in order, with the zeros between them, none of them copied. */
  *pieces(): Generator<Uint8Array> {
    let at = 0;
    for (const part of this.parts) {
      if (part.at > at) yield new Uint8Array(part.at - at);
      yield part.bytes;
      at = part.at + part.bytes.length;
    }
    if (this.used > at) yield new Uint8Array(this.used - at);
  }

  private close(bytes: Uint8Array, items: number, as: Block['as']): Block {
    const at = this.used;
    this.parts.push({ at, bytes });
    this.used = Math.ceil((at + bytes.length) / 8) * 8;
    return { at, bytes: bytes.length, items, as };
  }
}

/** The upper half of the one NaN that is written; the lower half is 0. */
const NAN_HIGH_WORD = 0x7ff80000;
/** Bytes of the longest step between two safe integers. */
const LONGEST_STEP = 10;

function room(length: number): { bytes: Uint8Array<ArrayBuffer>; view: DataView } {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** Reads blocks out of a pack's body; every method throws a plain-worded Error for a block that does not fit. */
export class BlockReader {
  private readonly body: Uint8Array;
  private readonly view: DataView;

  constructor(body: Uint8Array) {
    this.body = body;
    this.view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  }

  /** Bytes of a block of plain bytes, which lies within the body. */
  lengthOf(block: Block): number {
    this.check(block, ['bytes'], 1);
    return block.bytes;
  }

  bytes(block: Block): Uint8Array {
    this.check(block, ['bytes'], 1);
    return this.body.slice(block.at, block.at + block.bytes);
  }

  counts(block: Block): Uint32Array {
    const width = block.as === 'u8' ? 1 : block.as === 'u16' ? 2 : 4;
    this.check(block, ['u8', 'u16', 'u32'], width);
    const numbers = new Uint32Array(block.items);
    for (let i = 0; i < numbers.length; i++) {
      if (width === 1) numbers[i] = this.view.getUint8(block.at + i);
      else if (width === 2) numbers[i] = this.view.getUint16(block.at + 2 * i, true);
      else numbers[i] = this.view.getUint32(block.at + 4 * i, true);
    }
    return numbers;
  }

  signed(block: Block): Int32Array {
    this.check(block, ['i32'], 4);
    const numbers = new Int32Array(block.items);
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.view.getInt32(block.at + 4 * i, true);
    return numbers;
  }

  doubles(block: Block): Float64Array {
    this.check(block, ['f64'], 8);
    const numbers = new Float64Array(block.items);
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.view.getFloat64(block.at + 8 * i, true);
    return numbers;
  }

  steps(block: Block): Float64Array {
    this.check(block, ['steps'], null);
    const numbers = new Float64Array(block.items);
    const end = block.at + block.bytes;
    let from = block.at;
    let last = 0;
    for (let i = 0; i < numbers.length; i++) {
      let rest = 0;
      let unit = 1;
      let byte = 128;
      while (byte > 127) {
        if (from >= end) throw new Error('The pack is damaged: a column of numbers ends too early.');
        byte = this.body[from++];
        rest += (byte % 128) * unit;
        unit *= 128;
      }
      last += rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2;
      if (!Number.isSafeInteger(last)) throw new Error('The pack is damaged: a number is out of range.');
      numbers[i] = last;
    }
    if (from !== end) throw new Error('The pack is damaged: a column of numbers is too long.');
    return numbers;
  }

  private check(block: Block, kinds: readonly Block['as'][], width: number | null): void {
    if (!kinds.includes(block.as))
      throw new Error(`The pack is damaged: a block holds "${block.as}", not what is asked of it.`);
    if (block.at % 8 !== 0)
      throw new Error('The pack is damaged: a block does not begin on a multiple of 8.');
    if (block.at + block.bytes > this.body.length)
      throw new Error('The pack is cut short: a block ends after the file does.');
    const fits = width === null ? block.items <= block.bytes : block.items * width === block.bytes;
    if (!fits) throw new Error('The pack is damaged: a block has another length than it says.');
  }
}
