import { capitalised } from '../capitalised.ts';
import type { LayerAnswers } from '../coverage/layer-answers.ts';
import { technologyLabel } from '../coverage/technology.ts';
import { nearestRows } from '../find/nearest-rows.ts';
import { type PremisesWords, titleOf } from '../find/premises-words.ts';
import { groundDistanceMetres } from '../geo/ground-distance.ts';
import { count } from '../not-spots/headline.ts';
import { unitsAt } from '../premises/premises-table.ts';
import { answerOfCounts, countAnswers } from './answer-counts.ts';
import { answerWords, countsWords } from './answer-words.ts';
import { type TechnologyGroups, technologyRowAnswer } from './technology-verdict.ts';
import type { Neighbours, PlaceAnswers } from './verdict.ts';

/** What is compared. */
export interface AnswerSource {
  readonly words: PremisesWords;
  readonly technologies: readonly TechnologyGroups[];
  readonly answers: ReadonlyMap<string, LayerAnswers>;
}

/** Neighbours whose answers are counted, and points that are listed. */
const COUNTED = 20;
const LISTED = 8;

/** Rows looked at to find so many points: a tower block is one point with hundreds of premises. */
const MOST_ROWS = 2000;

/** The premises around some rows, themselves left out. */
export function neighboursOf(source: AnswerSource, rows: readonly number[]): Neighbours {
  const { premises } = source.words;
  const own = new Set(rows);
  const place = { lon: premises.lon[rows[0]], lat: premises.lat[rows[0]] };
  const skip = (row: number): boolean => own.has(row);
  const nearest = nearestRows(premises, place, { count: COUNTED, skip }).map(({ row }) => row);
  let points = new Map<string, number[]>();
  for (let take = COUNTED; take <= MOST_ROWS; take *= 10) {
    const near = nearestRows(premises, place, { count: take, skip });
    points = byPoint(
      source,
      near.map(({ row }) => row),
    );
    if (points.size > LISTED || near.length < take) break;
  }
  return {
    places: [...points.values()].slice(0, LISTED).map((at) => placeAnswers(source, at, place)),
    sentences: nearest.length === 0 ? [] : source.technologies.map((of) => sentence(source, of, nearest)),
  };
}

/** Some rows that stand together, with an answer per technology. */
export function placeAnswers(
  { words, technologies, answers }: AnswerSource,
  rows: readonly number[],
  from: { readonly lon: number; readonly lat: number },
): PlaceAnswers {
  const { premises } = words;
  const units = rows.map((row) => unitsAt(premises, row));
  const place = { lon: premises.lon[rows[0]], lat: premises.lat[rows[0]] };
  return {
    rows,
    title:
      rows.length === 1
        ? titleOf(words, rows[0])
        : `${titleOf(words, rows[0])} and ${count(rows.length - 1)} more at this point`,
    units: units.reduce((sum, one) => sum + one, 0),
    distanceMetres: groundDistanceMetres(from, place),
    ...place,
    answers: technologies.map((of) => {
      const counts = countAnswers(
        rows.map((row) => technologyRowAnswer(of, answers, row)),
        units,
      );
      const answer = answerOfCounts(counts);
      return { answer, words: answerWords(answer, counts) };
    }),
  };
}

function byPoint({ words }: AnswerSource, rows: readonly number[]): Map<string, number[]> {
  const points = new Map<string, number[]>();
  for (const row of rows) {
    const point = `${words.premises.lon[row]} ${words.premises.lat[row]}`;
    const there = points.get(point);
    if (there) there.push(row);
    else points.set(point, [row]);
  }
  return points;
}

function sentence(source: AnswerSource, of: TechnologyGroups, rows: readonly number[]): string {
  const { premises } = source.words;
  const counts = countAnswers(
    rows.map((row) => technologyRowAnswer(of, source.answers, row)),
    rows.map(() => 1),
  );
  const noun = premises.unit === 'households' ? 'places' : premises.unit;
  return `${capitalised(technologyLabel(of.technology))}: of the ${rows.length} nearest ${noun}, ${countsWords(counts)}.`;
}
