import type { FigureLimit } from '../domain/project/figure-limit.ts';
import type { Sourced } from '../domain/project/sourced.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { DEVICE_LIMITS } from '../domain/radio/device-limits.ts';

/** What of a radio is text, by its path. */
export const DEVICE_TEXTS = ['name', 'kind', 'polarisation', 'licence.name', 'licence.fee'] as const;

/** What of a radio is one number with a source, by its path. */
export const DEVICE_NUMBERS: readonly { readonly path: string; readonly limit: FigureLimit }[] = [
  { path: 'frequencyGigahertz', limit: DEVICE_LIMITS.frequencyGigahertz },
  { path: 'channelMegahertz', limit: DEVICE_LIMITS.channelMegahertz },
  { path: 'powerDbm', limit: DEVICE_LIMITS.powerDbm },
  { path: 'noiseFigureDecibels', limit: DEVICE_LIMITS.noiseFigureDecibels },
  { path: 'licence.eirpLimitDbm', limit: DEVICE_LIMITS.eirpLimitDbm },
  ...(['hub', 'premises'] as const).flatMap((end) =>
    (['gainDbi', 'beamwidthDegrees', 'lossDecibels'] as const).map((key) => ({
      path: `${end}.${key}`,
      limit: DEVICE_LIMITS[key],
    })),
  ),
  { path: 'sectors', limit: DEVICE_LIMITS.sectors },
  { path: 'clientsPerSector', limit: DEVICE_LIMITS.clientsPerSector },
];

export const DEVICE_PRICES = ['hubPrice', 'premisesPrice'] as const;

/** A text of a radio; null: not known. */
export function deviceText(device: DeviceProfile, path: (typeof DEVICE_TEXTS)[number]): string | null {
  return at(device, path) as string | null;
}

/** A number of a radio, by a path of DEVICE_NUMBERS. */
export function deviceNumber(device: DeviceProfile, path: string): Sourced<number> {
  return at(device, path) as Sourced<number>;
}

function at(device: DeviceProfile, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], device);
}
