import { MEAN_GROUND_AIR } from '../../src/domain/radio/gas-attenuation.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import type { LinkQuestion } from '../../src/domain/radio/link-budget.ts';

/** A generic device by its id. */
export function genericDevice(id: string) {
  const device = GENERIC_DEVICES.find((one) => one.id === id);
  if (!device) throw new Error(`There is no generic device ${id}.`);
  return device;
}

/** 200 m of clear path at 60 GHz in London's rain, reckoned with for 99.9 % of the time. */
export function linkQuestion(other: Partial<LinkQuestion> = {}): LinkQuestion {
  return {
    device: genericDevice('generic-60-ghz-multipoint'),
    from: 'hub',
    distanceMetres: 200,
    air: { value: MEAN_GROUND_AIR, source: null },
    rainRateMillimetresPerHour: { value: 26.48, source: null },
    rainTimePercent: 0.1,
    diffractionDecibels: { value: 0, source: null },
    entryDecibels: { value: 0, source: null },
    ...other,
  };
}
