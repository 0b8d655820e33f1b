import type { Box } from './geometry.ts';

/** A place on paper, from its left and top. */
export interface PaperPoint {
  readonly x: number;
  readonly y: number;
}

/** How large a map is drawn, in units of its own. */
export interface PaperSize {
  readonly width: number;
  readonly leastHeight: number;
  readonly mostHeight: number;
  readonly margin: number;
  /** What is smaller is drawn in the midst of so much ground. */
  readonly leastMetres: number;
}

/** A map on paper, north up; lengths in its units. */
export interface PaperFrame {
  readonly width: number;
  readonly height: number;
  readonly unitsPerMetre: number;
  readonly at: (lon: number, lat: number) => PaperPoint;
  /** A path as SVG has them, of numbers lon, lat, … from one place up to another; '' for fewer than two positions. */
  readonly path: (lonLat: ArrayLike<number>, from: number, to: number) => string;
  /** Whether any of these positions lies in the map. */
  readonly isSeen: (lonLat: ArrayLike<number>, from: number, to: number) => boolean;
  /** The longest of 1, 2 or 5 times a power of ten metres that takes a quarter of the width at most. */
  readonly scale: { readonly length: number; readonly label: string };
}

/**
 * The frame of a box of degrees. Over so little ground a plane tangent in its middle shows it true to within what is
 * printed: for boxes up to some tens of kilometres.
 */
export function paperFrame([west, south, east, north]: Box, size: PaperSize): PaperFrame {
  const { width, margin, leastMetres } = size;
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const metresPerLon = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const wide = Math.max(leastMetres, (east - west) * metresPerLon);
  const high = Math.max(leastMetres / 2, (north - south) * METRES_PER_DEGREE);
  const unitsPerMetre = Math.min((width - 2 * margin) / wide, (size.mostHeight - 2 * margin) / high);
  const height = Math.max(size.leastHeight, Math.round(high * unitsPerMetre + 2 * margin));
  const at = (lon: number, lat: number): PaperPoint => ({
    x: tenth(width / 2 + (lon - middle.lon) * metresPerLon * unitsPerMetre),
    y: tenth(height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * unitsPerMetre),
  });
  return {
    width,
    height,
    unitsPerMetre,
    at,
    path: (lonLat, from, to) => {
      if (to - from < 4) return '';
      let path = '';
      let before = '';
      for (let i = from; i + 1 < to; i += 2) {
        const { x, y } = at(lonLat[i], lonLat[i + 1]);
        const point = `${x} ${y}`;
        if (point !== before) path += `${path === '' ? 'M' : 'L'}${point}`;
        before = point;
      }
      return path;
    },
    isSeen: (lonLat, from, to) => {
      for (let i = from; i + 1 < to; i += 2) {
        const { x, y } = at(lonLat[i], lonLat[i + 1]);
        if (x >= 0 && x <= width && y >= 0 && y <= height) return true;
      }
      return false;
    },
    scale: scaleOf(width, unitsPerMetre),
  };
}

const METRES_PER_DEGREE = 111_320;

function scaleOf(width: number, unitsPerMetre: number): PaperFrame['scale'] {
  const most = width / 4 / unitsPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
  return {
    length: tenth(metres * unitsPerMetre),
    label: metres >= 1000 ? `${metres / 1000} km` : `${metres} m`,
  };
}

/** Units are drawn to the tenth. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
