import {
  ANSWER_LOOKS,
  ASKED_LOOK,
  CHANGE_LOOKS,
  CHEAPEST_LOOKS,
  ROOF_LOOKS,
  SURENESS_LOOKS,
} from '../../stores/derived/plan-looks.ts';
import type { RooftopLook } from '../../stores/derived/rooftop-looks.ts';
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

function named(group: string, looks: Readonly<Record<string, RooftopLook>>): [string, RooftopLook][] {
  return Object.entries(looks).map(([name, look]) => [planImageId(`${group}:${name}`), look]);
}

const LOOKS: ReadonlyMap<string, RooftopLook> = new Map([
  ...named('answer', ANSWER_LOOKS),
  ...named('roof', ROOF_LOOKS),
  ...named('change', CHANGE_LOOKS),
  ...named('cheapest', CHEAPEST_LOOKS),
  ...Object.entries(SURENESS_LOOKS).flatMap(([sureness, { sign }]) =>
    [CHEAPEST_LOOKS['rooftop radio'], CHEAPEST_LOOKS.dig].map((look, i): [string, RooftopLook] => [
      planImageId(`cheapest:${i === 0 ? 'rooftop radio' : 'dig'}:${sureness}`),
      { ...look, sign },
    ]),
  ),
  [planImageId('asked'), ASKED_LOOK],
]);
