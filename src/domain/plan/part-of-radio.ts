import type { DigPlace } from '../dig/dig-design.ts';
import { servedNotes } from '../hubs/served-notes.ts';
import type { Hub, HubSector, RadioDesign, RadioPlace } from './radio-design.ts';

/** What stays of a radio design: by place in `hubs`, and those of the served that others do not serve. */
export interface KeptOfRadio {
  readonly hub: (at: number) => boolean;
  readonly place: (place: DigPlace) => boolean;
}

/**
 * A radio design without some hubs and without those that others serve: hubs that then serve nobody and carry no other's
 * link are left out, and sectors are counted anew. Nobody is added to `missed`.
 * @param given `mostUnits`: as many units as fill a sector
 */
export function partOfRadio(
  design: RadioDesign,
  isKept: KeptOfRadio,
  given: { readonly takeUpPercent: number; readonly mostUnits: number },
): RadioDesign {
  const stays = design.served.filter((place) => isKept.hub(place.hub) && isKept.place(place));
  const isLeft = new Set(stays);
  const gone = design.served.filter((place) => !isLeft.has(place));
  const needed = neededHubs(design.hubs, stays);
  const places = new Map<number, number>();
  const hubs: Hub[] = [];
  for (const [at, hub] of design.hubs.entries()) {
    if (!needed.has(hub.roof.id)) continue;
    places.set(at, hubs.length);
    const left = gone.filter((place) => place.hub === at);
    hubs.push({ ...hub, sectors: sectorsWithout(hub.sectors, left, given.takeUpPercent) });
  }
  const served = stays.map((place): RadioPlace => ({ ...place, hub: places.get(place.hub) ?? -1 }));
  return { ...design, hubs, served, ...saidOf(design, { hubs, served }, given.mostUnits) };
}

/** Barriers of the hubs left and of those behind which somebody is missed; notes of those served now. */
function saidOf(
  design: RadioDesign,
  part: Pick<RadioDesign, 'hubs' | 'served'>,
  mostUnits: number,
): Pick<RadioDesign, 'barriers' | 'notes'> {
  const { unit = 'premises' } = design;
  const met = new Set(part.hubs.map(({ roof }) => roof.id));
  const behind = new Set(design.missed.map((place) => place.behind?.barrier));
  const before = new Set(servedNotes(design, { unit, mostUnits }));
  return {
    barriers: design.barriers.filter(({ id, place }) => met.has(place) || behind.has(id)),
    notes: [...design.notes.filter((note) => !before.has(note)), ...servedNotes(part, { unit, mostUnits })],
  };
}

/**
 * Sectors without some of those they serve. Who is joined indoors takes no room; a point of more units than fill a sector is
 * shared between several, and what its own does not have is taken from the others.
 */
function sectorsWithout(
  sectors: readonly HubSector[],
  gone: readonly RadioPlace[],
  takeUpPercent: number,
): HubSector[] {
  const units = sectors.map((sector) => sector.units);
  for (const place of gone) {
    let rest = place.metres > 0 ? place.units : 0;
    const others = Array.from(units.keys()).filter((at) => at !== place.sector);
    for (const at of [place.sector, ...others]) {
      const taken = Math.min(rest, units[at] ?? 0);
      if (taken > 0) units[at] -= taken;
      rest -= taken;
    }
  }
  return sectors.map((sector, at) =>
    units[at] === sector.units
      ? sector
      : { ...sector, units: units[at], clients: (units[at] * takeUpPercent) / 100 },
  );
}

/** Ids of hubs that serve somebody, and of those that they have their link to. */
function neededHubs(hubs: readonly Hub[], served: readonly RadioPlace[]): Set<string> {
  const ids = new Set(served.map(({ hub }) => hubs[hub].roof.id));
  for (const { roof, backhaul } of hubs)
    if (ids.has(roof.id) && backhaul.kind === 'link') ids.add(backhaul.to);
  return ids;
}
