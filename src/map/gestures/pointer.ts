import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { hoverLinkAt } from '../../actions/hover-link-at.ts';
import { hoverCluster, isClusterTopic } from '../../actions/open-cluster.ts';
import { hoverWard } from '../../actions/select-ward.ts';
import { hoverStreet, hoverThing } from '../../actions/set-interventions-view.ts';
import { hoverSite } from '../../actions/set-rooftops-view.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import { actAt, type GestureOptions } from './act-at.ts';
import { pick } from './pick.ts';

/** How near the pointer must come to a link to point at a place on it. */
const LINK_REACH_PIXELS = 14;

/** Hovering marks the ward, or the site, under the pointer; a click acts there. Returns a function that ends it. */
export function followPointer(options: GestureOptions): () => void {
  const { map, context, onPremises } = options;
  let frame = 0;
  const onMove = ({ point }: MapMouseEvent): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const { row, wardCode, clusterId, siteId, streetId, thing } = pick(map, point, 3);
      const { page, rooftops, interventions } = context.view.getState();
      if (page === 'rooftops') {
        hoverWard(context, null);
        hoverSite(context, siteId);
        const { lng, lat } = map.unproject(point);
        hoverLinkAt(context, [lng, lat], metresOfPixels(map, LINK_REACH_PIXELS));
        const asks = siteId !== null || (row !== null && rooftops.topic === 'premises');
        map.getCanvas().style.cursor = rooftops.picking ? 'crosshair' : asks ? 'pointer' : '';
        return;
      }
      if (page === 'interventions') {
        hoverWard(context, null);
        hoverStreet(context, streetId);
        hoverThing(context, thing);
        const acts = streetId !== null || thing !== null;
        map.getCanvas().style.cursor = interventions.picking ? 'crosshair' : acts ? 'pointer' : '';
        return;
      }
      const held = isClusterTopic(context) ? clusterId : wardCode;
      if (isClusterTopic(context)) hoverCluster(context, clusterId);
      else hoverWard(context, wardCode);
      const acts =
        held !== null || (row !== null && onPremises !== undefined && map.getZoom() >= STREET_ZOOM);
      map.getCanvas().style.cursor = acts ? 'pointer' : '';
    });
  };
  const onLeave = (): void => {
    cancelAnimationFrame(frame);
    hoverWard(context, null);
    hoverCluster(context, null);
    hoverSite(context, null);
    hoverStreet(context, null);
    hoverThing(context, null);
  };
  const onClick = ({ point }: MapMouseEvent): void => actAt(options, point);
  map.on('mousemove', onMove);
  map.on('mouseout', onLeave);
  map.on('click', onClick);
  return () => {
    onLeave();
    map.off('mousemove', onMove);
    map.off('mouseout', onLeave);
    map.off('click', onClick);
  };
}

/** Metres on the ground under so many pixels at the map's middle; tiles are 512 pixels wide. */
function metresOfPixels(map: MapLibreMap, pixels: number): number {
  const around = 40_075_016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180);
  return (pixels * around) / (512 * 2 ** map.getZoom());
}
