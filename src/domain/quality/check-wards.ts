import { type Found, findOwner, NO_OWNER, type PolygonIndex } from '../geo/polygon-index.ts';
import { count } from '../not-spots/headline.ts';
import { wardIndex } from '../not-spots/ward-membership.ts';
import { CHUNK_ROWS } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { edgesNear } from './edges-near.ts';
import { distanceWords } from './metres.ts';
import type { QualityCheck } from './quality-input.ts';
import type { QualityNote } from './quality-note.ts';
import { evenly, rowPlaces } from './row-places.ts';

/** Rows in two wards, rows in the gaps between wards, and rows outside every ward. */
export const checkWards: QualityCheck = function* ({ placed, wards }) {
  if (!placed || !wards || wards.areas.codes.length === 0) return [];
  const { premises, membership, dataset } = placed;
  const { codes, names } = wards.areas;
  const index = wardIndex(wards.areas);
  const shared = { of: premises.count, contentIds: [dataset.contentId, wards.contentId] };
  const double: number[] = [];
  const outside: number[] = [];
  const found: Found = { owner: NO_OWNER, twice: false };
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === 0) yield { what: 'Looking between the wards', fraction: row / premises.count };
    if (membership.wardOf[row] < 0) outside.push(row);
    else if (membership.overlapped > 0) {
      findOwner(index, premises.lon[row], premises.lat[row], found);
      if (found.twice) double.push(row);
    }
  }
  const notes: QualityNote[] = [];
  if (double.length > 0) {
    const shown = evenly(double);
    notes.push({
      ...shared,
      kind: 'in-two-wards',
      count: double.length,
      text: `${counted(double.length, 'row')} lie in two or more wards, or on a border that wards share.`,
      effect: `Each is counted once, in the ward with the lowest code: ${counted(double.length, 'row')} could count for a neighbour.`,
      places: rowPlaces(premises, shown, (id, i) => {
        const ward = membership.wardOf[shown[i]];
        return `${id}, counted in ${names[ward]} (${codes[ward]})`;
      }),
    });
  }
  const between: number[] = [];
  const beyond: { readonly row: number; readonly metres: number }[] = [];
  for (const [i, row] of outside.entries()) {
    if (i % 256 === 0) yield { what: 'Looking outside the wards', fraction: i / outside.length };
    const near = edgesNear(index, premises.lon[row], premises.lat[row], BETWEEN_METRES);
    if (near.size > 1) between.push(row);
    else beyond.push({ row, metres: Math.min(...near.values()) });
  }
  if (between.length > 0) {
    notes.push({
      ...shared,
      kind: 'between-wards',
      count: between.length,
      text: `${counted(between.length, 'row')} lie in no ward, but within ${BETWEEN_METRES} m of two: in gaps that simplified borders leave.`,
      effect: `They count as outside every ward: the wards have ${counted(between.length, 'row')} too few.`,
      places: rowPlaces(premises, evenly(between)),
    });
  }
  if (beyond.length > 0) {
    const tried: { readonly row: number; readonly metres: number }[] = [];
    const step = Math.max(1, Math.floor(beyond.length / MOST_TRIED));
    for (let i = 0; i < beyond.length; i += step) {
      if (i % 64 === 0) yield { what: 'Looking outside the wards', fraction: i / beyond.length };
      const { row, metres } = beyond[i];
      const at = Number.isFinite(metres)
        ? metres
        : nearestMetres(index, premises.lon[row], premises.lat[row]);
      tried.push({ row, metres: at });
    }
    tried.sort((a, b) => b.metres - a.metres);
    const middle = tried[Math.floor(tried.length / 2)].metres;
    const shown = evenly(tried);
    notes.push({
      ...shared,
      kind: 'outside-wards',
      count: beyond.length,
      text: `${count(beyond.length)} of ${counted(premises.count, 'row')} lie outside every ward, ${howFar(middle, tried[0].metres)}.`,
      effect: `They are counted apart, as "outside every ward": ${counted(beyond.length, 'row')} in the total and in no ward.`,
      places: rowPlaces(
        premises,
        shown.map((one) => one.row),
        (id, i) => `${id}, ${distanceOrFar(shown[i].metres)} from the nearest ward`,
      ),
    });
  }
  return notes;
};

const BETWEEN_METRES = 50;

/** Rows whose distance is measured; more are picked evenly. */
const MOST_TRIED = 1000;

/** Beyond this a row is only called far. */
const FAR_METRES = 6400;

/** Metres to the nearest ward border; Infinity beyond FAR_METRES. */
function nearestMetres(index: PolygonIndex, lon: number, lat: number): number {
  for (let radius = 2 * BETWEEN_METRES; radius <= FAR_METRES; radius *= 4) {
    const near = edgesNear(index, lon, lat, radius);
    if (near.size > 0) return Math.min(...near.values());
  }
  return Number.POSITIVE_INFINITY;
}

function distanceOrFar(metres: number): string {
  return Number.isFinite(metres) ? distanceWords(metres) : `over ${distanceWords(FAR_METRES)}`;
}

function howFar(middle: number, most: number): string {
  return middle === most
    ? `${distanceOrFar(most)} from the nearest`
    : `half of them over ${distanceOrFar(middle).replace('over ', '')} from the nearest, the farthest ${distanceOrFar(most)}`;
}
