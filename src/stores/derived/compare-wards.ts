import type { NeedOutcome } from '../../domain/compare/comparison.ts';
import {
  compareWards,
  type WardMeasure,
  type WardStanding,
  wardMeasures,
} from '../../domain/compare/ward-standing.ts';
import type { LayerRecord } from '../../domain/coverage/layer.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { count, percent, percentPoints } from '../../domain/not-spots/headline.ts';
import { rankWords } from './ordinal.ts';
import { rememberLast } from './remember-last.ts';
import { signedPoints } from './signed-points.ts';
import type { TableCell } from './table-cell.ts';

/** A ward's line of the comparison, ready to print; `sortBy` orders its columns. */
export interface CompareLine {
  /** GSS code, or 'total'. */
  readonly key: string;
  readonly name: string;
  readonly rank: string;
  /** "2nd to 5th"; '' where the rank is certain. */
  readonly rankRange: string;
  readonly share: string;
  /** "20.1–24.9 %"; null where exact. */
  readonly shareBand: string | null;
  /** "1,204 of 4,870" */
  readonly outOf: string;
  /** How many are not known; '0' where all are. */
  readonly notKnown: string;
  /** "+3.2" percentage points from the whole. */
  readonly difference: string;
  /** Rank by number of not-spots, each counting alike: what `move` moves from; '' where nothing is weighed. */
  readonly plainRank: string;
  readonly needRank: string;
  /** "▲ 3", "▼ 1", "–"; '' where nothing is weighed. */
  readonly move: string;
  /** "up 3 places" for those who hear it. */
  readonly moveWords: string;
  readonly sortBy: Readonly<Record<string, number>>;
  /** What its numbers are of. */
  readonly measure: Pick<WardMeasure, 'key' | 'asks'>;
}

/** The wards compared by one measure. */
export interface CompareWardsView {
  readonly measure: Pick<WardMeasure, 'key' | 'label' | 'by' | 'worst'>;
  readonly lines: readonly CompareLine[];
  readonly foot: readonly CompareLine[];
  /** What rank 1 means. */
  readonly rankMeaning: string;
  /** "The share of everything counted is 12.0 % of 40,000 premises." */
  readonly wholeWords: string;
  /** How many wards cannot be told apart from a neighbour in rank; '' where all can. */
  readonly bandWords: string;
  /** Why nothing is ranked; null where wards are. */
  readonly notRanked: string | null;
}

/** By what wards can be compared here. */
export const compareMeasures = rememberLast(
  (analysis: Analysis, layers: readonly LayerRecord[]): readonly WardMeasure[] =>
    wardMeasures(analysis, layers),
);

/** The wards by a measure (the first where there is none of that key), with their rank by need where one is chosen. */
export const compareWardsView = rememberLast(
  (
    analysis: Analysis,
    layers: readonly LayerRecord[],
    measureKey: string,
    need: NeedOutcome | null,
  ): CompareWardsView => {
    const measures = compareMeasures(analysis, layers);
    const measure = measures.find(({ key }) => key === measureKey) ?? measures[0];
    const compared = compareWards(measure, analysis.wardCodes.length);
    const asksRecipe = measure.tally === analysis.notSpots || measure.key.startsWith('use:');
    const isRanked = analysis.ranksWards || !asksRecipe;
    const unknown = compared.wards.filter(({ units, rank }) => units > 0 && rank === null).length;
    const lines = compared.wards.map((standing) => lineOf(standing, analysis, { need, isRanked, measure }));
    const open = compared.wards.filter(({ rank }) => rank && rank.best + (rank.sharing - 1) < rank.worst);
    const whole = compared.whole;
    return {
      measure,
      lines,
      foot: [
        {
          key: 'total',
          name: 'All together',
          rank: '',
          rankRange: '',
          ...shareCells(whole.share, whole.count.mid, whole.units),
          notKnown: count(whole.count.notKnown),
          difference: '',
          plainRank: '',
          needRank: '',
          move: '',
          moveWords: '',
          sortBy: {},
          measure,
        },
      ],
      rankMeaning: `1st has the ${measure.worst === 'highest' ? 'most' : 'fewest'}${measure.by === 'share' ? ', as a share' : ''}`,
      wholeWords: Number.isNaN(whole.share.mid)
        ? ''
        : `All together: ${percent(whole.share.mid)} of ${count(whole.units)} ${measure.unitWords}${whole.count.notKnown > 0 ? `; for ${count(whole.count.notKnown)} it is not known` : ''}.`,
      bandWords: [
        isRanked && open.length > 0
          ? `${open.length} of ${compared.ranked} wards cannot be told apart from some other: their bounds, what is not known included, overlap, so a range of ranks is shown.`
          : '',
        isRanked && unknown > 0
          ? `${unknown} ${unknown === 1 ? 'ward is' : 'wards are'} not ranked: more than half is not known.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
      notRanked: isRanked
        ? null
        : 'A share used here is of areas larger than wards: the same share stands for several wards, so they are not ranked.',
    };
  },
);

/** The lines in the order asked for; names by name, all else by number, of equals the lower code. */
export function sortedCompareLines(
  lines: readonly CompareLine[],
  sort: { readonly column: string; readonly descending: boolean },
): CompareLine[] {
  const turn = sort.descending ? -1 : 1;
  const byCode = (a: CompareLine, b: CompareLine): number => (a.key < b.key ? -1 : 1);
  if (sort.column === 'name')
    return lines.toSorted((a, b) => turn * NAMES.compare(a.name, b.name) || byCode(a, b));
  const numberOf = (line: CompareLine): number => line.sortBy[sort.column] ?? Number.NaN;
  return lines.toSorted((a, b) => {
    const [one, other] = [numberOf(a), numberOf(b)];
    // What has no value stands last, whichever way.
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || byCode(a, b);
    return turn * (one - other) || byCode(a, b);
  });
}

/** A cell of a line, ready to print. */
export function compareCell(line: CompareLine, column: string): TableCell {
  const { text, band = '', words } = textOf(line, column);
  const isNumber = column !== 'name' && text !== '' && text !== '–' && text !== 'none';
  return {
    text,
    band: band === '' ? null : band,
    ...(words ? { words } : {}),
    asks: isNumber || column === 'move' ? asksOf(line, column) : null,
  };
}

function textOf(line: CompareLine, column: string): { text: string; band?: string; words?: string } {
  switch (column) {
    case 'rank':
      return { text: line.rank, band: line.rankRange };
    case 'share':
      return { text: line.share, band: line.shareBand ?? '' };
    case 'units':
      return { text: line.outOf };
    case 'difference':
      return { text: line.difference };
    case 'notKnown':
      return { text: line.notKnown };
    case 'plain':
      return { text: line.plainRank };
    case 'need':
      return { text: line.needRank };
    case 'move':
      return { text: line.move, words: line.moveWords };
    default:
      return { text: line.name };
  }
}

/** What the count tells itself is asked of it; what only a comparison tells, of the comparison. */
function asksOf({ key, measure, move }: CompareLine, column: string): TableCell['asks'] {
  const { asks } = measure;
  const isShare = asks.kind === 'share' || asks.kind === 'not-spots';
  const uses = 'uses' in asks && asks.uses ? { uses: asks.uses } : {};
  if (column === 'move' && move === '') return null;
  if (column === 'units')
    return isShare ? { kind: 'not-spots', place: key, ...uses } : { ...asks, place: key };
  if (column === 'share' && isShare) return { kind: 'share', place: key, ...uses };
  if (column === 'notKnown' && isShare) return { kind: 'not-known', place: key, ...uses };
  if (column === 'notKnown' && asks.kind === 'covered')
    return { kind: 'layer-not-known', layerId: asks.layerId, place: key };
  return { kind: 'compared', measure: measure.key, column, place: key };
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function lineOf(
  { ward, rank, share, count: at, units, difference }: WardStanding,
  analysis: Analysis,
  { need, isRanked, measure }: { need: NeedOutcome | null; isRanked: boolean; measure: WardMeasure },
): CompareLine {
  const shown = isRanked ? rank : null;
  const byNeed = need?.kind === 'ranked' && analysis.ranksWards ? need.ranking.wards[ward] : undefined;
  const move = byNeed?.move ?? 0;
  const weighted = byNeed?.weighted ?? null;
  return {
    key: analysis.wardCodes[ward],
    name: analysis.wardNames[ward] || analysis.wardCodes[ward],
    rank: shown ? rankWords(shown.rank, shown.sharing) : '–',
    rankRange:
      shown && shown.best < shown.worst && shown.best + shown.sharing - 1 < shown.worst
        ? `${shown.best}–${shown.worst}`
        : '',
    ...shareCells(share, at.mid, units),
    notKnown: count(at.notKnown),
    difference: Number.isNaN(difference) ? '–' : signedPoints(difference),
    plainRank: byNeed?.plain ? rankWords(byNeed.plain.rank, byNeed.plain.sharing) : byNeed ? '–' : '',
    needRank: weighted ? rankWords(weighted.rank, weighted.sharing) : byNeed ? '–' : '',
    move: weighted ? moveText(move) : '',
    moveWords: weighted ? moveWords(move) : '',
    sortBy: {
      rank: shown ? shown.rank : Number.NaN,
      share: share.mid,
      units,
      difference,
      notKnown: at.notKnown,
      plain: byNeed?.plain ? byNeed.plain.rank : Number.NaN,
      need: weighted ? weighted.rank : Number.NaN,
      move: weighted ? move : Number.NaN,
    },
    measure,
  };
}

function shareCells(
  { low, mid, high }: WardStanding['share'],
  covered: number,
  units: number,
): Pick<CompareLine, 'share' | 'shareBand' | 'outOf'> {
  return {
    share: Number.isNaN(mid) ? '–' : percent(mid),
    shareBand:
      Number.isNaN(mid) || printsAlike(low, high)
        ? null
        : `${percentPoints(100 * low)}–${percentPoints(100 * high)} %`,
    outOf: units === 0 ? 'none' : `${count(covered)} of ${count(units)}`,
  };
}

/** Whether two shares print the same, so that a band between them would say nothing. */
function printsAlike(one: number, other: number): boolean {
  return percent(one) === percent(other);
}

/** "▲ 3" up, "▼ 2" down, "–" where it stays. */
export function moveText(move: number): string {
  return move > 0 ? `▲ ${move}` : move < 0 ? `▼ ${-move}` : '–';
}

function moveWords(move: number): string {
  if (move === 0) return 'stays';
  const size = Math.abs(move);
  return `${move > 0 ? 'up' : 'down'} ${size} ${size === 1 ? 'place' : 'places'}`;
}
