/** Takes bytes off the front of a stream of chunks in pieces of any size. */
export class ByteQueue {
  /** Bytes that may still come, by what the file says of its size. */
  left: number;
  private readonly chunks: AsyncGenerator<Uint8Array>;
  private chunk = new Uint8Array(0);
  private at = 0;

  constructor(chunks: AsyncGenerator<Uint8Array>, bytes: number) {
    this.chunks = chunks;
    this.left = bytes;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.at >= this.chunk.length) {
      const next = await this.chunks.next();
      if (next.done) return true;
      this.chunk = next.value as Uint8Array<ArrayBuffer>;
      this.at = 0;
    }
    return false;
  }

  /** The next `count` bytes, in a buffer of their own. Throws EndsEarly where fewer are left, before making room. */
  async take(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(this.allowed(count));
    let filled = 0;
    while (filled < count) {
      if (await this.isAtEnd()) throw new EndsEarly('it is cut off');
      const part = this.chunk.subarray(this.at, this.at + count - filled);
      bytes.set(part, filled);
      filled += part.length;
      this.at += part.length;
    }
    this.left -= count;
    return bytes;
  }

  /** A length in four bytes (little-endian) with as many bytes behind it, both as one piece. */
  async takePrefixed(most: number): Promise<Uint8Array> {
    const prefix = await this.take(4);
    const length = new DataView(prefix.buffer).getUint32(0, true);
    if (length > most) throw new EndsEarly('a length in it is broken');
    const whole = new Uint8Array(4 + this.allowed(length));
    whole.set(prefix);
    whole.set(await this.take(length), 4);
    return whole;
  }

  async skip(count: number): Promise<void> {
    this.allowed(count);
    for (let left = count; left > 0; ) {
      if (await this.isAtEnd()) throw new EndsEarly('it is cut off');
      const step = Math.min(left, this.chunk.length - this.at);
      this.at += step;
      left -= step;
    }
    this.left -= count;
  }

  private allowed(count: number): number {
    if (!(count >= 0 && count <= this.left)) throw new EndsEarly('it is cut off');
    return count;
  }
}

/** A file holds less than it says. */
export class EndsEarly extends Error {}
