import type { Comparison } from '../../domain/compare/comparison.ts';
import { percentPoints, tenths } from '../../domain/not-spots/headline.ts';
import { dateWords } from '../../domain/project/date-words.ts';
import { TARGETS } from '../../domain/targets/targets.ts';
import type { TrendPoint, TrendSeries } from '../../domain/trend/trend.ts';
import { coverageSwatch } from './coverage-swatch.ts';

/** One series as a table and as a line. */
export interface TrendView {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  /** '' where there are fewer than two values. */
  readonly change: string;
  /** Whose line it is. */
  readonly subject: string;
  readonly token: string;
  /** Aims of the same thing, with their dates. */
  readonly targets: readonly {
    readonly key: string;
    readonly label: string;
    readonly date: string;
    readonly value: number;
  }[];
  /** Files of the points, each once. */
  readonly files: readonly string[];
  readonly points: readonly {
    readonly date: string;
    readonly dateText: string;
    readonly value: number | null;
    /** "82.5 %", "not known" */
    readonly text: string;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** A value at the chart's side, without a needless decimal: "75.6 %", "40 Mbit/s". */
export function trendNumber(value: number, unit: string): string {
  return `${tenths(value)} ${unit}`;
}

/** A ward (with its code's boundaries) whose speeds can be shown. */
export interface TrendSubject {
  readonly code: string;
  readonly label: string;
}

/** The series of the whole authority: published shares, and counts by release. */
export function authorityTrends({ trend }: Comparison): TrendView[] {
  return trend.filter(({ kind }) => kind !== 'speed').map(viewOf);
}

/** Every series. */
export function trendViews({ trend }: Comparison): TrendView[] {
  return trend.map(viewOf);
}

/** Wards of which speeds are loaded, by name. Two of one name are of different boundaries: then the code tells them apart. */
export function speedSubjects({ trend }: Comparison): TrendSubject[] {
  const found = new Map<string, string>();
  for (const { kind, subject } of trend) if (kind === 'speed') found.set(subject.code, subject.name);
  return [...found]
    .map(([code, name]) => ({ code, label: `${name} (${code})` }))
    .sort((one, other) => NAMES.compare(one.label, other.label));
}

/** The series of one ward; the first ward's where `code` is of none. */
export function speedTrends({ trend }: Comparison, code: string | null): TrendView[] {
  const speeds = trend.filter(({ kind }) => kind === 'speed');
  return speeds.filter(({ subject }) => subject.code === code).map(viewOf);
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });

function viewOf(series: TrendSeries): TrendView {
  const { id, kind, subject, measure, definition, unit, points, technology = '' } = series;
  const aims = kind === 'published' ? TARGETS.filter((target) => target.technology === technology) : [];
  return {
    id,
    title: measure,
    definition,
    unit,
    change: changeWords(series),
    subject: subject.name || subject.code,
    token:
      kind === 'published'
        ? coverageSwatch({ technology }).token
        : kind === 'counted'
          ? '--not-spot'
          : '--accent',
    targets: aims.map((target) => ({
      key: target.id,
      label: `${target.percent} % by ${target.by.slice(0, 4)}`,
      date: target.by,
      value: target.percent,
    })),
    files: [...new Set(points.map(({ fileName }) => fileName))],
    points: points.map((point) => ({
      date: point.date,
      dateText: dateWords(point.date),
      value: point.value,
      text: valueText(point, unit),
      low: point.low,
      high: point.high,
    })),
  };
}

function valueText({ value, low, high }: TrendPoint, unit: string): string {
  if (value === null) return 'not known';
  const text = `${TENTHS.format(tenths(value))} ${unit}`;
  // Bounds that only come from rounding are not worth a reader's time.
  if (low === null || high === null || high - low < 0.2) return text;
  return `${text} (${percentPoints(low)} to ${percentPoints(high)})`;
}

const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

function changeWords({ points, unit }: TrendSeries): string {
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return '';
  const change = (last.value ?? 0) - (first.value ?? 0);
  const size = percentPoints(change);
  const of = unit === '%' ? 'percentage points' : unit;
  const way = change > 0 ? 'up' : 'down';
  return size === '0.0'
    ? `Unchanged between ${dateWords(first.date)} and ${dateWords(last.date)}.`
    : `${size} ${of} ${way} between ${dateWords(first.date)} and ${dateWords(last.date)}.`;
}
