/** Whole numbers that grow in one buffer, with places that can be read while they do. */
export class GrownList {
  values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** What it holds, in a buffer of its own. */
  finish(): Float64Array {
    return this.values.slice(0, this.length);
  }

  /** The same as 32-bit numbers. */
  asInt32(): Int32Array {
    return Int32Array.from(this.values.subarray(0, this.length));
  }
}
