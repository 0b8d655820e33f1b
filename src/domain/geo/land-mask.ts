/** Which squares of 10 km hold land, or sea near it. */
export interface LandMask {
  /** Metres in the mask's own grid. */
  has(x: number, y: number): boolean;
}

/**
 * The mask of outlines given in whole kilometres, x and y by turns, each closed. `marginKm` widens them, for what the
 * outline cuts off and for shapes that reach out to sea.
 */
export function landMask(outlines: readonly (readonly number[])[], marginKm: number): LandMask {
  let cells: Uint8Array | null = null;
  return {
    has: (x, y) => {
      const column = Math.floor(x / CELL_METRES) + 1;
      const row = Math.floor(y / CELL_METRES) + 1;
      if (!(column >= 0 && column < COLUMNS && row >= 0 && row < ROWS)) return false;
      cells ??= filled(outlines, marginKm);
      return cells[row * COLUMNS + column] === 1;
    },
  };
}

const CELL_METRES = 10_000;
const CELL_KM = 10;
/** One column and one row of sea before the origin. */
const COLUMNS = 72;
const ROWS = 132;

function filled(outlines: readonly (readonly number[])[], marginKm: number): Uint8Array {
  const cells = new Uint8Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = (column - 0.5) * CELL_KM;
      const y = (row - 0.5) * CELL_KM;
      const reach = marginKm + CELL_KM / 2;
      if (outlines.some((outline) => isInside(outline, x, y) || distanceKm(outline, x, y) <= reach))
        cells[row * COLUMNS + column] = 1;
    }
  }
  return cells;
}

function isInside(outline: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    const crosses = outline[i + 1] > y !== outline[j + 1] > y;
    const at =
      ((outline[j] - outline[i]) * (y - outline[i + 1])) / (outline[j + 1] - outline[i + 1]) + outline[i];
    if (crosses && x < at) inside = !inside;
  }
  return inside;
}

function distanceKm(outline: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    const dx = outline[i] - outline[j];
    const dy = outline[i + 1] - outline[j + 1];
    const along = ((x - outline[j]) * dx + (y - outline[j + 1]) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - outline[j] - t * dx, y - outline[j + 1] - t * dy));
  }
  return least;
}
