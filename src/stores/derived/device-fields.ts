import type { Source } from '../../domain/project/figure.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { DEVICE_LIMITS } from '../../domain/radio/device-limits.ts';
import type { FigureInput } from './figure-draft.ts';

/** A figure of a device in a form: one or more numbers that have one source. */
export interface DeviceField {
  readonly key: string;
  readonly label: string;
  /** One line on what it means. */
  readonly meaning?: string;
  readonly inputs: readonly FigureInput[];
  readonly read: (device: DeviceProfile) => FieldValue;
  readonly write: (device: DeviceProfile, value: FieldValue) => DeviceProfile;
}

export interface FieldValue {
  readonly values: readonly (number | null)[];
  readonly source: Source | null;
}

export interface DeviceSection {
  readonly title: string;
  readonly fields: readonly DeviceField[];
}

/** Every figure of a device but its rates, in the order of the form. */
export const DEVICE_SECTIONS: readonly DeviceSection[] = [
  {
    title: 'Band and channel',
    fields: [
      {
        key: 'band',
        label: 'Band',
        inputs: [
          { label: 'Band from', limit: DEVICE_LIMITS.bandGigahertz },
          { label: 'Band to', limit: DEVICE_LIMITS.bandGigahertz },
        ],
        read: ({ band }) => ({
          values: [band.value.lowGigahertz, band.value.highGigahertz],
          source: band.source,
        }),
        write: (device, { values: [low, high], source }) => ({
          ...device,
          band: { value: { lowGigahertz: low ?? 0, highGigahertz: high ?? 0 }, source },
        }),
      },
      plain('frequencyGigahertz', 'Frequency', 'What the sums are done at, within the band.'),
      plain('channelMegahertz', 'Channel', 'A wider channel carries more and takes in more noise.'),
    ],
  },
  {
    title: 'Power, noise and licence',
    fields: [
      plain('powerDbm', 'Power sent', 'Into the antenna’s feed, before any turning down.'),
      plain('noiseFigureDecibels', 'Noise figure', 'What the receiver adds to the noise.'),
      {
        key: 'eirpLimitDbm',
        label: 'Power limit (EIRP)',
        meaning: 'The most that the licence lets leave the antenna, over the whole channel.',
        inputs: [{ label: 'Power limit (EIRP)', limit: DEVICE_LIMITS.eirpLimitDbm }],
        read: ({ licence: { eirpLimitDbm } }) => ({
          values: [eirpLimitDbm.value],
          source: eirpLimitDbm.source,
        }),
        write: (device, { values: [value], source }) => ({
          ...device,
          licence: { ...device.licence, eirpLimitDbm: { value: value ?? 0, source } },
        }),
      },
    ],
  },
  antennaSection('hub', 'Antenna at the hub'),
  antennaSection('premises', 'Antenna at the premises'),
  {
    title: 'How many a hub serves',
    fields: [
      plain('sectors', 'Sectors', 'Antennas around one hub.'),
      plain('clientsPerSector', 'Premises a sector'),
    ],
  },
  {
    title: 'Prices',
    fields: [
      priceField('hubPrice', 'Price of the hub'),
      priceField('premisesPrice', 'Price at the premises'),
    ],
  },
];

/** Every field of the form. */
export const DEVICE_FIELDS: readonly DeviceField[] = DEVICE_SECTIONS.flatMap(({ fields }) => fields);

type PlainKey =
  | 'frequencyGigahertz'
  | 'channelMegahertz'
  | 'powerDbm'
  | 'noiseFigureDecibels'
  | 'sectors'
  | 'clientsPerSector';

function plain(key: PlainKey, label: string, meaning?: string): DeviceField {
  return {
    key,
    label,
    meaning,
    inputs: [{ label, limit: DEVICE_LIMITS[key] }],
    read: (device) => ({ values: [device[key].value], source: device[key].source }),
    write: (device, { values: [value], source }) => ({ ...device, [key]: { value: value ?? 0, source } }),
  };
}

function antennaSection(end: 'hub' | 'premises', title: string): DeviceSection {
  const field = (
    key: 'gainDbi' | 'beamwidthDegrees' | 'lossDecibels',
    label: string,
    meaning: string,
  ): DeviceField => ({
    key: `${end}.${key}`,
    label,
    meaning,
    inputs: [{ label, limit: DEVICE_LIMITS[key] }],
    read: (device) => ({ values: [device[end][key].value], source: device[end][key].source }),
    write: (device, { values: [value], source }) => ({
      ...device,
      [end]: { ...device[end], [key]: { value: value ?? 0, source } },
    }),
  });
  return {
    title,
    fields: [
      field('gainDbi', 'Gain', 'Over an antenna that sends alike all round.'),
      field('beamwidthDegrees', 'Beamwidth', 'Between half-power points, or as far as it steers.'),
      field('lossDecibels', 'Losses', 'Between radio and antenna, and by pointing.'),
    ],
  };
}

function priceField(key: 'hubPrice' | 'premisesPrice', label: string): DeviceField {
  return {
    key,
    label,
    inputs: [
      { label: 'Lowest', limit: DEVICE_LIMITS.pounds },
      { label: 'Highest', limit: DEVICE_LIMITS.pounds },
      { label: 'Year of the price', limit: DEVICE_LIMITS.year, optional: true },
    ],
    read: (device) => {
      const { lowPounds, highPounds, year, source } = device[key];
      return { values: [lowPounds, highPounds, year], source };
    },
    write: (device, { values: [low, high, year], source }) => ({
      ...device,
      [key]: { lowPounds: low ?? 0, highPounds: high ?? 0, year: year ?? null, source },
    }),
  };
}
