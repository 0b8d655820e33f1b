import {
  CANDIDATE_LOOK,
  END_LOOK,
  QUALITY_LOOKS,
  type RooftopLook,
  SITE_LOOK,
} from '../../stores/derived/rooftop-looks.ts';
import { lookImage } from '../look-image.ts';
import type { MapColours } from '../map-colours.ts';

/** Name of an image of the Rooftops page: of a quality, or a site, an end of a link, a candidate roof. */
export function rooftopImageId(name: string): string {
  return `rooftop-${name}`;
}

/** The image behind a name given by `rooftopImageId`, in the colours now in force. Undefined for another's name. */
export function rooftopImage(imageId: string, colours: MapColours): ImageData | undefined {
  const look = LOOKS.get(imageId);
  return look ? lookImage(look, colours) : undefined;
}

const LOOKS: ReadonlyMap<string, RooftopLook> = new Map([
  ...Object.entries(QUALITY_LOOKS).map(([quality, look]): [string, RooftopLook] => [
    rooftopImageId(quality),
    look,
  ]),
  [rooftopImageId('site'), SITE_LOOK],
  [rooftopImageId('end'), END_LOOK],
  [rooftopImageId('candidate'), CANDIDATE_LOOK],
]);
