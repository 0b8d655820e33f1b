import { count, unitWord } from '../../domain/not-spots/headline.ts';
import type { DatasetRecord } from '../../domain/project/project.ts';
import type {
  ChangedPlace,
  Outcome,
  OutcomeCounts,
  PlaceOutcomes,
  ReleaseComparison,
  ReleaseName,
} from '../../domain/releases/comparison.ts';
import { releaseDate } from '../../domain/releases/release-date.ts';
import { type ReleasePair, releasePairs } from '../../domain/releases/release-pairs.ts';
import { numberOf } from './count-text.ts';

/** A comparison in words. */
export interface ReleaseText {
  /** "214 premises lost gigabit between January 2026 and May 2026; 1,204 gained gigabit." */
  readonly headline: string;
  /** What else is to be known of it, a sentence each. */
  readonly notes: readonly string[];
  /** Every outcome that occurs, with its number in units. */
  readonly outcomes: readonly {
    readonly outcome: Outcome;
    readonly label: string;
    readonly number: string;
  }[];
}

/** The pairs of loaded files that can be compared. */
export function pairsToCompare(datasets: readonly DatasetRecord[]): readonly ReleasePair[] {
  return releasePairs(datasets);
}

/** "January 2026", "31 July 2025", "2024"; the file's name where no date is known. */
export function releaseLabel({ date, fileName }: Pick<ReleaseName, 'date' | 'fileName'>): string {
  if (date === null) return fileName;
  const [year, month, day] = date.split('-').map(Number);
  if (!month) return String(year);
  const name = `${MONTHS[month - 1] ?? month} ${year}`;
  return day ? `${day} ${name}` : name;
}

/** The same of a loaded file. */
export function datasetLabel(dataset: DatasetRecord): string {
  return releaseLabel({ date: releaseDate(dataset), fileName: dataset.fileName });
}

export function releaseText(comparison: ReleaseComparison): ReleaseText {
  const { totals, words, keys, column } = comparison;
  const then = releaseLabel(comparison.before);
  const now = releaseLabel(comparison.after);
  const parts = (
    [
      ['lost', words.lost],
      ['gained', words.gained],
      ['changed', words.changed],
      ['disappeared', 'are no longer in the file'],
      ['appeared', 'are new in the file'],
    ] as const
  ).filter(([outcome]) => totals[outcome] > 0 || keys[outcome] > 0);
  const inUnits = (value: number): string => `${count(value)} ${unitName(comparison, value)}`;
  const [first, ...rest] = parts;
  const headline = first
    ? `${inUnits(totals[first[0]])} ${first[1]} between ${then} and ${now}${rest
        .map(([outcome, did]) => `; ${count(totals[outcome])} ${did}`)
        .join('')}.`
    : `Nothing that can be told has changed between ${then} and ${now}.`;
  const notes: string[] = [];
  if (comparison.kind === 'shares' && comparison.expected !== null) {
    const sign = comparison.expected < 0 ? 'fewer' : 'more';
    notes.push(
      `Shares name no single premises: summed over the areas, about ${count(Math.abs(comparison.expected))} ${sign} ${unitName(comparison, 2)} have it.`,
    );
  }
  if (comparison.cannotTellPoints)
    notes.push(
      `A share that moved by ${pointsOf(comparison.cannotTellPoints)} or less may only be rounded otherwise: it counts as no change that can be told.`,
    );
  if (comparison.unplaced > 0)
    notes.push(
      `${inUnits(comparison.unplaced)} of the files are no loaded premises and have no place on the map.`,
    );
  const unknown = totals['known-now'] + totals['unknown-now'] + totals.unknown;
  if (unknown > 0) notes.push(`For ${inUnits(unknown)} one release or both do not say: not known.`);
  if (totals.ambiguous > 0)
    notes.push(
      `${inUnits(totals.ambiguous)} stand twice in a release with different values and are not compared.`,
    );
  if (comparison.changedCount > comparison.marks.length && comparison.marks.length > 0)
    notes.push(
      `The map marks ${count(comparison.marks.length)} of the ${count(comparison.changedCount)} changes; the exports hold all.`,
    );
  if (column !== null) notes.unshift(`Compared: the column “${column}”.`);
  return {
    headline,
    notes,
    outcomes: (Object.keys(OUTCOME_LABELS) as Outcome[])
      .filter((outcome) => totals[outcome] > 0)
      .map((outcome) => ({ outcome, label: OUTCOME_LABELS[outcome], number: count(totals[outcome]) })),
  };
}

/** Title of the marks: the headline without its full stop. */
export function markTitle(comparison: ReleaseComparison): string {
  return releaseText(comparison).headline.replace(/\.$/, '');
}

/** "100023336956: lost (true → false)" */
export function markText(comparison: ReleaseComparison, place: ChangedPlace): string {
  const label = OUTCOME_LABELS[place.outcome].toLowerCase();
  const values = place.before !== '' && place.after !== '' ? ` (${place.before} → ${place.after})` : '';
  return `${place.key}: ${comparison.words[place.outcome as 'gained'] ?? label}${values}`;
}

/** One line of the table by ward or street, as a row that can be sorted. */
export interface PlaceLine {
  readonly key: string;
  readonly name: string;
  readonly counts: OutcomeCounts;
  readonly changed: number;
}

/** The places with at least one unit, the most changed first or as asked. */
export function placeLines(
  places: readonly PlaceOutcomes[],
  sort: { readonly column: string; readonly descending: boolean },
): PlaceLine[] {
  const lines = places.map((place, i): PlaceLine => {
    const { counts } = place;
    const changed = counts.gained + counts.lost + counts.changed + counts.appeared + counts.disappeared;
    return { key: `${i} ${place.code}`, name: place.name, counts, changed };
  });
  const turn = sort.descending ? -1 : 1;
  const value = (line: PlaceLine): number =>
    sort.column === 'changed' ? line.changed : (line.counts[sort.column as Outcome] ?? 0);
  return lines.sort((one, other) =>
    sort.column === 'name'
      ? turn * (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
      : turn * (value(one) - value(other)) || (one.name < other.name ? -1 : 1),
  );
}

/** "1,204", or "·" for none, so that zeros do not shout. */
export function cellCount(value: number): string {
  return value === 0 ? '·' : count(value);
}

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  gained: 'Gained',
  lost: 'Lost',
  changed: 'Changed',
  appeared: 'New in the file',
  disappeared: 'No longer in it',
  'known-now': 'Not known then',
  'unknown-now': 'Not known now',
  same: 'No change',
  unknown: 'Not known in either',
  ambiguous: 'Ambiguous',
};

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

function unitName({ unit }: ReleaseComparison, value: number): string {
  if (unit === 'areas' || unit === 'records') return value === 1 ? unit.slice(0, -1) : unit;
  return unitWord(unit, value);
}

/** "3 columns" of what can be chosen. */
export function columnChoices(comparison: ReleaseComparison): readonly { column: string; label: string }[] {
  return comparison.columns.map(({ column, kind, counts }) => {
    const changed = counts.gained + counts.lost + counts.changed;
    const what =
      kind === 'share' ? numberOf(changed, 'area moved', 'areas moved') : numberOf(changed, 'change');
    return { column, label: `${column} (${what})` };
  });
}

function pointsOf(value: number): string {
  return round(value) === 1 ? '1 point' : `${round(value)} points`;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
