/** Why heights are not used. One code, one meaning, whatever asked. */
export type HeightsFault =
  | 'NO_HEIGHTS'
  | 'NO_SYSTEM'
  | 'NO_GROUND'
  | 'NOT_METRES'
  | 'OTHER_DATUM'
  | 'ELSEWHERE'
  | 'MIXED_KINDS'
  | 'SAME_PLACE'
  | 'BAD_GRID'
  | 'TOO_LARGE';

/** Heights that cannot be used as they are. The message says what is wrong and what to do; nothing is computed. */
export class HeightsRefused extends Error {
  readonly code: HeightsFault;

  constructor(code: HeightsFault, message: string) {
    super(message);
    this.name = 'HeightsRefused';
    this.code = code;
  }
}
