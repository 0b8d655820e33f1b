import { converterToDegrees } from '../geo/convert-coordinates.ts';
import { trueBearingDegrees } from '../geo/true-bearing.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import { diffractionOver } from '../radio/diffraction-over.ts';
import { OutOfRange } from '../radio/out-of-range.ts';
import { bestPoint, slantMetres } from '../radio/place-reach.ts';
import type { SightJudge } from '../radio/sight-judge.ts';
import type { Antenna } from '../radio/sight-path.ts';
import { fastestMegabits } from './backhaul-meter.ts';
import type { RoofsToJudge } from './hub-input.ts';
import type { RoofAnswer, RoofReach } from './judged-roofs.ts';
import type { TargetPart } from './target-part.ts';

/** How a hub on one roof would answer some places that share their antennas: reached and how, or why not. */
export function answerTarget(
  site: PlacedRoof,
  { antennas, isOwn }: TargetPart,
  { asked, judge, faults }: Looking,
): Answered | Exclude<RoofAnswer, 'reached'> {
  const { meter, model, question } = asked;
  const { antenna } = site;
  if (antennas.length === 0) return 'not known';
  if (isOwn)
    return {
      metres: 0,
      azimuthDegrees: Number.NaN,
      seaMetres: Number.NaN,
      megabitsPerSecond: fastestMegabits(meter.device),
      marginDecibels: 0,
    };
  const away = antennas.map(({ x, y }) => Math.hypot(x - antenna.x, y - antenna.y));
  const points = antennas.filter((_, i) => away[i] > 0 && away[i] <= question.radiusMetres);
  if (points.length === 0) return 'beyond the radius';
  const best = bestPoint(antenna, points, judge);
  if (best.class === 'blocked' || best.class === 'not known') return best.class;
  const point = points[best.point];
  try {
    const lost = diffractionOver(best.class, () => judge.profile(antenna, point), judge.air);
    const snr = meter.clearSnrDecibels(slantMetres(antenna, point)) - lost.value;
    const marginDecibels = meter.marginDecibels(snr);
    if (marginDecibels < 0) return 'too weak';
    const megabitsPerSecond = meter.megabitsPerSecond(snr);
    if (megabitsPerSecond < question.leastMegabitsPerSecond) return 'slower than asked';
    const [lon, lat] = converterToDegrees(model.surface.system)(point.x, point.y);
    return {
      metres: Math.hypot(point.x - antenna.x, point.y - antenna.y),
      azimuthDegrees: trueBearingDegrees(site, { lon, lat }),
      seaMetres: point.metres,
      megabitsPerSecond,
      marginDecibels,
    };
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    faults.add(error.message);
    return 'not known';
  }
}

/** One reached place; `azimuthDegrees` NaN: in the roof's own building. */
export type Answered = Record<Exclude<keyof RoofReach, 'place'>, number>;

/** A roof whose height is known, and its building; −1: none. */
export type PlacedRoof = HubRoof & { readonly antenna: Antenna; readonly building: number };

/** What every pair is judged with; formulas that do not hold leave a fault and "not known". */
export interface Looking {
  readonly asked: RoofsToJudge;
  readonly judge: SightJudge;
  readonly faults: Set<string>;
}
