import type { Comparison } from '../../domain/compare/comparison.ts';
import { technologyLabel } from '../../domain/coverage/technology.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { TARGETS } from '../../domain/targets/targets.ts';
import {
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
    /** "87.4 % of 13,115 postcodes (86.9 to 87.9 %)" */
    readonly share: string;
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
    const track = share ? trackTarget(target, share, asOf) : null;
    const table = latestTable(comparison.published, target.technology);
    const figure = table?.figures.find(({ code }) => code === comparison.authority?.code);
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
                `${percent(share.mid / share.units)} of ${count(share.units)} ${share.unit}${bandWords(track.share)}`,
              ),
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
              words: published.words,
              fileName: table.fileName,
            }
          : null,
      missing: share ? null : missingWords(comparison, target.technology),
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
  return low === high ? '' : ` (${low.toFixed(1)} to ${high.toFixed(1)} %)`;
}
