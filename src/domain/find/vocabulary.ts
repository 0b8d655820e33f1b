/** Words as bytes, each with a number, in the order in which they were first met. No string is made for a word met again. */
export class Vocabulary {
  private bytes = new Uint8Array(1 << 14);
  private used = 0;
  private starts = new Uint32Array(1 << 10);
  private hashes = new Uint32Array(1 << 10);
  private count = 0;
  private table = new Int32Array(1 << 12).fill(EMPTY);

  get size(): number {
    return this.count;
  }

  /** The number of the word bytes[from .. to). */
  idOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    hash ^= hash >>> 15;
    hash >>>= 0;
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.table[slot];
      if (id === EMPTY) return this.add(slot, hash, bytes.subarray(from, to));
      if (this.hashes[id] === hash && this.holds(id, bytes, from, to)) return id;
    }
  }

  /** All words, by their number. */
  words(): string[] {
    const decoder = new TextDecoder();
    return Array.from({ length: this.count }, (_, id) =>
      decoder.decode(this.bytes.subarray(this.starts[id], this.starts[id + 1])),
    );
  }

  private holds(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[id];
    if (this.starts[id + 1] - start !== to - from) return false;
    for (let i = from; i < to; i++) if (this.bytes[start + i - from] !== bytes[i]) return false;
    return true;
  }

  private add(slot: number, hash: number, word: Uint8Array): number {
    const id = this.count++;
    if (this.used + word.length > this.bytes.length)
      this.bytes = grownBytes(this.bytes, Math.max(this.used + word.length, 2 * this.bytes.length));
    if (this.count + 1 > this.starts.length) {
      this.starts = grownNumbers(this.starts);
      this.hashes = grownNumbers(this.hashes);
    }
    this.bytes.set(word, this.used);
    this.used += word.length;
    this.starts[this.count] = this.used;
    this.hashes[id] = hash;
    this.table[slot] = id;
    if (2 * this.count > this.table.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const table = new Int32Array(2 * this.table.length).fill(EMPTY);
    const mask = table.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id] & mask;
      while (table[slot] !== EMPTY) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.table = table;
  }
}

const EMPTY = -1;

function grownBytes(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function grownNumbers(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
