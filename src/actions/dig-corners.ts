import { readCoordinate } from '../domain/geo/coordinate-text.ts';
import type { NextDig } from '../stores/view-store.ts';

/** Corners of a shape as text, a line each: "51.511700, -0.124000". */
export function cornersText(corners: NextDig['corners']): string {
  return corners.map(([lon, lat]) => `${lat.toFixed(6)}, ${lon.toFixed(6)}`).join('\n');
}

/** Reads corners from text, a line each; empty lines are passed over. Says which line is wrong. */
export function cornersOfText(
  text: string,
): { readonly corners: NextDig['corners'] } | { readonly problem: string } {
  const corners: (readonly [number, number])[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readCoordinate(line);
    if (!read.ok)
      return {
        problem: `Line ${i + 1}, “${line.trim().slice(0, 40)}”, is no place. Write latitude and longitude: 51.5117, -0.1240.`,
      };
    corners.push([Number(read.lon.toFixed(6)), Number(read.lat.toFixed(6))]);
  }
  if (corners.length < 3) return { problem: 'A shape has three corners or more.' };
  return { corners };
}
