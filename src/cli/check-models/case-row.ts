import { CaseFileFault } from './case-file-fault.ts';
import type { Comparison } from './compared-figure.ts';

/** A row of a table of cases: text by column name. Numbers and words are read when asked for, never guessed. */
export class CaseRow {
  constructor(
    readonly name: string,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** False where the row has a column `assert` that does not say "yes". */
  get asserted(): boolean {
    const cell = this.cells.get('assert');
    return cell === undefined || cell.trim() === 'yes';
  }

  /** The cell, '' where the column is absent. */
  text(column: string): string {
    return this.cells.get(column)?.trim() ?? '';
  }

  /** The number of a cell. Throws CaseFileFault where there is none. */
  number(column: string): number {
    const cell = this.text(column);
    const value = Number(cell);
    if (cell === '' || !Number.isFinite(value))
      throw new CaseFileFault('NO_FIGURE', `${this.name} has no number in ${column}: "${cell}".`);
    return value;
  }

  /** What `words` gives for the cell. Throws CaseFileFault for a word that is not among them. */
  word<Meaning>(column: string, words: Readonly<Record<string, Meaning>>): Meaning {
    const cell = this.text(column);
    if (!Object.hasOwn(words, cell))
      throw new CaseFileFault(
        'UNKNOWN_WORD',
        `${this.name} says "${cell}" in ${column}; known are ${Object.keys(words).join(', ')}.`,
      );
    return words[cell];
  }

  /** Ours against the row's `column`, by the row's own tolerance: tol_dB and tol_m as they are, tol_rel of the expected. */
  compare(column: string, computed: number, what: string): Comparison {
    const expected = this.number(column);
    const difference = Math.abs(computed - expected);
    for (const [tolerance, unit] of ABSOLUTE)
      if (this.text(tolerance) !== '')
        return { what, expected, computed, error: difference, allowed: this.number(tolerance), unit };
    if (this.text('tol_rel') === '')
      throw new CaseFileFault('NO_TOLERANCE', `${this.name} has none of tol_dB, tol_m and tol_rel.`);
    const error = difference === 0 ? 0 : difference / Math.abs(expected);
    return { what, expected, computed, error, allowed: this.number('tol_rel'), unit: 'of it' };
  }
}

const ABSOLUTE = [
  ['tol_dB', 'dB'],
  ['tol_m', 'm'],
] as const;
