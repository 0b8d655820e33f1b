import { type Box, boxOfPoints, type Points } from '../geo/geometry.ts';
import { counted } from '../tables/issue-collector.ts';
import { editDistance } from './edit-distance.ts';
import type { FindIndex } from './find-index.ts';
import { nearestOf, nearWords } from './find-places.ts';
import type { FindResult } from './find-result.ts';
import { type KeyIndex, keyRange } from './key-index.ts';
import { nearestRows } from './nearest-rows.ts';
import {
  outwardRange,
  type PostcodeStart,
  postcodeNumber,
  postcodeOfNumber,
  postcodeRange,
} from './postcode-number.ts';
import { unitsOfRows, whereOf } from './rows-words.ts';

/** Postcodes found by their number: those of the premises, else those of another loaded file. */
export function postcodeResult(index: FindIndex, key: number): FindResult | null {
  const own = index.postcodes ? keyRange(index.postcodes, key, key + 1) : NOTHING;
  if (index.postcodes && own[1] > own[0]) {
    const rows = [...index.postcodes.rows.subarray(...own)];
    const place = middleOf(index.words.premises, rows);
    const isOne = index.words.postcodeColumn === index.words.premises.ids;
    return {
      kind: 'postcode',
      title: postcodeOfNumber(key),
      detail: isOne ? whereOf(index, rows[0]) : `${unitsOfRows(index, rows)}, ${whereOf(index, rows[0])}`,
      ...place,
      wardCode: null,
      rows,
      asked: null,
    };
  }
  const other = index.postcodePlaces;
  const found = other ? keyRange(other.index, key, key + 1) : NOTHING;
  if (!other || found[1] === found[0]) return null;
  const place = middleOf(other, [...other.index.rows.subarray(...found)]);
  const [near] = nearestRows(index.words.premises, place, { count: 1 });
  const title = postcodeOfNumber(key);
  return {
    kind: 'postcode',
    title,
    detail: near ? `From ${other.fileName}. ${nearWords(index, near)}` : `From ${other.fileName}`,
    ...place,
    wardCode: null,
    ...nearestOf(index, { title, lon: place.lon, lat: place.lat }, near),
  };
}

/** All postcodes that begin so, as one result and, the first of them, one by one. `total` counts the postcodes. */
export function postcodesStarting(
  index: FindIndex,
  start: PostcodeStart,
  most: number,
): { results: FindResult[]; total: number } {
  const keys = keysWithin(index, postcodeRange(start));
  if (keys.length === 0) return { results: [], total: 0 };
  const each = keys.slice(0, MOST_MARKS).flatMap((key) => postcodeResult(index, key) ?? []);
  const box = boxOfPoints({
    lon: Float64Array.from(each, ({ lon }) => lon),
    lat: Float64Array.from(each, ({ lat }) => lat),
  }) as Box;
  const group: FindResult = {
    kind: 'postcodes',
    title: `${start.outward} ${start.inward}`.trim(),
    detail:
      keys.length > MOST_MARKS
        ? `${counted(keys.length, 'postcode')}, the first ${MOST_MARKS.toLocaleString('en-GB')} marked`
        : counted(keys.length, 'postcode'),
    lon: (box[0] + box[2]) / 2,
    lat: (box[1] + box[3]) / 2,
    box,
    wardCode: null,
    rows: [],
    asked: null,
    marks: each.map(({ lon, lat, title }) => ({ lon, lat, label: title })),
  };
  return { results: keys.length === 1 ? each : [group, ...each.slice(0, most)], total: keys.length };
}

/**
 * The postcodes of the data most like one that is not among them: in its sector, else its district, else its area, else
 * anywhere; by the fewest letters to change, then by the order of codes.
 */
export function postcodesLike(index: FindIndex, text: string, most: number): FindResult[] {
  const wanted = text.replace(/[^a-z0-9]/gi, '').toUpperCase();
  const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)?[A-Z\d]{0,2}$/.exec(wanted);
  const outward = wanted.slice(0, -3);
  const isOutward = /^[A-Z]{1,2}\d[A-Z\d]?$/.test(outward);
  const own = isOutward ? outward : (parts?.[1] ?? '');
  const letters = /^[A-Z]{1,2}/.exec(wanted)?.[0] ?? '';
  const ranges: (readonly [number, number])[] = [];
  if (isOutward && /^\d/.test(wanted.slice(-3)))
    ranges.push(postcodeRange({ outward, inward: wanted.at(-3) ?? '' }));
  if (own) ranges.push(postcodeRange({ outward: own, inward: '' }));
  if (letters) ranges.push(outwardRange(letters), outwardRange(letters[0]));
  ranges.push([0, Number.POSITIVE_INFINITY]);
  const self = postcodeNumber(wanted);
  for (const range of ranges) {
    const keys = keysWithin(index, range, MOST_COMPARED).filter((key) => key !== self);
    if (keys.length === 0) continue;
    const near = keys
      .map((key) => ({ key, steps: editDistance(postcodeOfNumber(key).replace(' ', ''), wanted) }))
      .sort((one, other) => one.steps - other.steps || apart(one.key, self) - apart(other.key, self))
      .slice(0, most);
    return near.flatMap(({ key }) => postcodeResult(index, key) ?? []);
  }
  return [];
}

/** Whether the data has any postcode at all. */
export function hasPostcodes(index: FindIndex): boolean {
  return (index.postcodes?.keys.length ?? 0) > 0 || index.postcodePlaces !== null;
}

const NOTHING: readonly [number, number] = [0, 0];
const MOST_MARKS = 1000;
const MOST_COMPARED = 50_000;

/** Different numbers within a range, ascending, of the premises and of the other file. */
function keysWithin(
  index: FindIndex,
  range: readonly [number, number],
  most = Number.POSITIVE_INFINITY,
): number[] {
  const keys = new Set<number>();
  const add = (list: KeyIndex): void => {
    const [from, to] = keyRange(list, ...range);
    for (let i = from; i < to && keys.size < most; i++) keys.add(list.keys[i]);
  };
  if (index.postcodes) add(index.postcodes);
  if (index.postcodePlaces) add(index.postcodePlaces.index);
  return [...keys].sort((one, other) => one - other);
}

function apart(key: number, self: number): number {
  return Number.isNaN(self) ? key : Math.abs(key - self);
}

function middleOf(
  { lon, lat }: Points,
  rows: readonly number[],
): { lon: number; lat: number; box: Box | null } {
  const box = boxOfPoints({
    lon: Float64Array.from(rows, (row) => lon[row]),
    lat: Float64Array.from(rows, (row) => lat[row]),
  }) as Box;
  const mean = (values: Float64Array): number =>
    rows.reduce((sum, row) => sum + values[row], 0) / rows.length;
  return { lon: mean(lon), lat: mean(lat), box: box[0] === box[2] && box[1] === box[3] ? null : box };
}
