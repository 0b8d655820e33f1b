import { lonLatToGrid } from '../geo/british-national-grid.ts';
import { CHUNK_ROWS } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import type { QualityCheck } from './quality-input.ts';
import type { QualityNote } from './quality-note.ts';
import { evenly, rowPlaces } from './row-places.ts';

/** Rows without a place, rows that stand outside the United Kingdom, and rows whose two positions differ. */
export const checkPlaces: QualityCheck = function* ({ placed }) {
  if (!placed) return [];
  const { premises, dataset, issues } = placed;
  const notes: QualityNote[] = [];
  const shared = { contentIds: [dataset.contentId] };
  const lost = issues
    .filter((issue) => issue.code === 'NO_LOCATION' || issue.code === 'OUT_OF_RANGE')
    .reduce((sum, issue) => sum + issue.count, 0);
  if (lost > 0) {
    notes.push({
      ...shared,
      kind: 'no-place',
      count: lost,
      of: dataset.rows,
      text: `${counted(lost, 'row')} of ${dataset.fileName} have no place: blank, 0,0 or off the map.`,
      effect: `They are in no count: ${counted(lost, 'row')} too few.`,
      places: [],
    });
  }
  const away: number[] = [];
  const apart: number[] = [];
  let farthestMetres = 0;
  const bothGiven = hasBothPositions(dataset.roles, dataset.format);
  for (let row = 0; row < premises.count; row++) {
    if (row % (CHUNK_ROWS / 8) === 0) yield { what: 'Looking at positions', fraction: row / premises.count };
    if (!isInUnitedKingdom(premises.lon[row], premises.lat[row])) away.push(row);
    if (!bothGiven) continue;
    const [x, y] = lonLatToGrid(premises.lon[row], premises.lat[row]);
    const metres = Math.hypot(x - premises.easting[row], y - premises.northing[row]);
    if (metres <= AGREEMENT_METRES) continue;
    apart.push(row);
    farthestMetres = Math.max(farthestMetres, metres);
  }
  if (away.length > 0) {
    notes.push({
      ...shared,
      kind: 'far-away',
      count: away.length,
      of: premises.count,
      text: `${counted(away.length, 'row')} of ${dataset.fileName} stand outside the United Kingdom.`,
      effect: `They are counted as outside every ward: ${counted(away.length, 'row')}. Longitude and latitude may be swapped.`,
      places: rowPlaces(premises, evenly(away)),
    });
  }
  if (apart.length > 0) {
    notes.push({
      ...shared,
      kind: 'positions-disagree',
      count: apart.length,
      of: premises.count,
      text: `${counted(apart.length, 'row')} have a grid reference and a longitude and latitude over ${AGREEMENT_METRES} m apart, up to ${Math.round(farthestMetres).toLocaleString('en-GB')} m.`,
      effect: `Longitude and latitude are used: ${counted(apart.length, 'row')} may be counted in the wrong place.`,
      places: rowPlaces(premises, evenly(apart)),
    });
  }
  return notes;
};

const AGREEMENT_METRES = 50;

function hasBothPositions(
  roles: { readonly easting?: string; readonly northing?: string; readonly lon?: string },
  format: string,
): boolean {
  const hasDegrees = roles.lon !== undefined || format !== 'csv';
  return hasDegrees && roles.easting !== undefined && roles.northing !== undefined;
}

/** Land and islands, Rockall left out: 8.65° W to 1.77° E, 49.86° to 60.86° N, with some room. */
function isInUnitedKingdom(lon: number, lat: number): boolean {
  return lon >= -8.8 && lon <= 1.9 && lat >= 49.8 && lat <= 61;
}
