import type { ReachPicture } from '../../domain/radio/reach-answer.ts';
import { PICTURE_VIEWS } from '../../stores/derived/picture-views.ts';
import type { MapColours } from '../map-colours.ts';

/** Longest side of the image, in pixels: larger pictures are thinned for the graphics, never for the counts. */
const MOST_PIXELS = 1_536;

/** Lines of a pattern across the whole picture: some pixels apart where all of it is in sight. */
const PATTERN_LINES = 50;

/**
 * What is seen as an image: seen a wash with level lines, hidden bare, not known falling lines, beyond the
 * radius nothing. One pixel a cell, or one for several.
 */
export function reachImage({ views, columns, rows }: ReachPicture, colours: MapColours): ImageData {
  const step = Math.max(1, Math.ceil(Math.max(columns, rows) / MOST_PIXELS));
  const width = Math.ceil(columns / step);
  const height = Math.ceil(rows / step);
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const wash = pixelOf(colours.radio, 0.34);
  const line = pixelOf(colours.radio, 0.7);
  const unknown = pixelOf(colours.premisesNotKnown, 0.85);
  const unknownGround = pixelOf(colours.premisesNotKnown, 0.2);
  const period = Math.max(4, Math.round(width / PATTERN_LINES));
  const stroke = Math.max(1, Math.round(period / 6));
  for (let y = 0; y < height; y++) {
    const from = Math.min(rows - 1, y * step) * columns;
    const isLine = y % period < stroke;
    for (let x = 0; x < width; x++) {
      const view = views[from + Math.min(columns - 1, x * step)];
      if (view === PICTURE_VIEWS.seen) pixels[y * width + x] = isLine ? line : wash;
      else if (view === PICTURE_VIEWS.notKnown)
        pixels[y * width + x] = (x - y + height * period) % period < stroke ? unknown : unknownGround;
    }
  }
  return image;
}

/** A colour `#rrggbb` with an opacity, as a pixel of an ImageData read in this machine's byte order. */
function pixelOf(colour: string, opacity: number): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const bytes = new Uint8Array([red, green, blue, Math.round(opacity * 255)]);
  return new Uint32Array(bytes.buffer)[0];
}
