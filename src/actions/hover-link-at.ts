import { groundDistanceMetres } from '../domain/geo/ground-distance.ts';
import { metresAlong, placeAlong } from '../stores/derived/link-lines.ts';
import type { AppContext } from './app-context.ts';
import { hoverLink } from './set-rooftops-view.ts';
import { shownLinks } from './shown-links.ts';

/** Points at the place on the one link that is nearest to a place in degrees, where it is within reach of it. */
export function hoverLinkAt(
  context: AppContext,
  place: readonly [number, number],
  reachMetres: number,
): void {
  const { lines, lengthMetres } = shownLinks(context);
  const [line] = lines;
  if (!line || lengthMetres === null) return;
  const metres = metresAlong(line, place, lengthMetres);
  const [lon, lat] = placeAlong(line, metres, lengthMetres);
  const away = groundDistanceMetres({ lon, lat }, { lon: place[0], lat: place[1] });
  hoverLink(context, away <= reachMetres ? metres : null);
}
