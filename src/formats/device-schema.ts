import * as v from 'valibot';
import { DEVICE_LIMITS } from '../domain/radio/device-limits.ts';
import { sourceSchema } from './dataset-schema.ts';
import { number, sourced } from './figure-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

const antenna = v.strictObject({
  gainDbi: sourced(number(DEVICE_LIMITS.gainDbi)),
  beamwidthDegrees: sourced(number(DEVICE_LIMITS.beamwidthDegrees)),
  lossDecibels: sourced(number(DEVICE_LIMITS.lossDecibels)),
});

const price = v.pipe(
  v.strictObject({
    lowPounds: number(DEVICE_LIMITS.pounds),
    highPounds: number(DEVICE_LIMITS.pounds),
    year: v.nullable(number(DEVICE_LIMITS.year)),
    source: v.nullable(sourceSchema),
  }),
  v.check(({ lowPounds, highPounds }) => lowPounds <= highPounds, 'the low price is above the high one'),
);

const band = v.pipe(
  v.strictObject({
    lowGigahertz: number(DEVICE_LIMITS.bandGigahertz),
    highGigahertz: number(DEVICE_LIMITS.bandGigahertz),
  }),
  v.check(
    ({ lowGigahertz, highGigahertz }) => lowGigahertz < highGigahertz,
    'the band begins where it ends, or above',
  ),
);

const step = v.strictObject({
  name: text,
  snrDecibels: number(DEVICE_LIMITS.snrDecibels),
  megabitsPerSecond: number(DEVICE_LIMITS.megabitsPerSecond),
  backOffDecibels: number(DEVICE_LIMITS.backOffDecibels),
});

/** A device of a catalogue or a project. What its messages say follows a file's name and a place. */
export const deviceSchema = v.pipe(
  v.strictObject({
    id: v.pipe(text, v.minLength(1, 'an id belongs here')),
    name: v.pipe(text, v.minLength(1, 'a name belongs here')),
    kind: v.picklist(
      ['point-to-multipoint', 'point-to-point'],
      '"point-to-multipoint" or "point-to-point" belongs here',
    ),
    band: sourced(band),
    frequencyGigahertz: sourced(number(DEVICE_LIMITS.frequencyGigahertz)),
    channelMegahertz: sourced(number(DEVICE_LIMITS.channelMegahertz)),
    polarisation: v.picklist(['horizontal', 'vertical'], '"horizontal" or "vertical" belongs here'),
    powerDbm: sourced(number(DEVICE_LIMITS.powerDbm)),
    noiseFigureDecibels: sourced(number(DEVICE_LIMITS.noiseFigureDecibels)),
    licence: v.strictObject({
      name: text,
      eirpLimitDbm: sourced(number(DEVICE_LIMITS.eirpLimitDbm)),
      fee: textOrNull,
    }),
    hub: antenna,
    premises: antenna,
    sectors: sourced(number(DEVICE_LIMITS.sectors)),
    clientsPerSector: sourced(number(DEVICE_LIMITS.clientsPerSector)),
    steps: sourced(v.pipe(entries(step), v.minLength(1, 'at least one step belongs here'))),
    hubPrice: price,
    premisesPrice: price,
  }),
  v.forward(
    v.check(
      ({ band: { value }, frequencyGigahertz }) =>
        frequencyGigahertz.value >= value.lowGigahertz && frequencyGigahertz.value <= value.highGigahertz,
      'the frequency is outside the band',
    ),
    ['frequencyGigahertz', 'value'],
  ),
);
