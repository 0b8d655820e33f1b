import { MARK_KINDS, MARK_LOOKS } from '../stores/derived/marks-looks.ts';
import type { MarkKind } from '../stores/marks-store.ts';
import { colourOfToken, type MapColours } from './map-colours.ts';
import { PATTERN_PIXEL_RATIO } from './pattern-images.ts';

/** Name of the image of a kind of mark. */
export function markImageId(kind: MarkKind): string {
  return `mark-${kind}`;
}

/** The image behind a name given by `markImageId`, in the colours now in force. Undefined for another's name. */
export function markImage(imageId: string, colours: MapColours): ImageData | undefined {
  const kind = MARK_KINDS.find((candidate) => markImageId(candidate) === imageId);
  if (!kind) return undefined;
  const { outline, sign, token } = MARK_LOOKS[kind];
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
