import type { FindResult } from '../domain/find/find-result.ts';
import type { AppContext } from './app-context.ts';
import { openPremises } from './open-premises.ts';
import { selectWard } from './select-ward.ts';
import { goTo } from './set-view.ts';
import { clearMarks, showMarks } from './show-marks.ts';

/** Goes to what was found: a ward on the Not-spots page, premises on the Premises page, anything else on the map. */
export function chooseFound(context: AppContext, found: FindResult): void {
  const { title, lon, lat, box, wardCode, rows, asked, marks } = found;
  if (wardCode !== null) {
    clearMarks(context, FOUND_OWNER);
    goTo(context, 'not-spots');
    // The same ward again is a wish to see it again.
    selectWard(context, null);
    selectWard(context, wardCode);
    return;
  }
  if (rows.length > 0) openPremises(context, { rows, title: rows.length > 1 ? title : null, asked });
  // What was chosen before is not what was found now.
  else context.view.setState({ premises: null });
  const { page } = context.view.getState();
  if (page === 'accessibility' || page === 'privacy') goTo(context, 'premises');
  if (marks) {
    const shown = marks.map((mark) => ({ ...mark, kind: 'found' as const }));
    showMarks(context, { owner: FOUND_OWNER, title: `${title}: ${found.detail}`, marks: shown });
    return;
  }
  showMarks(context, {
    owner: FOUND_OWNER,
    title: found.kind === 'coordinate' && rows.length === 0 ? `${title}: ${found.detail}` : `Found: ${title}`,
    marks: [{ lon, lat, kind: 'found', label: title }],
  });
  if (box) context.view.setState({ camera: cameraOver(box) });
}

/** Whose marks those of a search are. */
export const FOUND_OWNER = 'find';

/** Width of a map's tile, and of the part of the map that a box is to fill. */
const TILE_PIXELS = 512;
const SHOWN_PIXELS = 360;
const CLOSEST_ZOOM = 16;

/** A camera that has all of a box in sight on a small map; on a large one there is room around it. */
function cameraOver([west, south, east, north]: NonNullable<FindResult['box']>): {
  lon: number;
  lat: number;
  zoom: number;
} {
  const lat = (south + north) / 2;
  const degrees = Math.max(east - west, (north - south) / Math.cos((lat * Math.PI) / 180), 1e-6);
  const zoom = Math.log2((SHOWN_PIXELS * 360) / (TILE_PIXELS * degrees));
  return { lon: (west + east) / 2, lat, zoom: Math.max(3, Math.min(CLOSEST_ZOOM, zoom)) };
}
