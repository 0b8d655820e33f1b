import { mentions } from '../domain/project/hidden-names.ts';
import type { PlanPageContent } from './plan-page-content.ts';
import { designsOf } from './plan-told.ts';

/** How places of a plan are called on its page, and what may be said of them. */
export interface PageNames {
  /** Name of a street or roof by its id; null: what it is called may not be said. */
  readonly placeName: (id: string) => string | null;
  /** False for a text that names what may not be shown. */
  readonly maySay: (text: string) => boolean;
  /** Why names of places are left out, in words; null: all are said. */
  readonly why: string | null;
}

/** The names of a plan's streets and roofs, but for those that its confidential files hold. */
export function pageNames({
  plan,
  held,
  hidden,
}: Pick<PlanPageContent, 'plan' | 'held' | 'hidden'>): PageNames {
  const streets = new Map<string, string>();
  const roofs = new Map<string, string>();
  for (const { trench, radio } of designsOf(plan)) {
    for (const { street, streetName } of trench?.pieces ?? [])
      if (street !== null) streets.set(street, streetName ?? street);
    for (const { street, streetName } of trench?.detours ?? []) streets.set(street, streetName ?? street);
    for (const { behind } of trench?.missed ?? [])
      if (behind) streets.set(behind.street, behind.streetName ?? behind.street);
    for (const { nearestStreet } of trench?.missed ?? [])
      if (nearestStreet !== null && !streets.has(nearestStreet)) streets.set(nearestStreet, nearestStreet);
    for (const { roof } of radio?.hubs ?? []) roofs.set(roof.id, roof.name);
    for (const { behind } of radio?.missed ?? []) if (behind) roofs.set(behind.roof, behind.roofName);
  }
  // What a trench leads to and a hub looks at betray each other.
  const isHeld = held.route !== null || held.roofs !== null;
  const places = isHeld
    ? [...streets, ...roofs]
        .flat()
        .map((name) => name.toLowerCase())
        .filter((name) => name.length > 1)
    : [];
  const unsaid = [...places, ...hidden];
  return {
    placeName: (id) => (isHeld ? null : (streets.get(id) ?? roofs.get(id) ?? id)),
    maySay: (text) => unsaid.length === 0 || !mentions(text, unsaid),
    why: held.route ?? held.roofs,
  };
}
