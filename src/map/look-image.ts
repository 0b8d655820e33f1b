import { colourOfToken, type MapColours } from './map-colours.ts';
import { PATTERN_PIXEL_RATIO } from './pattern-images.ts';

/** A filled outline and strokes on it, in a box of 24 × 24, as an image with a halo. Undefined where nothing can be drawn. */
export function lookImage(
  { outline, sign, token }: { readonly outline: string; readonly sign: string; readonly token: string },
  colours: MapColours,
): ImageData | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = EDGE_PIXELS * PATTERN_PIXEL_RATIO;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(PATTERN_PIXEL_RATIO, PATTERN_PIXEL_RATIO);
  context.translate((EDGE_PIXELS - LOOK_PIXELS) / 2, (EDGE_PIXELS - LOOK_PIXELS) / 2);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const shape = new Path2D(outline);
  context.strokeStyle = colours.labelHalo;
  context.lineWidth = 4;
  context.stroke(shape);
  context.fillStyle = colourOfToken(colours, token);
  context.fill(shape);
  context.lineWidth = 2.2;
  context.stroke(new Path2D(sign));
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The looks are drawn in a box of 24; the halo needs room around it. */
const LOOK_PIXELS = 24;
const EDGE_PIXELS = 28;
