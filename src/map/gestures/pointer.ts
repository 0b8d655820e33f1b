import type { MapMouseEvent } from 'maplibre-gl';
import { hoverCluster, isClusterTopic } from '../../actions/open-cluster.ts';
import { hoverWard } from '../../actions/select-ward.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import { actAt, type GestureOptions } from './act-at.ts';
import { pick } from './pick.ts';

/** Hovering marks the ward under the pointer, a click acts there. Returns a function that ends it. */
export function followPointer(options: GestureOptions): () => void {
  const { map, context, onPremises } = options;
  let frame = 0;
  const onMove = ({ point }: MapMouseEvent): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const { row, wardCode, clusterId } = pick(map, point, 3);
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
