import type { FigureLimit } from '../project/figure-limit.ts';

/** Bounds of a device's figures: in catalogue files, in projects and in forms. */
export const DEVICE_LIMITS = {
  bandGigahertz: { low: 0.1, high: 300, unit: 'GHz' },
  frequencyGigahertz: { low: 1, high: 100, unit: 'GHz' },
  channelMegahertz: { low: 0.001, high: 20_000, unit: 'MHz' },
  powerDbm: { low: -50, high: 70, unit: 'dBm' },
  noiseFigureDecibels: { low: 0, high: 50, unit: 'dB' },
  eirpLimitDbm: { low: -50, high: 100, unit: 'dBm' },
  gainDbi: { low: -20, high: 80, unit: 'dBi' },
  beamwidthDegrees: { low: 0.01, high: 360, unit: 'degrees' },
  lossDecibels: { low: 0, high: 50, unit: 'dB' },
  sectors: { low: 1, high: 64, unit: '', whole: true },
  clientsPerSector: { low: 1, high: 10_000, unit: '', whole: true },
  snrDecibels: { low: -30, high: 80, unit: 'dB' },
  megabitsPerSecond: { low: 0.001, high: 1e6, unit: 'Mbit/s' },
  backOffDecibels: { low: 0, high: 40, unit: 'dB' },
  pounds: { low: 0, high: 1e7, unit: 'pounds' },
  year: { low: 1990, high: 2100, unit: '', whole: true },
} as const satisfies Record<string, FigureLimit>;
