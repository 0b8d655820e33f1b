/** A list of float64 that grows in one buffer, for readers that do not know the length beforehand. */
export class Float64List {
  /** As far as `length`; another buffer once it has grown. */
  values = new Float64Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** The values in a buffer of their own. */
  finish(): Float64Array {
    return this.values.slice(0, this.length);
  }
}

/** A list of uint32 that grows in one buffer. */
export class Uint32List {
  private values = new Uint32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** The values in a buffer of their own. */
  finish(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}
