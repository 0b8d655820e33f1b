import { nearestNamed, type PlaceNames } from '../clusters/place-names.ts';
import { addressOf, type PremisesWords, postcodeOf } from '../find/premises-words.ts';
import { type Box, boxOf } from '../geo/geometry.ts';
import { metresPerDegree } from '../quality/metres.ts';
import { firstAtLeast } from '../tables/first-at-least.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { Footprints, Roofs } from '../terrain/roofs.ts';
import { roofName } from './roof-name.ts';

/** Where names of roofs come from. */
export interface RoofNameSources {
  readonly roofs: Roofs;
  /** The footprints' own file, and its column of names where a person said one. */
  readonly table: Pick<SourceTable, 'columns'>;
  readonly nameColumn: string | undefined;
  /** Named streets. */
  readonly streets: PlaceNames;
  /** null: no premises are loaded. */
  readonly words: PremisesWords | null;
  /** What the ward of a row of the premises is called; '' where it has none. */
  readonly wardAt: (row: number) => string;
}

/** What the roof of a footprint's row is called (`roofName`). The same for the same files, whoever asks. */
export function roofNamer({
  roofs,
  table: { columns },
  nameColumn,
  streets,
  words,
  wardAt,
}: RoofNameSources): (row: number) => string {
  const like = (pattern: RegExp): TextColumn[] => columns.filter(({ name }) => pattern.test(name.trim()));
  const names = [...columns.filter(({ name }) => name === nameColumn), ...like(NAME)];
  const [addresses, numbers, ways, ids] = [ADDRESS, HOUSE_NUMBER, STREET, ID].map(like);
  const ownAddress = (row: number): string => {
    const [number, way] = [firstCell(numbers, row), firstCell(ways, row)];
    return firstCell(addresses, row) || (number && way && `${number} ${way}`);
  };
  const known = new Map<number, string>();
  const nameOf = (row: number): string => {
    const corners = cornersOf(roofs.footprints, row);
    const box = boxOf(corners);
    const found = words && box ? premisesAround(words, box, { roofs, row }) : null;
    return roofName({
      name: firstCell(names, row) || ownAddress(row),
      addresses: words && found ? found.within.map((one) => addressOf(words, one)) : [],
      street: nearestStreet(streets, corners),
      postcode: words && found && found.nearest >= 0 ? postcodeOf(words, found.nearest) : '',
      ward: found && found.nearest >= 0 ? wardAt(found.nearest) : '',
      identifier: firstCell(ids, row) || String(row + 1),
    });
  };
  return (row) => {
    const name = known.get(row) ?? nameOf(row);
    known.set(row, name);
    return name;
  };
}

const NAME = /^(?:(?:(?:building|site)[_ ]?)?name|addr[:_]housename)$/i;
const ADDRESS = /^(?:full_?|site_?)?address$/i;
const HOUSE_NUMBER = /^addr[:_]housenumber$/i;
const STREET = /^addr[:_]street$/i;
/** Of national and open files of buildings: UPRN and TOID of Ordnance Survey, OpenStreetMap's, or the file's own. */
const ID = /^(?:uprn|toid|osm_?id|(?:building[_ ]?)?(?:id|ref))$/i;
const STREET_WITHIN_METRES = 250;
/** Premises farther away tell neither its postcode nor its ward. */
const PREMISES_WITHIN_METRES = 250;

function firstCell(columns: readonly TextColumn[], row: number): string {
  for (const column of columns) {
    const cell = cellText(column, row).trim();
    if (cell !== '') return cell;
  }
  return '';
}

/** Corners of the outer rings of a row's polygons, as longitude and latitude pairs. */
function cornersOf(
  { row, coordinates, ringStarts, polygonStarts }: Footprints,
  wanted: number,
): Float64Array {
  const corners: number[] = [];
  for (let polygon = firstAtLeast(row, wanted); row[polygon] === wanted; polygon++) {
    const ring = polygonStarts[polygon];
    corners.push(...coordinates.subarray(2 * ringStarts[ring], 2 * ringStarts[ring + 1]));
  }
  return Float64Array.from(corners);
}

function nearestStreet(streets: PlaceNames, corners: Float64Array) {
  let best: ReturnType<typeof nearestNamed> = null;
  for (let i = 0; i < corners.length; i += 2) {
    const at = { lon: corners[i], lat: corners[i + 1] };
    const one = nearestNamed(streets, at, best?.metres ?? STREET_WITHIN_METRES);
    if (one && (!best || one.metres < best.metres || one.name < best.name)) best = one;
  }
  return best;
}

/** Rows of the premises on a building, and the one nearest to its middle; −1: none is near. */
function premisesAround(
  { premises: { count, lon, lat } }: PremisesWords,
  [west, south, east, north]: Box,
  { roofs, row }: { readonly roofs: Roofs; readonly row: number },
): { readonly within: readonly number[]; readonly nearest: number } {
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const metres = metresPerDegree(middle.lat);
  const within: number[] = [];
  let [nearest, least] = [-1, PREMISES_WITHIN_METRES];
  const reach = PREMISES_WITHIN_METRES / metres.north;
  for (let one = 0; one < count; one++) {
    const northwards = Math.abs(lat[one] - middle.lat);
    if (northwards > reach && (lat[one] < south || lat[one] > north)) continue;
    const away = Math.hypot((lon[one] - middle.lon) * metres.east, northwards * metres.north);
    if (away < least) [nearest, least] = [one, away];
    const isInBox = lon[one] >= west && lon[one] <= east && lat[one] >= south && lat[one] <= north;
    if (isInBox && roofs.at(lon[one], lat[one]) === row) within.push(one);
  }
  return { within, nearest };
}
