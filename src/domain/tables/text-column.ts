/**
 * A column of text cells as UTF-8 bytes end to end: cell i is bytes[offsets[i] .. offsets[i + 1]).
 * `offsets` has one entry more than there are cells. An empty cell is a blank. Both arrays can be transferred
 * between threads; 500,000 cells cost two buffers, not 500,000 strings.
 */
export interface TextColumn {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Number of cells. */
export function cellCount(column: TextColumn): number {
  return column.offsets.length - 1;
}

/** Text of cell `row` (0-based); '' for a blank. Throws RangeError outside the column. */
export function cellText(column: TextColumn, row: number): string {
  if (!(row >= 0 && row < cellCount(column)))
    throw new RangeError(`Row ${row} is not in column "${column.name}".`);
  const start = column.offsets[row];
  const end = column.offsets[row + 1];
  if (end - start < SHORT) {
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = column.bytes[i];
      if (byte > 127) return decoder.decode(column.bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(column.bytes.subarray(start, end));
}

/** A column made of ready strings. */
export function textColumn(name: string, cells: readonly string[]): TextColumn {
  const builder = new TextColumnBuilder(name);
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}

/** The cells `rows[i]` of `column`, in that order. Used to bring a column into tile order. */
export function takeCells(column: TextColumn, rows: Uint32Array): TextColumn {
  const offsets = new Uint32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) {
    offsets[i + 1] = offsets[i] + column.offsets[rows[i] + 1] - column.offsets[rows[i]];
  }
  const bytes = new Uint8Array(offsets[rows.length]);
  for (let i = 0; i < rows.length; i++) {
    const start = column.offsets[rows[i]];
    const end = column.offsets[rows[i] + 1];
    let to = offsets[i];
    for (let from = start; from < end; from++) bytes[to++] = column.bytes[from];
  }
  return { name: column.name, bytes, offsets };
}

/**
 * Grows a column cell by cell; `finish` hands over what it grew in. A long column is not copied once more for that: a
 * county's columns would be in memory twice. What is left over behind it (a third at most) was never written to.
 */
export class TextColumnBuilder {
  readonly name: string;
  private bytes = new Uint8Array(1024);
  private used = 0;
  private offsets = new Uint32Array(256);
  private cells = 0;

  constructor(name: string) {
    this.name = name;
  }

  get length(): number {
    return this.cells;
  }

  push(text: string): void {
    // A UTF-16 unit is at most three UTF-8 bytes.
    const needed = this.used + text.length * 3;
    if (needed > this.bytes.length)
      this.bytes = grown(this.bytes, Math.max(needed, moreThan(this.bytes.length)));
    if (this.cells + 2 > this.offsets.length) this.growOffsets(this.cells + 2);
    this.used = text.length < SHORT ? this.writeShort(text) : this.writeLong(text);
    this.cells++;
    this.offsets[this.cells] = this.used;
  }

  /** Appends blanks until the column holds `length` cells; does nothing where it holds them already. */
  fillTo(length: number): void {
    if (length <= this.cells) return;
    if (length + 1 > this.offsets.length) this.growOffsets(length + 1);
    this.offsets.fill(this.used, this.cells + 1, length + 1);
    this.cells = length;
  }

  finish(): TextColumn {
    const column = {
      name: this.name,
      bytes: this.used < LONG ? this.bytes.slice(0, this.used) : this.bytes.subarray(0, this.used),
      offsets:
        this.cells < LONG ? this.offsets.slice(0, this.cells + 1) : this.offsets.subarray(0, this.cells + 1),
    };
    this.bytes = new Uint8Array(0);
    this.offsets = new Uint32Array(1);
    this.used = 0;
    this.cells = 0;
    return column;
  }

  private growOffsets(needed: number): void {
    const larger = new Uint32Array(Math.max(needed, moreThan(this.offsets.length)));
    larger.set(this.offsets);
    this.offsets = larger;
  }

  private writeShort(text: string): number {
    let at = this.used;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return this.writeLong(text);
      this.bytes[at++] = code;
    }
    return at;
  }

  private writeLong(text: string): number {
    return this.used + encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
  }
}

/** Below this many bytes a loop over ASCII beats TextDecoder and TextEncoder. */
const SHORT = 48;

const LONG = 1_000_000;

function moreThan(length: number): number {
  return length < LONG ? length * 2 : Math.ceil(length * 1.5);
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}
