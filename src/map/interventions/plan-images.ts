import { PLAN_LOOKS } from '../../stores/derived/plan-looks.ts';
import { lookImage } from '../look-image.ts';
import type { MapColours } from '../map-colours.ts';

/** Name of the image of a look of a plan: "answer:radio", "roof:trench", "cheapest:dig:sure", "change:gained", "asked". */
export function planImageId(look: string): string {
  return `plan-${look}`;
}

/** The image behind a name given by `planImageId`, in the colours now in force. Undefined for another's name. */
export function planImage(imageId: string, colours: MapColours): ImageData | undefined {
  const look = LOOKS.get(imageId);
  return look ? lookImage(look, colours) : undefined;
}

const LOOKS = new Map([...PLAN_LOOKS].map(([name, look]) => [planImageId(name), look]));
