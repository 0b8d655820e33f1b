/** Two sides that cannot be set against each other: `message` says why and what to do instead. */
export class SideRefused extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = 'SideRefused';
  }
}
