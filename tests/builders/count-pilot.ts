import { booleanPointInPolygon } from '@turf/turf';
import type { Pilot } from './pilot.ts';

/** What the pilot's ward counts must be, by Turf and plain loops: nothing of ours is used. */
export function countPilot(
  pilot: Pilot,
): Map<string, { premises: number; covered: number; notSpots: number }> {
  const counts = new Map<string, { premises: number; covered: number; notSpots: number }>();
  for (const code of [...pilot.wards.map((ward) => ward.code), 'outside', 'total'])
    counts.set(code, { premises: 0, covered: 0, notSpots: 0 });
  for (const { position } of pilot.premises) {
    const ward = pilot.wards.find(({ ring }) =>
      booleanPointInPolygon(position, { type: 'Polygon', coordinates: [[...ring]] }),
    );
    const covered = pilot.gigabit.some((rings) =>
      booleanPointInPolygon(position, { type: 'Polygon', coordinates: rings.map((ring) => [...ring]) }),
    );
    for (const place of [ward?.code ?? 'outside', 'total']) {
      const count = counts.get(place);
      if (!count) continue;
      count.premises++;
      if (covered) count.covered++;
      // Outside every ward nothing says that the footprint speaks there: not known, unless covered.
      else if (ward) count.notSpots++;
    }
  }
  return counts;
}
