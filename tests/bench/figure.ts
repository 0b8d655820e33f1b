/** One line of the bench's table: what we take, what a peer takes, and what was asked. */
export interface Figure {
  /** Of performance.md's table; 'screen' for what is asked of the page. */
  readonly row: string;
  readonly what: string;
  readonly ours: string;
  /** Blank where nothing is compared. */
  readonly peer: string;
  readonly ratio: string;
  readonly asked: string;
  /** Null where nothing was asked. */
  readonly isMet: boolean | null;
  /** How the time grows when the input doubles; blank where it was not measured. */
  readonly growth: string;
  /** Peak memory of the process; blank where it is not the row's own. */
  readonly memory: string;
}

type Beside = Partial<Pick<Figure, 'growth' | 'memory'>>;

/** Our time beside a peer's of the same run. `askedPart`: ours is to be at most 1/askedPart of the peer's; null: not asked. */
export function ratioFigure(
  given: {
    readonly row: string;
    readonly what: string;
    readonly ours: number;
    readonly peer: number;
    readonly askedPart: number | null;
  } & Beside,
): Figure {
  const { row, what, ours, peer, askedPart, growth = '', memory = '' } = given;
  const part = peer / ours;
  return {
    row,
    what,
    ours: seconds(ours),
    peer: seconds(peer),
    ratio: part >= 1 ? `1/${part.toFixed(part < 10 ? 1 : 0)}` : `${(1 / part).toFixed(1)} ×`,
    asked: askedPart === null ? '' : `≤ 1/${askedPart}`,
    isMet: askedPart === null ? null : part >= askedPart,
    growth,
    memory,
  };
}

/** A value of ours that is to be at most `most`, in `unit`. */
export function limitFigure(
  given: {
    readonly row: string;
    readonly what: string;
    readonly value: number;
    readonly most: number | null;
    readonly unit: string;
  } & Beside,
): Figure {
  const { row, what, value, most, unit, growth = '', memory = '' } = given;
  const digits = value < 10 && unit === 's' ? 2 : 0;
  return {
    row,
    what,
    ours: `${value.toFixed(digits)} ${unit}`,
    peer: '',
    ratio: '',
    asked: most === null ? '' : `≤ ${most} ${unit}`,
    isMet: most === null ? null : value <= most,
    growth,
    memory,
  };
}

/** Milliseconds as text. */
export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The figures as lines of a table, a column as wide as its longest cell. */
export function figureTable(figures: readonly Figure[]): string[] {
  const head = ['row', 'what', 'ours', 'peer', 'ratio', 'asked', 'met', 'memory', 'twice the input'];
  const rows = figures.map(({ row, what, ours, peer, ratio, asked, isMet, growth, memory }) => {
    const met = isMet === null ? '' : isMet ? 'yes' : 'NO';
    return [row, what, ours, peer, ratio, asked, met, memory, growth];
  });
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((cells) => cells[i].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)];
}
