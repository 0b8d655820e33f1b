import type { FigureLimit } from '../project/figure-limit.ts';

/** Bounds of what links are reckoned with: those of the formulas, and no further than anybody has a use for. */
export const RADIO_LIMITS = {
  earthFactor: { low: 0.1, high: 100, unit: '' },
  rainTimePercent: { low: 0.001, high: 1, unit: '%' },
  rainRateMillimetresPerHour: { low: 0, high: 250, unit: 'mm/h' },
  pressureHectopascals: { low: 500, high: 1100, unit: 'hPa' },
  temperatureKelvin: { low: 200, high: 330, unit: 'K' },
  waterVapourGramsPerCubicMetre: { low: 0, high: 50, unit: 'g/m³' },
  leafMarginMetres: { low: 0, high: 50, unit: 'm' },
  premisesMastMetres: { low: 0, high: 100, unit: 'm' },
  ownRoofMetres: { low: 0, high: 100, unit: 'm' },
} as const satisfies Record<string, FigureLimit>;
