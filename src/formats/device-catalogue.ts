import * as v from 'valibot';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkJson } from './check-json.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';
import { radiosOfFile } from './reckoning-limits.ts';

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

const catalogueSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(CATALOGUE_VERSION),
  devices: radiosOfFile,
});
