import type { DatasetRecord } from '../project/project.ts';
import { releaseDate } from '../releases/release-date.ts';
import { profileColumn } from '../tables/column-profile.ts';
import { cellNumber } from '../tables/number-cell.ts';
import { periodDate } from '../tables/period-date.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import { type TrendLeftOut, type TrendPoint, type TrendSeries, UNDATED } from './trend.ts';

/** A loaded file and what is in it. */
export interface SpeedFile {
  readonly dataset: DatasetRecord;
  readonly table: SourceTable;
}

/**
 * Average speeds of areas over several files: a series per area code and measure. What the files call the measure (its
 * indicator, statistic and unit) must be the same: a mean is never joined to a median, nor a code to another boundary's.
 * An area that a release of the measure leaves out has a gap there, as long as the release has others of its boundaries.
 */
export function speedTrend(files: readonly SpeedFile[]): { series: TrendSeries[]; leftOut: TrendLeftOut[] } {
  const leftOut: TrendLeftOut[] = [];
  const measures = new Map<string, Measured>();
  for (const file of files) {
    const columns = speedColumns(file.table);
    if (!columns) continue;
    const read = readSpeeds(file, columns);
    if (read.undated)
      leftOut.push({
        fileName: file.dataset.fileName,
        why: UNDATED,
      });
    for (const [key, row] of read.rows) {
      const measured = measures.get(key) ?? { ...row.about, areas: new Map(), releases: new Map() };
      measures.set(key, measured);
      for (const [date, values] of row.dates) {
        const release = measured.releases.get(date) ?? { file, values: new Map<string, SaidSpeed>() };
        measured.releases.set(date, release);
        for (const [code, { name, value }] of values) {
          measured.areas.set(code, name);
          release.values.set(code, { value, file });
        }
      }
    }
  }
  const series = [...measures].flatMap(([key, measured]) => seriesOf(key, measured));
  return { series, leftOut };
}

interface About {
  readonly measure: string;
  readonly unit: string;
  readonly definition: string;
}

interface Measured extends About {
  readonly areas: Map<string, string>;
  readonly releases: Map<string, { readonly file: SpeedFile; readonly values: Map<string, SaidSpeed> }>;
}

/** Two files can be of one date: each value is of its own. */
interface SaidSpeed {
  readonly value: number;
  readonly file: SpeedFile;
}

interface SpeedColumns {
  readonly code: TextColumn;
  readonly name: TextColumn | undefined;
  readonly value: TextColumn;
  readonly period: TextColumn | undefined;
  /** What tells measures apart, in words. */
  readonly words: readonly TextColumn[];
  readonly unit: TextColumn | undefined;
}

/** The columns of a table of average speeds; null where it is none. */
function speedColumns(table: SourceTable): SpeedColumns | null {
  if (table.geometry.polygons || table.geometry.points) return null;
  const named = (...names: readonly string[]): TextColumn | undefined =>
    table.columns.find(({ name }) => names.includes(name.trim().toLowerCase()));
  const code = table.columns.find((column) => profileColumn(column).areaKind !== null);
  const value = named('value', 'observation', 'average', 'obs_value');
  if (!code || !value) return null;
  const indicator = named('indicator', 'variable', 'statistic', 'measure_name');
  const isSpeed = indicator
    ? [...profileColumn(indicator).texts].every((text) => /speed/i.test(text))
    : /speed/i.test(table.fileName);
  if (!isSpeed) return null;
  const words = [indicator, named('measure')].filter((column) => column !== undefined);
  return {
    code,
    name: named('area_name', 'name', `${code.name.toLowerCase()}_name`),
    value,
    period: named('period', 'date'),
    words,
    unit: named('unit'),
  };
}

interface ReadRow {
  readonly about: About;
  readonly dates: Map<string, Map<string, { name: string; value: number }>>;
}

function readSpeeds(
  { dataset, table }: SpeedFile,
  columns: SpeedColumns,
): { rows: Map<string, ReadRow>; undated: boolean } {
  const rows = new Map<string, ReadRow>();
  const ofFile = releaseDate(dataset);
  let undated = false;
  const cell = (column: TextColumn | undefined, row: number): string =>
    column ? cellText(column, row).trim() : '';
  for (let row = 0; row < table.rows; row++) {
    const code = cell(columns.code, row);
    const value = cellNumber(columns.value, row);
    const date = periodDate(cell(columns.period, row)) ?? ofFile;
    if (date === null) undated = true;
    if (code === '' || date === null) continue;
    const words = columns.words.map((column) => cell(column, row)).filter((text) => text !== '');
    const unit = unitOf(cell(columns.unit, row));
    const key = JSON.stringify([words, unit]);
    const read = rows.get(key) ?? {
      about: {
        measure: measureOf(words),
        unit,
        definition: `${measureOf(words)}: what lines carry, not what premises can get`,
      },
      dates: new Map(),
    };
    rows.set(key, read);
    const values = read.dates.get(date) ?? new Map<string, { name: string; value: number }>();
    read.dates.set(date, values);
    values.set(code, { name: cell(columns.name, row) || code, value });
  }
  return { rows, undated };
}

/** "Average download speed, Median"; what another says already is not said twice. */
function measureOf(words: readonly string[]): string {
  const spaced = words.map(
    (word) =>
      ` ${word
        .toLowerCase()
        .replaceAll(/[^\p{L}\d]+/gu, ' ')
        .trim()} `,
  );
  const said = words.filter((_, i) =>
    spaced.every((other, k) => k === i || !other.includes(spaced[i]) || (other === spaced[i] && k > i)),
  );
  return said.join(', ') || 'Average speed';
}

function unitOf(text: string): string {
  if (text === '') return 'unit not told';
  return /^mbps$/i.test(text) ? 'Mbit/s' : text;
}

function seriesOf(key: string, { areas, releases, ...about }: Measured): TrendSeries[] {
  const dates = [...releases.keys()].sort();
  return [...areas]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, name]) => ({
      id: `speed ${key} ${code}`,
      kind: 'speed' as const,
      subject: { code, name },
      ...about,
      points: pointsOf(code, dates, releases),
    }));
}

/** A release that has none of the codes that stand beside this one elsewhere is of other boundaries: no gap there. */
function pointsOf(code: string, dates: readonly string[], releases: Measured['releases']): TrendPoint[] {
  const beside = new Set<string>();
  for (const { values } of releases.values())
    if (values.has(code)) for (const other of values.keys()) beside.add(other);
  return dates.flatMap((date): TrendPoint[] => {
    const release = releases.get(date);
    if (!release || ![...release.values.keys()].some((other) => beside.has(other))) return [];
    const said = release.values.get(code);
    const { dataset } = said?.file ?? release.file;
    return [
      {
        date,
        value: said === undefined || Number.isNaN(said.value) ? null : said.value,
        low: null,
        high: null,
        fileName: dataset.fileName,
        contentId: dataset.contentId,
        source: dataset.source,
      },
    ];
  });
}
