import { SNAP_MILLIMETRES } from './snap-millimetres.ts';

/** Pieces between the same nodes, to tell which are drawn twice. */
export class KnownPieces {
  private readonly known = new Map<number, { piece: number; length: number; x: number; y: number }[]>();

  add(piece: number, tail: number, head: number, shape: readonly number[], begin: number): void {
    const key = keyOf(tail, head);
    const entry = { piece, ...middleOf(shape, begin) };
    const list = this.known.get(key);
    if (list) list.push(entry);
    else this.known.set(key, [entry]);
  }

  /** An earlier piece between the same nodes, of the same length and by the same middle; −1: none. */
  like(
    tail: number,
    head: number,
    shape: readonly number[],
    begin: number,
    accepts: (piece: number) => boolean,
  ): number {
    const list = this.known.get(keyOf(tail, head));
    if (!list) return -1;
    const { length, x, y } = middleOf(shape, begin);
    const most = (2 * SNAP_MILLIMETRES) ** 2;
    const found = list.find(
      (one) =>
        Math.abs(one.length - length) <= 2 * SNAP_MILLIMETRES &&
        (one.x - x) ** 2 + (one.y - y) ** 2 <= most &&
        accepts(one.piece),
    );
    return found?.piece ?? -1;
  }
}

function keyOf(tail: number, head: number): number {
  return tail < head ? tail * 67_108_864 + head : head * 67_108_864 + tail;
}

function middleOf(shape: readonly number[], begin: number): { length: number; x: number; y: number } {
  let length = 0;
  for (let i = begin; i + 3 < shape.length; i += 2)
    length += Math.sqrt((shape[i + 2] - shape[i]) ** 2 + (shape[i + 3] - shape[i + 1]) ** 2);
  let left = length / 2;
  for (let i = begin; i + 3 < shape.length; i += 2) {
    const step = Math.sqrt((shape[i + 2] - shape[i]) ** 2 + (shape[i + 3] - shape[i + 1]) ** 2);
    if (step >= left && step > 0) {
      const share = left / step;
      return {
        length,
        x: shape[i] + share * (shape[i + 2] - shape[i]),
        y: shape[i + 1] + share * (shape[i + 3] - shape[i + 1]),
      };
    }
    left -= step;
  }
  return { length, x: shape[begin], y: shape[begin + 1] };
}
