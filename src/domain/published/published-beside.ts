import { count, percentPoints } from '../not-spots/headline.ts';
import { percentInterval } from '../not-spots/share-band.ts';
import { dateWords } from '../project/date-words.ts';
import { releaseDate } from '../releases/release-date.ts';
import { changeOfAuthority } from './changed-authorities.ts';
import { type CountedShare, countedPercent } from './counted-share.ts';
import type { PublishedFigure, PublishedTable } from './published-table.ts';

/** One reason why a counted share differs from a published one. */
export interface DifferenceReason {
  readonly kind:
    | 'same-source'
    | 'date'
    | 'unit'
    | 'definition'
    | 'not-known'
    | 'outside'
    | 'share-band'
    | 'rounding'
    | 'vintage';
  /** One or two plain sentences with their numbers. */
  readonly text: string;
  /**
   * How far it alone could move the counted share, in percentage points: from `down` (≤ 0) to `up` (≥ 0). Null where
   * the loaded files cannot tell.
   */
  readonly atMost: { readonly down: number; readonly up: number } | null;
}

/** A published share beside the counted one. All numbers are percentages or percentage points. */
export interface PublishedBeside {
  readonly published: { readonly low: number; readonly mid: number; readonly high: number };
  readonly counted: { readonly low: number; readonly mid: number; readonly high: number };
  /** Counted less published. */
  readonly difference: number;
  readonly reasons: readonly DifferenceReason[];
  /** What the countable reasons come to together. */
  readonly countable: { readonly down: number; readonly up: number };
  /** Whether the countable reasons together can bridge the difference. */
  readonly bridged: boolean;
}

/** What is set beside each other: one authority's figure with the table it stands in, and what was counted there. */
export interface BesideInput {
  readonly figure: PublishedFigure;
  readonly table: Pick<
    PublishedTable,
    'contentId' | 'period' | 'step' | 'definition' | 'technologyGuessed' | 'of' | 'source' | 'fileName'
  >;
  readonly counted: CountedShare;
}

/**
 * The difference between a counted and a published share of one authority, with every reason that applies. Reasons that
 * can be counted say how many percentage points they can explain at most: what is not known (all of it covered, or none
 * of it), rows in no ward (left out), the published rounding, and the band of shares. Dates, units and definitions are
 * named where they differ; their size cannot be told from these files. Throws RangeError where nothing was counted or
 * the share is one of land.
 */
export function publishedBeside({ figure, table, counted }: BesideInput): PublishedBeside {
  if (counted.units <= 0) throw new RangeError(`No ${counted.unit} were counted in ${figure.code}.`);
  if (table.of === 'land')
    throw new RangeError('A share of the land cannot be set beside a share of premises.');
  const share = countedPercent(counted);
  const published = percentInterval(figure.percent, table.step);
  const difference = share.mid - figure.percent;
  const reasons = [
    sameSource(table, counted),
    dates(table, counted),
    units(counted),
    definitions(table, counted),
    notKnown(counted),
    outside(counted, share.mid),
    shareBand(counted, share),
    rounding(table.step, published),
    vintage(figure, table, counted),
  ].filter((reason) => reason !== null);
  const countable = reasons.reduce(
    (sum, { atMost }) => (atMost ? { down: sum.down + atMost.down, up: sum.up + atMost.up } : sum),
    { down: 0, up: 0 },
  );
  const bridged =
    -difference >= countable.down - ROUNDING_NOISE && -difference <= countable.up + ROUNDING_NOISE;
  return { published, counted: share, difference, reasons, countable, bridged };
}

const ROUNDING_NOISE = 1e-9;

function reason(
  kind: DifferenceReason['kind'],
  text: string,
  atMost: DifferenceReason['atMost'] = null,
): DifferenceReason {
  return { kind, text, atMost };
}

function sameSource(table: BesideInput['table'], { layers }: CountedShare): DifferenceReason | null {
  if (!layers.some(({ contentId }) => contentId === table.contentId)) return null;
  return reason(
    'same-source',
    `The count is itself made from this published figure (${table.fileName}), so the two cannot check each other.`,
  );
}

function dates(table: BesideInput['table'], counted: CountedShare): DifferenceReason | null {
  const ours = [
    ...new Set(counted.layers.map(({ source }) => releaseDate({ source, fileName: source.title }))),
  ];
  if (ours.length === 1 && ours[0] === table.period && table.period !== null) return null;
  const words = (date: string | null): string => (date === null ? 'a date not known' : dateWords(date));
  return reason(
    'date',
    `The published figure is of ${words(table.period)}; the coverage counted here is of ${ours.map(words).join(' and of ')}. What was built between the two dates is in only one of them.`,
  );
}

function units({ unit }: CountedShare): DifferenceReason | null {
  if (unit === 'premises') return null;
  const each =
    unit === 'postcodes'
      ? 'a postcode of one address counts as much as one of eighty'
      : 'businesses are left out';
  return reason('unit', `The published share is of premises; here ${unit} are counted, so ${each}.`);
}

function definitions(table: BesideInput['table'], counted: CountedShare): DifferenceReason | null {
  const guess = table.technologyGuessed
    ? 'No column says what the published share is of: its technology is taken from the file’s name (assumed). '
    : '';
  if (folded(table.definition) === folded(counted.definition))
    return guess === '' ? null : reason('definition', guess.trim());
  return reason('definition', `${guess}Published: ${table.definition}. Counted: ${counted.definition}.`);
}

function notKnown({ notKnown, units, unit }: CountedShare): DifferenceReason | null {
  if (notKnown === 0) return null;
  const most = (100 * notKnown) / units;
  return reason(
    'not-known',
    `For ${count(notKnown)} of ${count(units)} ${unit} nothing is known: if all of them were covered, the counted share would be ${points(most)} higher.`,
    { down: 0, up: most },
  );
}

function outside({ outside, units, mid, unit }: CountedShare, share: number): DifferenceReason | null {
  const inside = units - outside.units;
  if (outside.units === 0 || inside === 0) return null;
  const without = (100 * (mid - outside.covered)) / inside - share;
  return reason(
    'outside',
    `${count(outside.units)} of ${count(units)} ${unit} lie in no loaded ward. Without them the counted share would be ${points(without)} ${without < 0 ? 'lower' : 'higher'}.`,
    { down: Math.min(0, without), up: Math.max(0, without) },
  );
}

function shareBand(
  { fromShares, low, high, unit }: CountedShare,
  share: PublishedBeside['counted'],
): DifferenceReason | null {
  if (!fromShares || low === high) return null;
  return reason(
    'share-band',
    `The count is an expectation from shares of areas: between ${count(low)} and ${count(high)} ${unit} are covered, ${points(share.mid - share.low)} less to ${points(share.high - share.mid)} more.`,
    { down: share.low - share.mid, up: share.high - share.mid },
  );
}

function rounding(step: number, { low, mid, high }: PublishedBeside['published']): DifferenceReason | null {
  if (step === 0) return null;
  // The published figure moves the other way.
  return reason(
    'rounding',
    `The published share is rounded to ${step === 1 ? 'a whole percentage' : `${step} percentage points`}: up to ${Number((step / 2).toPrecision(2))} either way.`,
    { down: mid - high, up: mid - low },
  );
}

function vintage(
  figure: PublishedFigure,
  table: BesideInput['table'],
  { wardVintage }: CountedShare,
): DifferenceReason | null {
  const change = changeOfAuthority(figure.code);
  if (change)
    return reason(
      'vintage',
      `${figure.name} (${figure.code}) ended on ${dateWords(change.until)}: it ${change.became}. The published figure is of its old boundary.`,
    );
  const year = table.period?.slice(0, 4);
  if (wardVintage === null || year === undefined || wardVintage.slice(0, 4) === year) return null;
  return reason(
    'vintage',
    `Ward boundaries are of ${wardVintage}, the published figure of ${year}. The authority’s code is the same in both, so only changes along its edge could matter.`,
  );
}

/** "0.1 percentage points"; never 0.0 unless exactly so. */
function points(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.05) return 'less than 0.1 percentage points';
  return `${percentPoints(size)} percentage points`;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
