import type { Sourced } from '../project/sourced.ts';
import type { Air } from './gas-attenuation.ts';

/** What every link of a project is reckoned with. Nothing here has a default in a formula; the screen shows each. */
export interface RadioChoices {
  /** One of the project's devices. */
  readonly deviceId: string;
  /** k: the Earth's radius as radio sees it, over its true one. */
  readonly earthFactor: Sourced<number>;
  /** Share of an average year in which rain may be worse than reckoned with: 0.01 for 99.99 %. */
  readonly rainTimePercent: number;
  /** R0.01 of the place. */
  readonly rainRateMillimetresPerHour: Sourced<number>;
  readonly air: Sourced<Air>;
  /** Added over trees, as surfaces are flown in winter. */
  readonly leafMarginMetres: Sourced<number>;
  /** Antenna over the roof of a premises. */
  readonly premisesMastMetres: Sourced<number>;
  /** From either antenna, along the path: their own roofs, which do not block within it. 0: nothing is left out. */
  readonly ownRoofMetres: Sourced<number>;
}
