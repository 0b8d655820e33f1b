import { trueBearingDegrees } from '../geo/true-bearing.ts';
import { tiltDegrees } from '../radio/tilt-degrees.ts';
import type { Hub, RadioDesign, RadioPlace } from './radio-design.ts';

/** An end of a link: where its antenna stands and where it looks. null: not known. */
export interface PlanLinkEnd {
  /** Id of a hub's roof, or the premises' ids. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** Above the datum of the surface. */
  readonly seaMetres: number | null;
  /** Clockwise from true north; above the horizontal, negative below it. */
  readonly azimuthDegrees: number | null;
  readonly tiltDegrees: number | null;
}

/** A radio link that a design is built of. */
export interface PlanLink {
  readonly kind: 'to premises' | 'backhaul';
  readonly from: PlanLinkEnd;
  readonly to: PlanLinkEnd;
  /** 0-based place among its hub's sectors; null for backhaul. */
  readonly sector: number | null;
  /** Units at its far end; null for backhaul. */
  readonly units: number | null;
  readonly metres: number;
  readonly megabitsPerSecond: number;
  readonly marginDecibels: number | null;
}

/** The links of a radio design: between hubs first, in the order of hubs, then to premises in the design's order. */
export function planLinks(
  { hubs, served }: Pick<RadioDesign, 'hubs' | 'served'>,
  earthFactor: number,
): PlanLink[] {
  const roofs = new Map(hubs.map((hub) => [hub.roof.id, hub]));
  return [
    ...hubs.flatMap((hub): PlanLink[] => {
      const { backhaul } = hub;
      const other = backhaul.kind === 'link' ? roofs.get(backhaul.to) : undefined;
      if (backhaul.kind !== 'link' || !other) return [];
      const { metres, megabitsPerSecond } = backhaul;
      const bearing = trueBearingDegrees(hub.roof, other.roof);
      const [from, to] = ends(
        { end: hubEnd(hub), azimuth: Number.isNaN(bearing) ? null : bearing },
        hubEnd(other),
        { metres, earthFactor },
      );
      return [
        {
          kind: 'backhaul',
          from,
          to,
          sector: null,
          units: null,
          metres,
          megabitsPerSecond,
          marginDecibels: null,
        },
      ];
    }),
    ...served.map((place): PlanLink => {
      const { metres, azimuthDegrees, sector, units, megabitsPerSecond, marginDecibels } = place;
      const [from, to] = ends({ end: hubEnd(hubs[place.hub]), azimuth: azimuthDegrees }, placeEnd(place), {
        metres,
        earthFactor,
      });
      return { kind: 'to premises', from, to, sector, units, metres, megabitsPerSecond, marginDecibels };
    }),
  ];
}

/**
 * Half-way between the lowest and the highest that a sector looks to see its premises, degrees above the horizontal; null
 * where none of their heights is known.
 */
export function sectorTiltDegrees(links: readonly PlanLink[], roof: string, sector: number): number | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const link of links) {
    if (link.kind !== 'to premises' || link.sector !== sector || link.from.ids[0] !== roof) continue;
    const { tiltDegrees: tilt } = link.from;
    if (tilt === null) continue;
    low = Math.min(low, tilt);
    high = Math.max(high, tilt);
  }
  return low <= high ? (low + high) / 2 : null;
}

type Standing = Omit<PlanLinkEnd, 'azimuthDegrees' | 'tiltDegrees'>;

function hubEnd({ roof: { id, name, lon, lat }, seaMetres }: Hub): Standing {
  return { ids: [id], name, lon, lat, seaMetres };
}

function placeEnd({ ids, lon, lat, seaMetres = null }: RadioPlace): Standing {
  return { ids, name: ids.join('; '), lon, lat, seaMetres };
}

/** Both ends, each looking at the other. `metres` is from antenna to antenna. */
function ends(
  { end, azimuth }: { readonly end: Standing; readonly azimuth: number | null },
  other: Standing,
  { metres, earthFactor }: { readonly metres: number; readonly earthFactor: number },
): [PlanLinkEnd, PlanLinkEnd] {
  const rise = end.seaMetres === null || other.seaMetres === null ? null : other.seaMetres - end.seaMetres;
  const along = rise === null ? 0 : Math.sqrt(Math.max(0, metres ** 2 - rise ** 2));
  const tilt = (up: number): number | null => (along > 0 ? tiltDegrees(up, along, earthFactor) : null);
  return [
    { ...end, azimuthDegrees: azimuth, tiltDegrees: rise === null ? null : tilt(rise) },
    {
      ...other,
      azimuthDegrees: azimuth === null ? null : (azimuth + 180) % 360,
      tiltDegrees: rise === null ? null : tilt(-rise),
    },
  ];
}
