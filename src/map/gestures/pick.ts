import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { PREMISES_LAYERS } from '../layers/premises-layers.ts';

/** Premises of a reach, as rooftops/reach-layers.ts draws them. */
const REACH_LAYERS = ['reach-premises', 'reach-sign', 'reach-dot'];

/** Of a plan, as interventions/plan-layers.ts draws it: roofs lie above premises. */
const PLAN_LAYERS = ['plan-roof', 'plan-place'];

/** What lies under a point of the map. */
export interface Picked {
  /** Row of the nearest premises, where a dot lies within reach. */
  readonly row: number | null;
  /** Code of the ward that holds the point. */
  readonly wardCode: string | null;
  /** Id of the cluster that holds the point, the upper one of two. */
  readonly clusterId: string | null;
  /** Id of the rooftop site within reach. */
  readonly siteId: string | null;
  /** Id of the street that the point lies on, where streets are drawn to be dug in. */
  readonly streetId: string | null;
  /** Id of the hub's roof, or else key of the premises, of a plan within reach. */
  readonly thing: string | null;
}

/** Looks at point (pixels from the map's top left corner); a dot counts within `reachPixels`. */
export function pick(
  map: MapLibreMap,
  at: { readonly x: number; readonly y: number },
  reachPixels: number,
): Picked {
  const around: [PointLike, PointLike] = [
    [at.x - reachPixels, at.y - reachPixels],
    [at.x + reachPixels, at.y + reachPixels],
  ];
  const dots = [...PREMISES_LAYERS, ...REACH_LAYERS].filter((id) => map.getLayer(id));
  const dot =
    dots.length > 0 ? nearestOf(map, at, map.queryRenderedFeatures(around, { layers: dots })) : undefined;
  const ward = map.getLayer('ward-class')
    ? map.queryRenderedFeatures([at.x, at.y], { layers: ['ward-class'] })[0]
    : undefined;
  const cluster = map.getLayer('cluster-fill')
    ? map.queryRenderedFeatures([at.x, at.y], { layers: ['cluster-fill'] })[0]
    : undefined;
  const site = map.getLayer('site')
    ? nearestOf(map, at, map.queryRenderedFeatures(around, { layers: ['site'] }))
    : undefined;
  const street = map.getLayer('dig-street-hit')
    ? map.queryRenderedFeatures(around, { layers: ['dig-street-hit'] })[0]
    : undefined;
  const things = PLAN_LAYERS.filter((id) => map.getLayer(id)).map((id) =>
    nearestOf(map, at, map.queryRenderedFeatures(around, { layers: [id] })),
  );
  const thing = things.find((one) => one !== undefined);
  return {
    thing: thing ? String(thing.properties.id) : null,
    streetId: typeof street?.properties.street === 'string' ? street.properties.street : null,
    siteId: site ? String(site.properties.id) : null,
    clusterId: cluster ? String(cluster.properties.id) : null,
    row: typeof dot?.properties.row === 'number' ? dot.properties.row : null,
    wardCode: ward?.id === undefined ? null : String(ward.id),
  };
}

/** The dot whose middle is nearest: houses of one row stand closer than the reach. The upper one of two at one place. */
function nearestOf(
  map: MapLibreMap,
  at: { readonly x: number; readonly y: number },
  dots: readonly MapGeoJSONFeature[],
): MapGeoJSONFeature | undefined {
  let nearest: MapGeoJSONFeature | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dot of dots) {
    if (dot.geometry.type !== 'Point') continue;
    const [lon, lat] = dot.geometry.coordinates;
    const { x, y } = map.project([lon, lat]);
    const square = (x - at.x) ** 2 + (y - at.y) ** 2;
    if (square >= least) continue;
    least = square;
    nearest = dot;
  }
  return nearest;
}
