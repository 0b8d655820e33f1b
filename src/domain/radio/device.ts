import type { Source } from '../project/figure.ts';
import type { Sourced } from '../project/sourced.ts';
import type { ModulationStep } from './modulation.ts';

/** The antenna at one end of a link. */
export interface DeviceAntenna {
  readonly gainDbi: Sourced<number>;
  /** Width of what it serves: between half-power points, or as far as it steers. Above 0, at most 360. */
  readonly beamwidthDegrees: Sourced<number>;
  /** Between radio and antenna, and by pointing: at least 0. */
  readonly lossDecibels: Sourced<number>;
}

/** Leave to send: whose, how strongly, and what it costs. */
export interface DeviceLicence {
  readonly name: string;
  /** Greatest power that may leave the antenna, against an isotropic one, over the device's whole channel. */
  readonly eirpLimitDbm: Sourced<number>;
  /** In words, with its year: "£75 for five years (2021)"; null where it is not known. */
  readonly fee: string | null;
}

/** Pounds for one piece, low to high, at the prices of `year`; null where no year is known. */
export interface DevicePrice {
  readonly lowPounds: number;
  readonly highPounds: number;
  readonly year: number | null;
  readonly source: Source | null;
}

/** A radio as the catalogue describes it: a hub on a roof and what stands at a premises. */
export interface DeviceProfile {
  readonly id: string;
  readonly name: string;
  readonly kind: 'point-to-multipoint' | 'point-to-point';
  readonly band: Sourced<{ readonly lowGigahertz: number; readonly highGigahertz: number }>;
  /** What the sums are done at, within the band. */
  readonly frequencyGigahertz: Sourced<number>;
  readonly channelMegahertz: Sourced<number>;
  readonly polarisation: 'horizontal' | 'vertical';
  /** Power into the antenna's feed before any turning down. */
  readonly powerDbm: Sourced<number>;
  readonly noiseFigureDecibels: Sourced<number>;
  readonly licence: DeviceLicence;
  readonly hub: DeviceAntenna;
  readonly premises: DeviceAntenna;
  readonly sectors: Sourced<number>;
  readonly clientsPerSector: Sourced<number>;
  readonly steps: Sourced<readonly ModulationStep[]>;
  readonly hubPrice: DevicePrice;
  readonly premisesPrice: DevicePrice;
}

/** What of a device nobody sourced, in words, in the order of the catalogue; empty for one that is sourced throughout. */
export function assumedParts(device: DeviceProfile): string[] {
  const parts: readonly (readonly [string, { readonly source: Source | null }])[] = [
    ['band', device.band],
    ['frequency', device.frequencyGigahertz],
    ['channel', device.channelMegahertz],
    ['power', device.powerDbm],
    ['noise figure', device.noiseFigureDecibels],
    ['EIRP limit', device.licence.eirpLimitDbm],
    ...antennaParts('hub', device.hub),
    ...antennaParts('premises', device.premises),
    ['sectors', device.sectors],
    ['clients per sector', device.clientsPerSector],
    ['rates', device.steps],
    ['price of the hub', device.hubPrice],
    ['price at the premises', device.premisesPrice],
  ];
  return parts.filter(([, { source }]) => source === null).map(([name]) => name);
}

function antennaParts(end: string, antenna: DeviceAntenna) {
  return [
    [`${end} antenna gain`, antenna.gainDbi],
    [`${end} antenna beamwidth`, antenna.beamwidthDegrees],
    [`${end} losses`, antenna.lossDecibels],
  ] as const;
}
