import { colourOfToken, type MapColours } from './map-colours.ts';

/** Pixels of the image per pixel of the page. */
export const PATTERN_PIXEL_RATIO = 2;

/** Name of the image of `pattern` in the colour whose custom property is `token`. */
export function patternImageId(pattern: PatternName, token: string): string {
  return `${pattern} ${token}`;
}

/**
 * The image behind a name given by `patternImageId`, one seamless tile of it, in the colours now in force. Drawn on a
 * canvas: the policy admits no images from elsewhere, and a theme changes them. Undefined for another's name.
 */
export function patternImage(imageId: string, colours: MapColours): ImageData | undefined {
  const [pattern, token] = imageId.split(' ');
  const draw = PATTERNS[pattern as PatternName];
  if (!draw || !token) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = draw.size * PATTERN_PIXEL_RATIO;
  canvas.height = draw.size * PATTERN_PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.scale(PATTERN_PIXEL_RATIO, PATTERN_PIXEL_RATIO);
  context.strokeStyle = colourOfToken(colours, token);
  context.fillStyle = context.strokeStyle;
  context.lineWidth = draw.width;
  context.beginPath();
  for (const [x1, y1, x2, y2] of draw.lines ?? []) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  for (const [x, y, radius] of draw.circles ?? []) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    if (draw.filled) context.fill();
    else context.stroke();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

export type PatternName =
  | 'hatch-1'
  | 'hatch-2'
  | 'hatch-3'
  | 'hatch-4'
  | 'hatch-5'
  | 'dots'
  | 'lines'
  | 'rings'
  | 'columns'
  | 'cross';

/** One tile, in page pixels. */
interface Pattern {
  readonly size: number;
  readonly width: number;
  readonly lines?: readonly (readonly [number, number, number, number])[];
  readonly circles?: readonly (readonly [number, number, number])[];
  readonly filled?: boolean;
}

const PATTERNS: Record<PatternName, Pattern> = {
  'hatch-1': hatch(9, 0.5),
  'hatch-2': hatch(8, 0.7),
  'hatch-3': hatch(7, 0.9),
  'hatch-4': hatch(6, 1.2),
  'hatch-5': hatch(5, 1.5),
  dots: {
    size: 8,
    width: 1,
    circles: [
      [2, 2, 0.9],
      [6, 6, 0.9],
    ],
    filled: true,
  },
  lines: { size: 8, width: 1.2, lines: [[0, 4, 8, 4]] },
  rings: {
    size: 12,
    width: 1,
    circles: [
      [3, 3, 1.9],
      [9, 9, 1.9],
    ],
  },
  columns: { size: 8, width: 1.2, lines: [[4, 0, 4, 8]] },
  cross: {
    size: 12,
    width: 1,
    lines: [
      [6, 3.5, 6, 8.5],
      [3.5, 6, 8.5, 6],
    ],
  },
};

/** Rising diagonals, `size` apart across: the not-spots' own. */
function hatch(size: number, width: number): Pattern {
  return {
    size,
    width,
    lines: [
      [-1, size + 1, size + 1, -1],
      [-1, 1, 1, -1],
      [size - 1, size + 1, size + 1, size - 1],
    ],
  };
}
