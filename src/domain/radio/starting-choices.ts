import { STANDARD_EARTH_FACTOR } from './earth-bulge.ts';
import { MEAN_GROUND_AIR } from './gas-attenuation.ts';
import type { RadioChoices } from './radio-choices.ts';
import { recommendation } from './recommendations.ts';

/**
 * What links are reckoned with until a person says otherwise: every one of these is shown, editable, and says its source
 * or that it is assumed. R0.01 is about London's (26.48 mm/h by P.837-7) and so assumed anywhere else.
 */
export function startingChoices(deviceId: string): RadioChoices {
  return {
    deviceId,
    earthFactor: { value: STANDARD_EARTH_FACTOR, source: recommendation('P.530-18') },
    rainTimePercent: 0.01,
    rainRateMillimetresPerHour: { value: 26.5, source: null },
    air: { value: MEAN_GROUND_AIR, source: recommendation('P.835-6') },
    leafMarginMetres: { value: 1, source: null },
    premisesMastMetres: { value: 2, source: null },
    ownRoofMetres: { value: 5, source: null },
  };
}
