import { type PremisesTable, premisesCell, unitsAt } from '../premises/premises-table.ts';
import type { Plan } from './plan.ts';

/** Which plans of a project ask for some premises that are looked at. */
export interface PlansWith {
  /** Units looked at. */
  readonly units: number;
  readonly unit: PremisesTable['unit'];
  /** In the project's order. */
  readonly plans: readonly PlanWith[];
  /** Of which it cannot be said whom they ask for, and why. */
  readonly notTold: readonly { readonly planId: string; readonly why: string }[];
}

/** A plan that asks for some of them. */
export interface PlanWith {
  readonly planId: string;
  /** Units looked at that it asks for. */
  readonly units: number;
  /** The points that these lie on, each once. */
  readonly places: readonly { readonly lon: number; readonly lat: number; readonly units: number }[];
}

/** Of rows of the premises those that a plan asks for; null: none of them. */
export function planWith(
  planId: string,
  premises: PremisesTable,
  { rows, isAsked }: { readonly rows: readonly number[]; readonly isAsked: (row: number) => boolean },
): PlanWith | null {
  const places = new Map<string, { lon: number; lat: number; units: number }>();
  let all = 0;
  for (const row of new Set(rows)) {
    if (!isAsked(row)) continue;
    const [lon, lat, units] = [premises.lon[row], premises.lat[row], unitsAt(premises, row)];
    const key = `${lon} ${lat}`;
    const place = places.get(key) ?? { lon, lat, units: 0 };
    place.units += units;
    places.set(key, place);
    all += units;
  }
  return places.size === 0 ? null : { planId, units: all, places: [...places.values()] };
}

/**
 * Whether the designs of a plan speak of a row, by its point and its id; null: it has none that do. They say it as it was when
 * they were made, whatever has become of the files since.
 */
export function isInDesigns(
  { designs }: Pick<Plan, 'designs'>,
  premises: PremisesTable,
): ((row: number) => boolean) | null {
  const ids = new Map<string, ReadonlySet<string>>();
  // Places of hubs have no ids.
  for (const { design } of designs?.outcomes ?? [])
    for (const part of [design?.trench, design?.radio])
      for (const place of [...(part?.served ?? []), ...(part?.missed ?? [])])
        if (place.ids.length > 0) ids.set(`${place.lon} ${place.lat}`, new Set(place.ids));
  if (ids.size === 0) return null;
  return (row) =>
    ids.get(`${premises.lon[row]} ${premises.lat[row]}`)?.has(premisesCell(premises, premises.ids, row)) ??
    false;
}
