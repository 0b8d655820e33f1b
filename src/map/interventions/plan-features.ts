import type { Feature, LineString, Point, Polygon } from 'geojson';
import type { PlanDesign } from '../../domain/plan/plan-design.ts';
import type { RadioDesign } from '../../domain/plan/radio-design.ts';
import { placeKey } from '../../stores/derived/place-key.ts';
import type { PlanMark } from '../../stores/derived/plan-marks.ts';
import type { PlanRoof } from '../../stores/derived/plan-roofs.ts';
import { sectorRing } from '../../stores/derived/sector-ring.ts';

/** Premises of a plan, each with its look. */
export function markFeatures(marks: readonly PlanMark[]): Feature<Point>[] {
  return marks.map(({ key, lon, lat, look, size = 1, opacity = 1 }) =>
    pointFeature([lon, lat], { id: key, look, size, opacity }),
  );
}

/** Hubs, by how fibre comes to them, and roofs that may not be used. */
export function roofFeatures(roofs: readonly PlanRoof[]): Feature<Point>[] {
  return roofs.map(({ id, name, lon, lat, look }) => pointFeature([lon, lat], { id, name, look }));
}

/** From each hub to the premises that it serves. */
export function clientFeatures({ hubs, served }: RadioDesign): Feature<LineString>[] {
  return served.map((place) => {
    const { lon, lat } = hubs[place.hub].roof;
    return lineFeature([
      [lon, lat],
      [place.lon, place.lat],
    ]);
  });
}

/** From each hub without a trench to the hub that has one. */
export function backhaulFeatures({ hubs }: RadioDesign): Feature<LineString>[] {
  const roofs = new Map(hubs.map(({ roof }) => [roof.id, roof]));
  return hubs.flatMap(({ roof, backhaul }) => {
    const to = backhaul.kind === 'link' ? roofs.get(backhaul.to) : undefined;
    return to
      ? [
          lineFeature([
            [roof.lon, roof.lat],
            [to.lon, to.lat],
          ]),
        ]
      : [];
  });
}

/**
 * Where each sector looks: a short fan, or of the hub `whole` all that it looks over, as far as the farthest premises that it
 * serves. `widthDegrees`: of the device's antenna.
 */
export function sectorFeatures(
  { hubs, served }: RadioDesign,
  widthDegrees: number,
  whole: string | null,
): Feature<Polygon>[] {
  const farthest = new Map<string, number>();
  for (const { hub, sector, metres } of served) {
    const key = `${hub} ${sector}`;
    farthest.set(key, Math.max(metres, farthest.get(key) ?? 0));
  }
  return hubs.flatMap(({ roof, sectors }, hub) =>
    sectors.flatMap(({ azimuthDegrees }, sector): Feature<Polygon>[] => {
      const metres = farthest.get(`${hub} ${sector}`);
      if (metres === undefined) return [];
      const isWhole = roof.id === whole;
      const shown = isWhole ? metres * BEYOND : Math.min(metres, FAN_METRES);
      const ring = sectorRing(roof, { azimuthDegrees, widthDegrees, metres: shown });
      return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }];
    }),
  );
}

/** The farthest premises stands within the wedge, not on its edge. */
const BEYOND = 1.04;

/** All of what all sectors look over would cover the map. */
const FAN_METRES = 60;

/**
 * What is pointed at and what is chosen: rings around premises and roofs, with the links that serve the premises or start at
 * the roof. */
export function pointedFeatures(
  things: { readonly hover: string | null; readonly chosen: string | null },
  shown: {
    readonly marks: readonly PlanMark[];
    readonly roofs: readonly PlanRoof[];
    readonly design: PlanDesign | null;
  },
): Feature[] {
  return (['chosen', 'hover'] as const).flatMap((state): Feature[] => {
    const id = things[state];
    if (id === null) return [];
    const roof = shown.roofs.find((one) => one.id === id);
    const at = roof ?? shown.marks.find(({ key }) => key === id);
    if (!at) return [];
    const radio = shown.design?.radio;
    const link = radio?.served.find((place) => placeKey(place) === id);
    const ring = pointFeature([at.lon, at.lat], { state, size: roof ? 1.5 : 1 });
    const hub = radio?.hubs.findIndex((one) => one.roof.id === id) ?? -1;
    const links = radio && hub >= 0 ? radio.served.filter((place) => place.hub === hub) : link ? [link] : [];
    const lines = links.map((place) => {
      const { lon, lat } = (radio as RadioDesign).hubs[place.hub].roof;
      const line = [
        [lon, lat],
        [place.lon, place.lat],
      ];
      return lineFeature(line, { state, width: link ? 3 : 1 });
    });
    return [...lines, ring];
  });
}

function lineFeature(coordinates: number[][], properties: Record<string, unknown> = {}): Feature<LineString> {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

function pointFeature(coordinates: number[], properties: Record<string, unknown>): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } };
}
