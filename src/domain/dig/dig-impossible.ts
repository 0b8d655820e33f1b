/** Why a dig cannot be answered, with what to do about it. */
export class DigImpossible extends Error {
  readonly code: 'NO_PREMISES' | 'OTHER_PREMISES' | 'NOT_TOLD' | 'NO_ROOT' | 'FORCED_BEYOND_BUDGET';

  constructor(code: DigImpossible['code'], message: string) {
    super(message);
    this.name = 'DigImpossible';
    this.code = code;
  }
}
