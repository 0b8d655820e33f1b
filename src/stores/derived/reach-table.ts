import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../domain/not-spots/count-shares.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { REACH_QUALITIES, REACH_REASONS, type ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { rateText } from './rate-text.ts';
import { rememberLast } from './remember-last.ts';
import { QUALITY_LOOKS } from './rooftop-looks.ts';
import type { TableColumn } from './table-column.ts';

/** Premises in the order asked for; a line is a place in the answer's arrays. */
export interface ReachTable {
  readonly columns: readonly TableColumn[];
  readonly lines: readonly number[];
  readonly cell: (line: number, column: string) => string;
}

/** The premises of a reach; equal ones keep the order of their file, and what is not known comes last. */
export const reachTable = rememberLast(
  (reach: ReachAnswer, column: string, descending: boolean): ReachTable => {
    const all = allColumns(reach);
    const used = all.find((one) => one.column.key === column) ?? all[0];
    const turn = descending ? -1 : 1;
    const lines = Uint32Array.from(reach.rows.row, (_, line) => line);
    const values = Float64Array.from(lines, used.value);
    lines.sort((one, other) => {
      const [a, b] = [values[one], values[other]];
      const isLast = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
      return isLast !== 0 ? isLast : Number.isNaN(a) || a === b ? one - other : turn * (a - b);
    });
    return {
      columns: all.map((one) => one.column),
      lines: Array.from(lines),
      cell: (line, key) => (all.find((one) => one.column.key === key) ?? all[0]).text(line),
    };
  },
);

interface FullColumn {
  readonly column: TableColumn;
  readonly value: (line: number) => number;
  readonly text: (line: number) => string;
}

function allColumns({ rows, names }: Pick<ReachAnswer, 'rows' | 'names'>): FullColumn[] {
  const notSpot = (line: number): string => {
    if (rows.notSpot[line] === ROW_SHARE) return `${rows.notSpotChance[line]} % likely`;
    return NOT_SPOT_WORDS.get(rows.notSpot[line]) ?? 'not known';
  };
  const measured = (values: Float32Array, unit: string): Pick<FullColumn, 'value' | 'text'> => ({
    value: (line) => values[line],
    text: (line) => (Number.isNaN(values[line]) ? 'not known' : `${ONE_DIGIT.format(values[line])} ${unit}`),
  });
  return [
    make('row', 'Premises', 'What it is called in its file, in the order of the file', '9rem', {
      value: (line) => rows.fileRow[line],
      text: (line) => names[line] || `Row ${count(rows.fileRow[line] + 1)}`,
    }),
    make('quality', 'Quality', 'How it is reached', '8rem', {
      value: (line) => rows.quality[line],
      text: (line) => QUALITY_LOOKS[REACH_QUALITIES[rows.quality[line]]].label,
    }),
    make('reason', 'Reason', 'Why it is not served', '19rem', {
      value: (line) => rows.reason[line],
      text: (line) => REACH_REASONS[rows.reason[line]],
    }),
    make('not-spot', 'Not-spot', 'By the definition in force', '8rem', {
      value: (line) => SPOT_ORDER.indexOf(rows.notSpot[line]),
      text: notSpot,
    }),
    numeric('units', 'Units', 'Units that stand at the row', {
      value: (line) => rows.units[line],
      text: (line) => count(rows.units[line]),
    }),
    numeric('distance', 'Distance', 'From the site, along the ground', {
      value: (line) => rows.distanceMetres[line],
      text: (line) => `${count(rows.distanceMetres[line])} m`,
    }),
    numeric(
      'clearance',
      'Clearance',
      'Least room under the line; below zero: how far something stands into it',
      {
        ...measured(rows.clearanceMetres, 'm'),
      },
    ),
    numeric('rate', 'Rate', 'To the premises, in the rain reckoned with', {
      value: (line) => rows.megabitsPerSecond[line],
      text: (line) => {
        const rate = rows.megabitsPerSecond[line];
        return Number.isNaN(rate) ? 'not reckoned' : rate === 0 ? 'none' : rateText(rate);
      },
    }),
    numeric('mast', 'Mast needed', 'Least whole metres over the site’s surface from which it is served', {
      value: (line) => (rows.neededMastMetres[line] < 0 ? Number.NaN : rows.neededMastMetres[line]),
      text: (line) =>
        rows.neededMastMetres[line] < 0 ? 'none looked at' : `${rows.neededMastMetres[line]} m`,
    }),
  ];
}

function make(
  key: string,
  header: string,
  meaning: string,
  width: string,
  of: Pick<FullColumn, 'value' | 'text'>,
): FullColumn {
  return { column: { key, header, meaning, numeric: false, sortable: true, width }, ...of };
}

function numeric(
  key: string,
  header: string,
  meaning: string,
  of: Pick<FullColumn, 'value' | 'text'>,
): FullColumn {
  return { column: { key, header, meaning, numeric: true, sortable: true, width: '7.5rem' }, ...of };
}

const SPOT_ORDER: readonly number[] = [ROW_YES, ROW_SHARE, ROW_NO, ROW_NOT_KNOWN];
const NOT_SPOT_WORDS: ReadonlyMap<number, string> = new Map([
  [ROW_YES, 'yes'],
  [ROW_NO, 'no'],
  [ROW_NOT_KNOWN, 'not known'],
]);

const ONE_DIGIT = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
