/** Why no network can be made, with what to do about it. */
export class StreetsRefused extends Error {
  readonly code: 'NO_STREETS' | 'NO_LINES';

  constructor(code: StreetsRefused['code'], message: string) {
    super(message);
    this.name = 'StreetsRefused';
    this.code = code;
  }
}
