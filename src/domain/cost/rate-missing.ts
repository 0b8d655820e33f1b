import type { Surface } from '../streets/surface.ts';
import type { Method } from './rate-card.ts';

/** A surface that streets have and no method of the rate card may be used in: nothing is priced. */
export class RateMissing extends Error {
  readonly surface: Surface;
  /** Methods that the card has for the surface and does not let be used there. */
  readonly methods: readonly Method[];

  constructor(cardName: string, surface: Surface, methods: readonly Method[]) {
    super(
      methods.length > 0
        ? `The rate card “${cardName}” lets no method be used in surface “${surface}” (it has ${methods.join(', ')}: not allowed, or not possible in this street). Allow one under Rates, or add “open cut” for it.`
        : `The rate card “${cardName}” has no rate for surface “${surface}”, by open cut or any other method. Add one under Rates.`,
    );
    this.name = 'RateMissing';
    this.surface = surface;
    this.methods = methods;
  }
}
