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

/** A link that a design's radio is built of. */
export interface PlanLink {
  /** 'cable': premises in the hub's own building, which no radio is needed for. */
  readonly kind: 'to premises' | 'backhaul' | 'cable';
  readonly from: PlanLinkEnd;
  readonly to: PlanLinkEnd;
  /** 0-based place among its hub's sectors; null for backhaul. */
  readonly sector: number | null;
  /** Units at its far end; null for backhaul. */
  readonly units: number | null;
  /** Along the ground, from antenna to antenna. */
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
      return {
        kind: metres > 0 ? 'to premises' : 'cable',
        from,
        to,
        sector,
        units,
        metres,
        megabitsPerSecond,
        marginDecibels,
      };
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

/** Units that a hub serves, those in its own building among them: they take no room in a sector. */
export function unitsOfHub({ served }: Pick<RadioDesign, 'served'>, hub: number): number {
  return served.reduce((sum, place) => sum + (place.hub === hub ? place.units : 0), 0);
}

type Standing = Omit<PlanLinkEnd, 'azimuthDegrees' | 'tiltDegrees'>;

function hubEnd({ roof: { id, name, lon, lat }, seaMetres }: Hub): Standing {
  return { ids: [id], name, lon, lat, seaMetres };
}

function placeEnd({ ids, lon, lat, seaMetres }: RadioPlace): Standing {
  return { ids, name: ids.join('; '), lon, lat, seaMetres: seaMetres ?? null };
}

/** Both ends, each looking at the other. `metres` is along the ground; 0: there is nothing to look at. */
function ends(
  { end, azimuth }: { readonly end: Standing; readonly azimuth: number | null },
  other: Standing,
  { metres, earthFactor }: { readonly metres: number; readonly earthFactor: number },
): [PlanLinkEnd, PlanLinkEnd] {
  const looking = metres > 0 ? azimuth : null;
  const rise = end.seaMetres === null || other.seaMetres === null ? null : other.seaMetres - end.seaMetres;
  const tilt = (up: number | null): number | null =>
    up !== null && metres > 0 ? tiltDegrees(up, metres, earthFactor) : null;
  return [
    { ...end, azimuthDegrees: looking, tiltDegrees: tilt(rise) },
    {
      ...other,
      azimuthDegrees: looking === null ? null : (looking + 180) % 360,
      tiltDegrees: tilt(rise === null ? null : -rise),
    },
  ];
}
