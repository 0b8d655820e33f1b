import * as v from 'valibot';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkJson } from './check-json.ts';
import { sourceSchema } from './dataset-schema.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';
import { entries, text, textOrNull } from './schema-values.ts';

/** Version of the catalogue file: a JSON object with format, version and devices. */
const CATALOGUE_VERSION = 1;
const FORMAT = 'notspot-devices';

/** Why a catalogue is not taken; nothing of it is. The message says what is wrong, where, and what to do. */
export class DeviceCatalogueRefused extends Error {
  readonly code: 'NOT_JSON' | 'NOT_A_CATALOGUE' | 'NEWER' | 'WRONG_FIGURE' | 'SAME_ID';
  /** The part at fault ("devices.2.powerDbm.value"); null where it is the whole. */
  readonly place: string | null;

  constructor(code: DeviceCatalogueRefused['code'], message: string, place: string | null = null) {
    super(message);
    this.name = 'DeviceCatalogueRefused';
    this.code = code;
    this.place = place;
  }
}

/** The devices as a catalogue file: equal devices give equal text. */
export function writeDeviceCatalogue(devices: readonly DeviceProfile[]): string {
  // Parsed again to be spread over lines, for people edit it; the order of members stays the canonical one.
  const catalogue = JSON.parse(canonicalJson({ format: FORMAT, version: CATALOGUE_VERSION, devices }));
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}

/** The devices of a catalogue file. Throws DeviceCatalogueRefused. */
export function readDeviceCatalogue(json: string, fileName: string): DeviceProfile[] {
  const parsed = parsedJson(json, fileName);
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), parsed);
  if (!head.success)
    throw new DeviceCatalogueRefused(
      'NOT_A_CATALOGUE',
      `${fileName} is no catalogue of devices: it has no "format": "${FORMAT}" with a version. Export one from Notspot and fill that in.`,
    );
  if (head.output.version > CATALOGUE_VERSION)
    throw new DeviceCatalogueRefused(
      'NEWER',
      `${fileName} was made with a newer version of Notspot (catalogue version ${head.output.version}; this one reads up to ${CATALOGUE_VERSION}). Reload to get the new version.`,
      'version',
    );
  const result = v.safeParse(catalogueSchema, parsed);
  if (!result.success) throw wrongFigure(result.issues[0], fileName);
  const { devices } = result.output;
  const ids = devices.map(({ id }) => id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0)
    throw new DeviceCatalogueRefused(
      'SAME_ID',
      `${fileName} has two devices with the id "${ids[twice]}". Give each its own.`,
      `devices.${twice}.id`,
    );
  return devices;
}

function parsedJson(json: string, fileName: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    const place = jsonErrorPlace(json);
    const where = place
      ? `, line ${place.line}, character ${place.column}: ${place.expected} was expected`
      : '';
    throw new DeviceCatalogueRefused(
      'NOT_JSON',
      `${fileName} is no JSON${where}. Put that right and load it again.`,
      place ? `line ${place.line}` : null,
    );
  }
  try {
    // Names that every object has of its own accord would pass the schema.
    checkJson(parsed, fileName);
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    throw new DeviceCatalogueRefused('WRONG_FIGURE', error.message, error.part);
  }
  return parsed;
}

function wrongFigure(issue: v.BaseIssue<unknown>, fileName: string): DeviceCatalogueRefused {
  const place = v.getDotPath(issue) ?? 'devices';
  return new DeviceCatalogueRefused(
    'WRONG_FIGURE',
    `${fileName}, ${place}: ${issue.message}. Put that right and load it again.`,
    place,
  );
}

function number(low: number, high: number, unit: string) {
  const said = `a number from ${low} to ${high}${unit && ` ${unit}`} belongs here`;
  return v.pipe(v.number(said), v.finite(said), v.minValue(low, said), v.maxValue(high, said));
}

function whole(low: number, high: number) {
  return v.pipe(number(low, high, ''), v.integer('a whole number belongs here'));
}

function sourced<const Value extends v.GenericSchema>(value: Value) {
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

const device = v.pipe(
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

const catalogueSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(CATALOGUE_VERSION),
  devices: entries(device),
});
