import * as v from 'valibot';
import { sourceSchema } from './dataset-schema.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** A number within bounds, both included; says which. */
export function number(low: number, high: number, unit: string) {
  const said = `a number from ${low} to ${high}${unit && ` ${unit}`} belongs here`;
  return v.pipe(v.number(said), v.finite(said), v.minValue(low, said), v.maxValue(high, said));
}

function whole(low: number, high: number) {
  return v.pipe(number(low, high, ''), v.integer('a whole number belongs here'));
}

/** A figure with its source; null: assumed. */
export function sourced<const Value extends v.GenericSchema>(value: Value) {
  return v.strictObject({ value, source: v.nullable(sourceSchema) });
}

const antenna = v.strictObject({
  gainDbi: sourced(number(-20, 80, 'dBi')),
  beamwidthDegrees: sourced(number(0.01, 360, 'degrees')),
  lossDecibels: sourced(number(0, 50, 'dB')),
});

const price = v.pipe(
  v.strictObject({
    lowPounds: number(0, 1e7, 'pounds'),
    highPounds: number(0, 1e7, 'pounds'),
    year: v.nullable(whole(1990, 2100)),
    source: v.nullable(sourceSchema),
  }),
  v.check(({ lowPounds, highPounds }) => lowPounds <= highPounds, 'the low price is above the high one'),
);

const band = v.pipe(
  v.strictObject({ lowGigahertz: number(0.1, 300, 'GHz'), highGigahertz: number(0.1, 300, 'GHz') }),
  v.check(
    ({ lowGigahertz, highGigahertz }) => lowGigahertz < highGigahertz,
    'the band begins where it ends, or above',
  ),
);

const step = v.strictObject({
  name: text,
  snrDecibels: number(-30, 80, 'dB'),
  megabitsPerSecond: number(0.001, 1e6, 'Mbit/s'),
  backOffDecibels: number(0, 40, 'dB'),
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
    frequencyGigahertz: sourced(number(1, 100, 'GHz')),
    channelMegahertz: sourced(number(0.001, 20_000, 'MHz')),
    polarisation: v.picklist(['horizontal', 'vertical'], '"horizontal" or "vertical" belongs here'),
    powerDbm: sourced(number(-50, 70, 'dBm')),
    noiseFigureDecibels: sourced(number(0, 50, 'dB')),
    licence: v.strictObject({
      name: text,
      eirpLimitDbm: sourced(number(-50, 100, 'dBm')),
      fee: textOrNull,
    }),
    hub: antenna,
    premises: antenna,
    sectors: sourced(whole(1, 64)),
    clientsPerSector: sourced(whole(1, 10_000)),
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
