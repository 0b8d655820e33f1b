import { mentions } from '../domain/project/hidden-names.ts';
import type { LeftOut } from '../domain/project/left-out.ts';

export interface OpenAddressOptions {
  /** Names that must not leave (`hiddenNames`). */
  readonly hidden: readonly string[];
  /** Whether places of single premises may leave: only where their rows do. */
  readonly withPremises: boolean;
  /** Whether the column that weighs need leaves. */
  readonly withNeed: boolean;
}

/** An address that may leave, and what of the view that left out. */
export interface OpenAddress {
  readonly address: string;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The address without the parts that name what is hidden (of a list only those of its items), and without what tells
 * where a single premises stands: a cluster is named by the place of one, and the map by about a kilometre at most.
 */
export function openAddress(
  address: string,
  { hidden, withPremises, withNeed }: OpenAddressOptions,
): OpenAddress {
  const at = address.indexOf('?');
  if (at < 0) return { address, leftOut: [] };
  const leftOut: LeftOut[] = [];
  const put = (name: string, why: string): void => void leftOut.push({ kind: 'view', name, why });
  const parts = address
    .slice(at + 1)
    .split('&')
    .flatMap((part) => {
      const [name, value = ''] = splitOnce(part);
      if (name === 'cluster' && !withPremises) {
        put('the open cluster', 'it is named by the exact place of one premises');
        return [];
      }
      if (name === 'need' && !withNeed) {
        put('the column that weighs need', 'it is of a file that is left out');
        return [];
      }
      const items = name === 'layers' ? value.split(',') : [value];
      const open = items.filter((item) => !mentions(plain(item), hidden));
      if (open.length < items.length) put(PART_WORDS.get(name) ?? name, 'it mentions what is confidential');
      if (open.join(',') === '') return [];
      if (name !== 'at' || withPremises) return [`${name}=${open.join(',')}`];
      const said = coarse(value);
      if (said !== value)
        put('the exact place of the map', 'it could tell one premises; it is told to about a kilometre');
      return said === '' ? [] : [`at=${said}`];
    });
  const path = address.slice(0, at);
  return { address: parts.length > 0 ? `${path}?${parts.join('&')}` : path, leftOut };
}

/** Part of an address, in words; others are called as they are. */
const PART_WORDS: ReadonlyMap<string, string> = new Map([
  ['layers', 'layers on the map'],
  ['recipe', 'the definition'],
  ['sides', 'the two counts compared'],
  ['sort', 'the order of the table'],
  ['by', 'the measure compared'],
  ['need', 'the column that weighs need'],
]);

/** As near as a ward is looked at: zoom/lat/lon, a hundredth of a degree. */
const NEAREST_ZOOM = 13;

function coarse(place: string): string {
  const [zoom, lat, lon] = place.split('/').map(Number);
  if (![zoom, lat, lon].every(Number.isFinite)) return '';
  return [Math.min(zoom, NEAREST_ZOOM).toFixed(2), lat.toFixed(2), lon.toFixed(2)].join('/');
}

function plain(item: string): string {
  try {
    return decodeURIComponent(item.replaceAll('+', ' '));
  } catch {
    return item;
  }
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
