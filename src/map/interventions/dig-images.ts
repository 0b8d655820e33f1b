import {
  DIG_PLACE_LOOKS,
  type DigPlaceLook,
  STREET_LOOKS,
  type StreetState,
} from '../../stores/derived/dig-looks.ts';
import { lookImage } from '../look-image.ts';
import type { MapColours } from '../map-colours.ts';

/** Name of an image of the Interventions page: how a street stands, or what a place is. */
export function digImageId(name: StreetState | DigPlaceLook): string {
  return `dig-${name}`;
}

/** The image behind a name given by `digImageId`, in the colours now in force. Undefined for another's name. */
export function digImage(imageId: string, colours: MapColours): ImageData | undefined {
  const look = LOOKS.get(imageId);
  return look ? lookImage(look, colours) : undefined;
}

const LOOKS = new Map(
  [...Object.entries(STREET_LOOKS), ...Object.entries(DIG_PLACE_LOOKS)].map(([name, look]) => [
    digImageId(name as StreetState),
    look,
  ]),
);
