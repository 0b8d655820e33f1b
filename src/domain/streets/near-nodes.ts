import { SNAP_MILLIMETRES } from './snap-millimetres.ts';

/** Nodes by place, in cells of the tolerance. */
export class NearNodes {
  private readonly cells = new Map<number, { node: number; x: number; y: number }[]>();

  add(node: number, x: number, y: number): void {
    const key = cellKey(Math.floor(x / SNAP_MILLIMETRES), Math.floor(y / SNAP_MILLIMETRES));
    const cell = this.cells.get(key);
    if (cell) cell.push({ node, x, y });
    else this.cells.set(key, [{ node, x, y }]);
  }

  /** The nearest within the tolerance, the earlier of equals; −1: none. */
  nearest(x: number, y: number): number {
    const [cx, cy] = [Math.floor(x / SNAP_MILLIMETRES), Math.floor(y / SNAP_MILLIMETRES)];
    let best = SNAP_MILLIMETRES ** 2;
    let node = -1;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const one of this.cells.get(cellKey(cx + dx, cy + dy)) ?? []) {
          const squared = (one.x - x) ** 2 + (one.y - y) ** 2;
          if (squared < best || (squared === best && (node < 0 || one.node < node))) {
            best = squared;
            node = one.node;
          }
        }
    return node;
  }
}

/** Cells up to 33,000 km away. */
function cellKey(x: number, y: number): number {
  return (x + 33_554_432) * 67_108_864 + y + 33_554_432;
}
