import { count, unitWord } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import { metresOf } from './dig-headline.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import type { PlaceAnswer, PlanAnswers, PlanPlace } from './plan-answers.ts';
import { answerWords, placeName, rateOf } from './plan-place-words.ts';
import { rememberLast } from './remember-last.ts';
import { type SortedColumn, type SortedTable, sortedTable, type TableSort } from './sorted-table.ts';

/** The premises of a plan by a column, with what each design does for them; equal ones keep their order. */
export const planTable = rememberLast(
  (answers: PlanAnswers, sort: TableSort): SortedTable<PlanPlace> =>
    sortedTable(answers.places, columnsOf(answers), sort),
);

/** How many units of a plan a design serves: by radio, by fibre, neither, not known. */
export function unitsByAnswer(
  { places }: PlanAnswers,
  kind: BuiltIntervention,
): Readonly<Record<PlaceAnswer['how'], number>> {
  const units = { radio: 0, fibre: 0, none: 0, 'not known': 0 };
  for (const place of places) {
    const answer = place.answers[kind];
    if (answer) units[answer.how] += place.units;
  }
  return units;
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function columnsOf(answers: PlanAnswers): SortedColumn<PlanPlace>[] {
  const { unit, units, places } = answers;
  const served = (kind: BuiltIntervention): string => {
    const { radio, fibre } = unitsByAnswer(answers, kind);
    return places.some((place) => place.answers[kind])
      ? `${count(radio + fibre)} of ${count(units)} ${unitWord(unit, units)} served`
      : 'No such design';
  };
  const design = (kind: BuiltIntervention, meaning: string, width: string): SortedColumn<PlanPlace> => {
    let rankOf: ReturnType<typeof ranksOf> | undefined;
    return {
      column: {
        key: kind,
        header: INTERVENTION_TEXT[kind].name,
        meaning,
        numeric: false,
        sortable: true,
        width,
      },
      value: (place) => {
        rankOf ??= ranksOf(answers, kind);
        return rankOf(place.answers[kind]);
      },
      text: (place) => answerWords(place.answers[kind]),
      foot: served(kind),
    };
  };
  return [
    {
      column: {
        key: 'place',
        header: unit === 'postcodes' ? 'Postcode' : 'Premises',
        meaning: 'By the id in its file',
        numeric: false,
        sortable: true,
        width: '10rem',
      },
      value: placeName,
      text: placeName,
      foot: `All ${count(places.length)} ${places.length === 1 ? 'place' : 'places'}`,
    },
    {
      column: {
        key: 'units',
        header: 'How many',
        meaning: 'How many stand at this point',
        numeric: true,
        sortable: true,
        width: '6.5rem',
      },
      value: (place) => place.units,
      text: (place) => count(place.units),
      foot: count(units),
    },
    design('rooftop radio', 'The hub, rate and distance of the radio link, or why there is none', '22rem'),
    numeric(
      'rate',
      'Radio, Mbit/s',
      'Of the link by rooftop radio, in the rain reckoned with',
      ({ megabitsPerSecond }) => [megabitsPerSecond, rateOf(megabitsPerSecond).replace(/ Mbit\/s$/, '')],
    ),
    numeric('metres', 'Radio, to its hub', 'Of the link by rooftop radio', ({ metres }) => [
      metres,
      metres > 0 ? metresOf(metres) : 'by cable',
    ]),
    design('dig', 'Whether fibre reaches it, or why not', '14rem'),
    design('hybrid', 'By fibre, by radio, or why neither', '22rem'),
  ];
}

type Radio = Extract<PlaceAnswer, { readonly how: 'radio' }>;

/** A number of the link by rooftop radio alone; those without one sort as the least. */
function numeric(
  key: string,
  header: string,
  meaning: string,
  of: (radio: Radio) => readonly [number, string],
): SortedColumn<PlanPlace> {
  const link = (place: PlanPlace): Radio | null => {
    const answer = place.answers['rooftop radio'];
    return answer?.how === 'radio' ? answer : null;
  };
  return {
    column: { key, header, meaning, numeric: true, sortable: true, width: '8rem' },
    value: (place) => {
      const radio = link(place);
      return radio ? of(radio)[0] : -1;
    },
    text: (place) => {
      const radio = link(place);
      return radio ? of(radio)[1] : '–';
    },
    foot: '',
  };
}

/**
 * A number by which answers sort: fibre, radio by hub and then the nearest first, not known, not served, each by its words.
 * There are few words for many places, so that comparing them takes no time.
 */
function ranksOf(
  { places }: PlanAnswers,
  kind: BuiltIntervention,
): (answer: PlaceAnswer | undefined) => number {
  const words = new Set(places.map((place) => sortWords(place.answers[kind])));
  const sorted = [...words].sort((one, other) => NAMES.compare(one, other));
  const rank = new Map(sorted.map((word, at) => [word, at * BEYOND_METRES]));
  return (answer) =>
    (rank.get(sortWords(answer)) ?? 0) +
    (answer?.how === 'radio' ? Math.min(answer.metres, BEYOND_METRES - 1) : 0);
}

/** More than any radio link is long. */
const BEYOND_METRES = 1_000_000;

function sortWords(answer: PlaceAnswer | undefined): string {
  const words = answer?.how === 'radio' ? answer.hubName : answerWords(answer);
  return `${answer ? RANKS[answer.how] : 4} ${words}`;
}

const RANKS: Readonly<Record<PlaceAnswer['how'], number>> = { fibre: 0, radio: 1, 'not known': 2, none: 3 };
