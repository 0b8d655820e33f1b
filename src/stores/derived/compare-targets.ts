import type { Comparison } from '../../domain/compare/comparison.ts';
import { technologyLabel } from '../../domain/coverage/technology.ts';
import { count, percent, percentPoints } from '../../domain/not-spots/headline.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import type { CountedShare } from '../../domain/published/counted-share.ts';
import type { PublishedTable } from '../../domain/published/published-table.ts';
import { TARGETS } from '../../domain/targets/targets.ts';
import {
  earlyWords,
  type TargetStatus,
  timeWords,
  trackPublished,
  trackTarget,
} from '../../domain/targets/track-target.ts';
import { latestTable } from './compare-authorities.ts';
import { type SourceText, sourceText } from './source-text.ts';
import { unbroken } from './unbroken.ts';

/** One target as the panel prints it. */
export interface TargetLine {
  readonly id: string;
  readonly name: string;
  readonly technology: string;
  /** "The date passed 10 months ago." */
  readonly time: string;
  /** "31 December 2025" */
  readonly by: string;
  /** Percent to be reached, as a share: where the bar's mark stands. */
  readonly mark: number;
  readonly counted: {
    readonly status: TargetStatus;
    /** "87.4 % of 13,115 postcodes (86.9 to 87.9 %), September 2023" */
    readonly share: string;
    /** "Only EE is loaded: …"; '' where there is nothing to say. */
    readonly companies: string;
    readonly bar: { readonly low: number; readonly mid: number; readonly high: number };
    readonly words: string;
  } | null;
  readonly published: {
    readonly status: TargetStatus;
    /** "76.8 % of premises, September 2023" */
    readonly share: string;
    readonly words: string;
    readonly fileName: string;
  } | null;
  /** Why nothing is counted against it; null where something is. */
  readonly missing: string | null;
  readonly caveats: readonly string[];
  readonly source: SourceText;
}

/** Every target against what is counted and what is published. `asOf` is an ISO day. */
export function targetLines(comparison: Comparison, asOf: string): TargetLine[] {
  return TARGETS.map((target): TargetLine => {
    const share = comparison.counted.find(({ technology }) => technology === target.technology);
    const table = latestTable(comparison.published, target.technology);
    const figure = table?.figures.find(({ code }) => code === comparison.authority?.code);
    const again = share && figure ? publishedAgain(comparison, share) : undefined;
    const track = share && !again ? trackTarget(target, share, asOf) : null;
    const published = table && figure ? trackPublished(target, figure.percent, table.step) : null;
    return {
      id: target.id,
      name: unbroken(target.name),
      technology: target.technology,
      by: dateWords(target.by),
      time: timeWords(target.by, asOf),
      mark: target.percent / 100,
      counted:
        track && share
          ? {
              status: track.status,
              share: unbroken(
                `${percent(share.mid / share.units)} of ${count(share.units)} ${share.unit}${bandWords(track.share)}, ${track.coverageDate}${notKnownWords(share)}`,
              ),
              companies: track.companies,
              bar: {
                low: track.share.low / 100,
                mid: track.share.mid / 100,
                high: track.share.high / 100,
              },
              words: track.words,
            }
          : null,
      published:
        table && figure && published
          ? {
              status: published.status,
              share: unbroken(
                `${figure.percent} % of premises, ${table.period ? dateWords(table.period) : 'date not known'}`,
              ),
              words: [
                published.words,
                ...(track
                  ? []
                  : [earlyWords({ target, status: published.status, dates: [table.period], asOf })]),
              ]
                .join(' ')
                .trim(),
              fileName: table.fileName,
            }
          : null,
      missing: again
        ? `No count of its own: it would be made from the authority’s published share (${again.fileName}).`
        : share
          ? null
          : missingWords(comparison, target.technology),
      caveats: track?.caveats ?? [target.scope, target.caveat].filter((text) => text !== ''),
      source: sourceText(target.source),
    };
  });
}

function missingWords({ authority }: Comparison, technology: string): string {
  if (!authority) return 'Nothing is counted: choose the authority first.';
  return `Nothing is counted: no coverage of ${technologyLabel(technology)} is loaded.`;
}

function bandWords({ low, high }: { low: number; high: number }): string {
  return low === high ? '' : ` (${percentPoints(low)} to ${percentPoints(high)} %)`;
}

function notKnownWords({ notKnown }: CountedShare): string {
  return notKnown === 0 ? '' : `; ${count(notKnown)} not known count as not covered`;
}

/** The table that the whole count is made from, where it is published shares of authorities; undefined where not. */
function publishedAgain(
  { published, authority }: Comparison,
  { layers, technology }: CountedShare,
): PublishedTable | undefined {
  const tables = layers.map(({ contentId }) =>
    published.find(
      (table) =>
        table.contentId === contentId &&
        table.technology === technology &&
        table.of === 'premises' &&
        table.figures.some(({ code }) => code === authority?.code),
    ),
  );
  return tables.every((table) => table !== undefined) ? tables[0] : undefined;
}
