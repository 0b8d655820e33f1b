import { antennasOn } from '../radio/place-reach.ts';
import { premisesPlace } from '../radio/premises-places.ts';
import type { Antenna } from '../radio/sight-path.ts';
import type { PlacedRoof } from './answer-target.ts';
import type { RoofsToJudge } from './hub-input.ts';
import type { Target } from './place-targets.ts';
import type { TargetPart } from './target-part.ts';

/**
 * A footprint is one building in the data, though it may be a row of houses. Where it is the roof's own, a cable serves all of
 * it if it is of flats (each of its points holds several units), and else who stands at the roof's point (assumed); the
 * neighbours in the row each have a radio at their own place. null: no height is known of the roof.
 */
export function partsFrom(
  site: PlacedRoof | null,
  target: Target,
  { places: asked, model, meter }: RoofsToJudge,
): readonly TargetPart[] {
  const { building, antennas, places } = target;
  if (site === null || antennas.length === 0) return [{ ...target, isOwn: false }];
  const { x, y } = site.antenna;
  const isAt = (points: readonly Antenna[], metres: number): boolean =>
    points.every((point) => Math.hypot(point.x - x, point.y - y) <= metres);
  if (building < 0 || building !== site.building) return [{ ...target, isOwn: isAt(antennas, 0) }];
  if (places.every((place) => asked[place].units > 1)) return [{ ...target, isOwn: true }];
  return places.map((place): TargetPart => {
    const { points } = premisesPlace(asked[place], model.surface, null);
    const own = antennasOn(points, meter.choices.premisesMastMetres.value);
    return { antennas: own, places: [place], isOwn: own.length > 0 && isAt(own, OWN_HOUSE_METRES) };
  });
}

/** From a roof's point to a premises that is taken to be of the same house; assumed. */
const OWN_HOUSE_METRES = 4;
