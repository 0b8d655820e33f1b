import { Float64List } from '../tables/number-list.ts';

/** Whole numbers that grow in one buffer, with places that can be read while they do. */
export class GrownList extends Float64List {
  /** What it holds, as 32-bit numbers. */
  asInt32(): Int32Array {
    return Int32Array.from(this.values.subarray(0, this.length));
  }
}
