import { readCoordinate } from '../domain/geo/coordinate-text.ts';
import type { AppContext } from './app-context.ts';
import { findInProject } from './find-in-project.ts';

/** A place in degrees, or why the text names none. */
export type FoundPlace =
  | { readonly lon: number; readonly lat: number; readonly title: string }
  | { readonly problem: string };

/** The place that a text names: latitude and longitude, a grid reference, or a postcode or name of the loaded data. */
export async function findPlace(context: AppContext, text: string): Promise<FoundPlace> {
  if (text.trim() === '') return { problem: WANTED };
  const read = readCoordinate(text);
  if (read.ok) return { lon: read.lon, lat: read.lat, title: text.trim() };
  const settled = await findInProject(context, text, {});
  const answer = settled.state === 'done' ? settled.value : null;
  const found = answer?.results.find(({ kind }) => kind !== 'ward' && kind !== 'area');
  if (!found) {
    const reason = answer?.problem || (read.kind === 'malformed' ? read.reason : '');
    return { problem: reason ? `${reason} ${WANTED}` : WANTED };
  }
  const { title, asked } = found;
  // A place that is no premises: the results then name the nearest one.
  return asked
    ? { lon: asked.lon, lat: asked.lat, title: asked.title }
    : { lon: found.lon, lat: found.lat, title };
}

const WANTED = 'Write latitude and longitude (51.5117, -0.1240), a grid reference or a postcode.';
