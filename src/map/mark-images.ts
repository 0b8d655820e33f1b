import { MARK_KINDS, MARK_LOOKS } from '../stores/derived/marks-looks.ts';
import type { MarkKind } from '../stores/marks-store.ts';
import { lookImage } from './look-image.ts';
import type { MapColours } from './map-colours.ts';

/** Name of the image of a kind of mark. */
export function markImageId(kind: MarkKind): string {
  return `mark-${kind}`;
}

/** The image behind a name given by `markImageId`, in the colours now in force. Undefined for another's name. */
export function markImage(imageId: string, colours: MapColours): ImageData | undefined {
  const kind = MARK_KINDS.find((candidate) => markImageId(candidate) === imageId);
  return kind ? lookImage(MARK_LOOKS[kind], colours) : undefined;
}
