import * as v from 'valibot';
import type { HeightAbove } from '../domain/radio/rooftop-site.ts';
import type { LinkPoint } from '../stores/view-store.ts';

/**
 * An end of a link as the address has it: a site's id, or "latitude,longitude,metres,above what"
 * ("51.510100,-0.123400,3.0,surface"). Null where there is none, where it is a premises' place, and for an id that an
 * address cannot bear.
 */
export function linkPointText(point: LinkPoint | null): string | null {
  if (!point) return null;
  if (point.kind === 'site') return SITE_ID.test(point.siteId) ? point.siteId : null;
  if (point.ofPremises) return null;
  const { lat, lon, antennaMetres, above } = point;
  return [lat.toFixed(6), lon.toFixed(6), antennaMetres.toFixed(1), above].join(',');
}

const SITE_ID = /^[\w .:-]{1,64}$/;
const PLACE = /^-?\d{1,2}\.\d{1,8},-?\d{1,3}\.\d{1,8},-?\d{1,5}\.\d,(?:ground|surface|sea)$/;

/** Reads what `linkPointText` writes. */
export const linkPointSchema: v.GenericSchema<string, LinkPoint> = v.pipe(
  v.string(),
  v.check((text) => SITE_ID.test(text) || PLACE.test(text)),
  v.transform(readPoint),
  v.check((point) => point.kind === 'site' || (Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180)),
);

function readPoint(text: string): LinkPoint {
  if (!PLACE.test(text)) return { kind: 'site', siteId: text };
  const [lat, lon, antennaMetres, above] = text.split(',');
  return {
    kind: 'place',
    lat: Number(lat),
    lon: Number(lon),
    antennaMetres: Number(antennaMetres),
    above: above as HeightAbove,
    ofPremises: false,
  };
}
