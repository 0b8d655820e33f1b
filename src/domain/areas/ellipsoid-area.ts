import { RADIANS_PER_DEGREE, WGS84_ECCENTRICITY_SQUARED, WGS84_SEMI_MAJOR_METRES } from '../units.ts';
import type { Shape } from './shape.ts';

/**
 * Square metres on the WGS84 ellipsoid of a shape (degrees) whose edges are straight in longitude and latitude; holes
 * are taken off. Rings may turn either way and must not overlap one another. By Green's theorem the area is ∮ λ dS(φ)
 * with S the authalic integral (Snyder 1987, USGS PP 1395, eq. 3-12), whose derivative is `squareMetresPerSquareDegree`.
 */
export function areaSquareMetres(shape: Shape): number {
  return areaBy(shape, squareMetresPerSquareDegree, LONGEST_PIECE_DEGREES);
}

/** The area of a shape in the square of its own coordinates' unit, as on paper. */
export function planeArea(shape: Shape): number {
  return areaBy(shape, () => 1, Number.POSITIVE_INFINITY);
}

/** What a square degree at a latitude measures on the ellipsoid: S'(φ) = a² (1 − e²) cos φ / (1 − e² sin² φ)², per degree². */
export function squareMetresPerSquareDegree(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS_PER_DEGREE);
  const cosine = Math.cos(latitude * RADIANS_PER_DEGREE);
  const bulge = 1 - WGS84_ECCENTRICITY_SQUARED * sine * sine;
  return (AT_EQUATOR * cosine) / (bulge * bulge);
}

const AT_EQUATOR =
  WGS84_SEMI_MAJOR_METRES ** 2 * (1 - WGS84_ECCENTRICITY_SQUARED) * RADIANS_PER_DEGREE * RADIANS_PER_DEGREE;

/** Three points of Gauss and Legendre on −1 … 1: over a degree their error is below 1e-15 of the area. */
const NODES = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)];
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18];
const LONGEST_PIECE_DEGREES = 1;

function areaBy(shape: Shape, weight: (latitude: number) => number, longestPiece: number): number {
  let total = 0;
  for (const polygon of shape) {
    for (let r = 0; r < polygon.length; r++) {
      const area = Math.abs(ringIntegral(polygon[r], weight, longestPiece));
      total += r === 0 ? area : -area;
    }
  }
  return total;
}

function ringIntegral(
  ring: Shape[number][number],
  weight: (latitude: number) => number,
  longestPiece: number,
): number {
  let sum = 0;
  const west = ring.length > 0 ? ring[0][0] : 0;
  for (let i = 1; i <= ring.length; i++) {
    const from = ring[i - 1];
    const to = ring[i % ring.length];
    const rise = to[1] - from[1];
    if (rise === 0) continue;
    const pieces = Math.max(1, Math.ceil(Math.abs(rise) / longestPiece));
    for (let piece = 0; piece < pieces; piece++) {
      for (let node = 0; node < 3; node++) {
        const part = (piece + 0.5 + NODES[node] / 2) / pieces;
        const across = from[0] - west + (to[0] - from[0]) * part;
        sum += (WEIGHTS[node] * across * weight(from[1] + rise * part) * rise) / pieces;
      }
    }
  }
  return sum;
}
