import type { DigPlace } from '../dig/dig-design.ts';
import type { Hub, RadioDesign, RadioPlace } from './radio-design.ts';

/**
 * A radio design without some hubs and without those that others serve: hubs that then serve nobody and carry no other's
 * link are left out, sectors that serve nobody too, and what is left is counted anew. Nobody is added to `missed`.
 * @param isKept `hub`: by place in `hubs`; `place`: of those served
 */
export function partOfRadio(
  design: RadioDesign,
  isKept: { readonly hub: (at: number) => boolean; readonly place: (place: DigPlace) => boolean },
  takeUpPercent: number,
): RadioDesign {
  const stays = design.served.filter((place) => isKept.hub(place.hub) && isKept.place(place));
  const needed = neededHubs(design.hubs, stays);
  const hubPlaces = new Map<number, number>();
  const sectorPlaces = new Map<string, number>();
  const hubs: Hub[] = [];
  for (const [at, hub] of design.hubs.entries()) {
    if (!needed.has(hub.roof.id)) continue;
    hubPlaces.set(at, hubs.length);
    const sectors = hub.sectors.flatMap(({ azimuthDegrees }, sector) => {
      const own = stays.filter((place) => place.hub === at && place.sector === sector);
      if (own.length === 0) return [];
      const units = own.reduce((sum, place) => sum + place.units, 0);
      return [{ azimuthDegrees, units, clients: (units * takeUpPercent) / 100, sector }];
    });
    for (const [now, { sector }] of sectors.entries()) sectorPlaces.set(`${at} ${sector}`, now);
    hubs.push({ ...hub, sectors: sectors.map(({ sector: _, ...rest }) => rest) });
  }
  const served = stays.map(
    (place): RadioPlace => ({
      ...place,
      hub: hubPlaces.get(place.hub) ?? -1,
      sector: sectorPlaces.get(`${place.hub} ${place.sector}`) ?? -1,
    }),
  );
  const ids = new Set(hubs.map(({ roof }) => roof.id));
  return { ...design, hubs, served, barriers: design.barriers.filter(({ place }) => ids.has(place)) };
}

/** Ids of hubs that serve somebody, and of those that they have their link to. */
function neededHubs(hubs: readonly Hub[], served: readonly RadioPlace[]): Set<string> {
  const ids = new Set(served.map(({ hub }) => hubs[hub].roof.id));
  for (const { roof, backhaul } of hubs)
    if (ids.has(roof.id) && backhaul.kind === 'link') ids.add(backhaul.to);
  return ids;
}
