import type { Position } from './position.ts';

/** Points with a tag, in square cells: finds those near a place in constant time. */
export class PointGrid<Tag> {
  private readonly cellMetres: number;
  private readonly cells = new Map<number, { position: Position; tag: Tag }[]>();

  constructor(cellMetres: number) {
    this.cellMetres = cellMetres;
  }

  add(position: Position, tag: Tag): void {
    const key = this.key(
      Math.floor(position[0] / this.cellMetres),
      Math.floor(position[1] / this.cellMetres),
    );
    const cell = this.cells.get(key);
    if (cell) cell.push({ position, tag });
    else this.cells.set(key, [{ position, tag }]);
  }

  /** Calls `visit` for each point within `radiusMetres`; stops when it returns true. */
  near(
    [x, y]: Position,
    radiusMetres: number,
    visit: (position: Position, tag: Tag, squaredMetres: number) => boolean | undefined,
  ): boolean {
    const limit = radiusMetres * radiusMetres;
    for (
      let column = Math.floor((x - radiusMetres) / this.cellMetres);
      column * this.cellMetres <= x + radiusMetres;
      column++
    ) {
      for (
        let row = Math.floor((y - radiusMetres) / this.cellMetres);
        row * this.cellMetres <= y + radiusMetres;
        row++
      ) {
        const cell = this.cells.get(this.key(column, row));
        if (!cell) continue;
        for (const { position, tag } of cell) {
          const squared = (position[0] - x) ** 2 + (position[1] - y) ** 2;
          if (squared <= limit && visit(position, tag, squared)) return true;
        }
      }
    }
    return false;
  }

  /** Whether any point lies within `radiusMetres`. */
  any(position: Position, radiusMetres: number): boolean {
    return this.near(position, radiusMetres, () => true);
  }

  /** 31 bits, which maps find fastest; cells 65,536 apart share one, and the distance tells their points apart. */
  private key(column: number, row: number): number {
    return ((column & 0x7fff) << 16) | (row & 0xffff);
  }
}
