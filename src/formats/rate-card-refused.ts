/** Why a file of rates is not taken; nothing of it is. The message says what is wrong, where, and what to do. */
export class RateCardRefused extends Error {
  readonly code: 'NOT_JSON' | 'NOT_RATES' | 'NEWER' | 'WRONG_FIGURE';
  /** Everything that is wrong, each with its place: "row 7, column mid: …". */
  readonly problems: readonly string[];

  constructor(code: RateCardRefused['code'], fileName: string, problems: readonly string[]) {
    const more = problems.length > SHOWN ? ` And ${problems.length - SHOWN} more.` : '';
    super(`${fileName}: ${problems.slice(0, SHOWN).join(' ')}${more}`);
    this.name = 'RateCardRefused';
    this.code = code;
    this.problems = problems;
  }
}

const SHOWN = 5;
