import { ROW_YES } from '../../domain/not-spots/count-shares.ts';
import { REACH_QUALITIES, type ReachAnswer, type ReachQuality } from '../../domain/radio/reach-answer.ts';
import { rememberLast } from './remember-last.ts';

/** A premises of a reach as the map draws it. */
export interface ReachMark {
  readonly row: number;
  readonly lon: number;
  readonly lat: number;
  readonly quality: ReachQuality;
  /** Least metres of mast from which it is served; −1: none that was looked at. */
  readonly mastMetres: number;
  /** It is surely a not-spot. */
  readonly isNotSpot: boolean;
}

/** More premises than this are not drawn one by one; the counts and the table have all of them. */
export const MOST_REACH_MARKS = 8_000;

/** Farther than any reach, metres. */
const FAR = 10_000;

/** The premises that are drawn: all, else not-spots first, then the nearest to the site. */
export const reachMarks = rememberLast(({ rows }: ReachAnswer): readonly ReachMark[] => {
  const order = rows.distanceMetres.map((metres, at) =>
    rows.notSpot[at] === ROW_YES ? metres - FAR : metres,
  );
  let places = Array.from(rows.row, (_, at) => at);
  if (places.length > MOST_REACH_MARKS)
    places = places.sort((one, other) => order[one] - order[other] || one - other).slice(0, MOST_REACH_MARKS);
  return places.map((at) => ({
    row: rows.row[at],
    lon: rows.lon[at],
    lat: rows.lat[at],
    quality: REACH_QUALITIES[rows.quality[at]],
    mastMetres: rows.neededMastMetres[at],
    isNotSpot: rows.notSpot[at] === ROW_YES,
  }));
});
