/** Where a run of numbers or bytes lies in a pack's body. `at` is from the body's start and a multiple of 8. */
export interface Block {
  readonly at: number;
  /** Length in bytes. */
  readonly bytes: number;
  /** Numbers held; the same as `bytes` for plain bytes. */
  readonly items: number;
  readonly as: 'bytes' | 'u8' | 'u16' | 'u32' | 'i32' | 'steps';
}

/** Grows a pack's body block by block, each starting on a multiple of 8, little-endian. */
export class BlockWriter {
  private body = new Uint8Array(1 << 16);
  private used = 0;

  /** Bytes as they are. */
  bytes(source: Uint8Array): Block {
    const at = this.room(source.length);
    this.body.set(source, at);
    return this.close({ at, bytes: source.length, items: source.length, as: 'bytes' });
  }

  /** Whole numbers from 0, in one, two or four bytes each, by the largest. */
  counts(numbers: Uint32Array): Block {
    let largest = 0;
    for (const number of numbers) if (number > largest) largest = number;
    const width = largest < 256 ? 1 : largest < 65_536 ? 2 : 4;
    const at = this.room(numbers.length * width);
    const view = new DataView(this.body.buffer);
    for (let i = 0; i < numbers.length; i++) {
      if (width === 1) view.setUint8(at + i, numbers[i]);
      else if (width === 2) view.setUint16(at + 2 * i, numbers[i], true);
      else view.setUint32(at + 4 * i, numbers[i], true);
    }
    const as = width === 1 ? 'u8' : width === 2 ? 'u16' : 'u32';
    return this.close({ at, bytes: numbers.length * width, items: numbers.length, as });
  }

  /** Signed 32-bit numbers. */
  signed(numbers: Int32Array): Block {
    const at = this.room(numbers.length * 4);
    const view = new DataView(this.body.buffer);
    for (let i = 0; i < numbers.length; i++) view.setInt32(at + 4 * i, numbers[i], true);
    return this.close({ at, bytes: numbers.length * 4, items: numbers.length, as: 'i32' });
  }

  /**
   * Safe integers as steps from one to the next: zigzag, seven bits a byte, the high bit set on all but a step's
   * last byte. Numbers that follow each other closely take one byte.
   */
  steps(numbers: ArrayLike<number>): Block {
    const at = this.room(numbers.length * 10);
    let to = at;
    let last = 0;
    for (let i = 0; i < numbers.length; i++) {
      const step = numbers[i] - last;
      last = numbers[i];
      let rest = step < 0 ? -2 * step - 1 : 2 * step;
      while (rest > 127) {
        this.body[to++] = (rest % 128) | 128;
        rest = Math.floor(rest / 128);
      }
      this.body[to++] = rest;
    }
    return this.close({ at, bytes: to - at, items: numbers.length, as: 'steps' });
  }

  /** The body so far. */
  finish(): Uint8Array {
    return this.body.slice(0, this.used);
  }

  private room(bytes: number): number {
    const needed = this.used + bytes + 8;
    if (needed > this.body.length) {
      const larger = new Uint8Array(Math.max(needed, this.body.length * 2));
      larger.set(this.body.subarray(0, this.used));
      this.body = larger;
    }
    return this.used;
  }

  private close(block: Block): Block {
    const end = block.at + block.bytes;
    this.used = Math.ceil(end / 8) * 8;
    this.body.fill(0, end, this.used);
    return block;
  }
}

/** Reads blocks out of a pack's body; every method throws a plain-worded Error for a block that does not fit. */
export class BlockReader {
  private readonly body: Uint8Array;
  private readonly view: DataView;

  constructor(body: Uint8Array) {
    this.body = body;
    this.view = new DataView(body.buffer, body.byteOffset, body.byteLength);
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
