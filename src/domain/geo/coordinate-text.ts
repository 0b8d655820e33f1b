import { isInBritishIsles } from './british-isles.ts';

/** A place in degrees WGS84 read from a text, or why it is none. `kind: 'none'` where nothing about the text is like one. */
export type CoordinateTextReading =
  | {
      readonly ok: true;
      readonly lon: number;
      readonly lat: number;
      /** How it was taken where that was not plain from the text: the order of the numbers; else null. */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly kind: 'malformed' | 'none'; readonly reason: string };

/**
 * Reads a coordinate in degrees: "53.4655, -2.2604", "53.4655N 2.2604W", degrees and minutes (and seconds), "geo:" URIs
 * (RFC 5870) and the address of a place on a web map, which is only read as text. Without letters the order is latitude,
 * longitude, unless only the other order lies in Great Britain or Ireland.
 */
export function readCoordinate(text: string): CoordinateTextReading {
  const plain = text
    .trim()
    .slice(0, MOST_CHARACTERS)
    .replace(/[−–—]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/[′’‘]/g, "'")
    .replace(/''|[″“”]/g, '"');
  const address = fromAddress(plain);
  if (address) return inOrder(address[0], address[1], true);
  const pair = PAIR.exec(plain);
  if (pair) return inOrder(Number(pair[1]), Number(pair[2]), false);
  return fromAngles(plain);
}

/** Longer than the address of a place on a web map; what lies behind it says nothing. */
const MOST_CHARACTERS = 300;
const NUMBER = '([+-]?\\d+(?:\\.\\d+)?)';
const PAIR = new RegExp(`^\\(?\\s*${NUMBER}°?\\s*[,;\\s]\\s*${NUMBER}°?\\s*\\)?$`);
/** Latitude, then longitude, in the addresses of the usual web maps. */
const ADDRESSES = [
  new RegExp(`^geo:${NUMBER},${NUMBER}(?:[,;?].*)?$`, 'i'),
  new RegExp(`^https?://\\S*@${NUMBER},${NUMBER}`, 'i'),
  new RegExp(`^https?://\\S*#map=[\\d.]+/${NUMBER}/${NUMBER}`, 'i'),
  new RegExp(`^https?://\\S*[?&]mlat=${NUMBER}&mlon=${NUMBER}`, 'i'),
  new RegExp(`^https?://\\S*[?&](?:q|ll|query|center|cp|sll)=(?:loc:)?${NUMBER}(?:,|%2C|~)${NUMBER}`, 'i'),
];

function fromAddress(text: string): [number, number] | null {
  for (const pattern of ADDRESSES) {
    const found = pattern.exec(text);
    if (found) return [Number(found[1]), Number(found[2])];
  }
  return null;
}

/** Two numbers, latitude first if nothing speaks against it. */
function inOrder(one: number, other: number, orderIsKnown: boolean): CoordinateTextReading {
  const latFirst = isDegrees(other, one);
  const lonFirst = isDegrees(one, other);
  if (!latFirst && (!lonFirst || orderIsKnown))
    return refused(
      orderIsKnown || (Math.abs(one) <= 360 && Math.abs(other) <= 360) ? 'malformed' : 'none',
      'Degrees run to 90 for latitude and 180 for longitude. Check the numbers.',
    );
  if (orderIsKnown) return { ok: true, lon: other, lat: one, note: null };
  if (!latFirst || (!isInBritishIsles(other, one) && isInBritishIsles(one, other)))
    return { ok: true, lon: one, lat: other, note: 'Read as longitude, latitude.' };
  return { ok: true, lon: other, lat: one, note: 'Read as latitude, longitude.' };
}

/** Angles with letters or signs: 53°27'56"N 2°15'37"W, N53.4655 W2.2604, 53 27 56 N, 2 15 37 W. */
function fromAngles(text: string): CoordinateTextReading {
  const halves =
    /^(.*\d.*?[NS])[\s,;]*(.*\d.*[EW])$/i.exec(text) ??
    /^(.*\d.*?[EW])[\s,;]*(.*\d.*[NS])$/i.exec(text) ??
    /^([NS].*\d\D*?)[\s,;]+([EW].*\d\D*)$/i.exec(text) ??
    /^([EW].*\d\D*?)[\s,;]+([NS].*\d\D*)$/i.exec(text) ??
    /^([^NSEW]*°[^NSEW,;]*)[,;\s]\s*([+-]?[^NSEW,;]*°[^NSEW]*)$/i.exec(text);
  if (!halves) return refused('none', 'A coordinate is latitude and longitude, such as 53.4655, -2.2604.');
  const one = angleOf(halves[1]);
  const other = angleOf(halves[2]);
  if (!one || !other)
    return refused(
      /\d.*\d/.test(text) && /°/.test(text) ? 'malformed' : 'none',
      'Write degrees, minutes and seconds as 53°27′56″N 2°15′37″W.',
    );
  if (one.minutes >= 60 || other.minutes >= 60)
    return refused('malformed', 'Minutes and seconds run from 0 to under 60. Check the numbers.');
  if (one.axis === null || other.axis === null) return inOrder(one.degrees, other.degrees, false);
  const [lat, lon] = one.axis === 'lat' ? [one.degrees, other.degrees] : [other.degrees, one.degrees];
  return inOrder(lat, lon, true);
}

/** One angle; `minutes` is the larger of its minutes and seconds. Null where the text is no angle. */
function angleOf(text: string): { degrees: number; minutes: number; axis: 'lat' | 'lon' | null } | null {
  const parts = ANGLE.exec(text.trim());
  if (!parts) return null;
  const [, before, sign, whole, minutesText = '0', secondsText = '0', after] = parts;
  const letter = (before ?? after ?? '').toUpperCase();
  if (before !== undefined && after !== undefined) return null;
  const minutes = Number(minutesText);
  const seconds = Number(secondsText);
  const size = Number(whole) + minutes / 60 + seconds / 3600;
  const isNegative = sign === '-' || letter === 'S' || letter === 'W';
  const axis = letter === '' ? null : letter === 'N' || letter === 'S' ? 'lat' : 'lon';
  return { degrees: isNegative ? -size : size, minutes: Math.max(minutes, seconds), axis };
}

const ANGLE =
  /^([NSEW])?\s*([+-])?\s*(\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*(?:'|m(?:in)?)?\s*(?:(\d+(?:\.\d+)?)\s*(?:"|s(?:ec)?)?)?)?\s*([NSEW])?$/i;

function isDegrees(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function refused(kind: 'malformed' | 'none', reason: string): CoordinateTextReading {
  return { ok: false, kind, reason };
}
