import { HERTZ_PER_MEGAHERTZ, THERMAL_NOISE_DBM_PER_HERTZ } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Thermal noise of a channel in dBm: −174 + 10 log10(B), B in hertz (k T0 at 290 K, Rec. ITU-R P.372-16 §1). The receiver adds
 * its noise figure.
 */
export function thermalNoiseDbm(channelMegahertz: number): number {
  requireRange({
    quantity: 'channel',
    value: channelMegahertz,
    low: Number.MIN_VALUE,
    high: Number.MAX_VALUE,
    unit: 'MHz',
    source: 'Thermal noise',
    remedy: 'Give the width of the channel of the device.',
  });
  return THERMAL_NOISE_DBM_PER_HERTZ + 10 * Math.log10(channelMegahertz * HERTZ_PER_MEGAHERTZ);
}
