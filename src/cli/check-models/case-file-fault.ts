/** A file of cases that cannot be checked: of unknown layout, broken, or without a figure that its layout needs. */
export class CaseFileFault extends Error {
  readonly code: 'UNKNOWN_LAYOUT' | 'NOT_READ' | 'NO_FIGURE' | 'NO_TOLERANCE' | 'UNKNOWN_WORD';

  constructor(code: CaseFileFault['code'], message: string) {
    super(message);
    this.name = 'CaseFileFault';
    this.code = code;
  }
}
