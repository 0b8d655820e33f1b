import type { DeviceProfile } from '../radio/device.ts';

/**
 * Whether the radio's band was awarded to others, so that it cannot be used unless they share it: 27.5 to 29.5 GHz, held since
 * the award of 2008. That no other way leads to the band is assumed, as the licence's hint says.
 */
export function isLicenceHeldByOthers({ band }: Pick<DeviceProfile, 'band'>): boolean {
  return band.value.lowGigahertz >= 27.5 && band.value.highGigahertz <= 29.5;
}
