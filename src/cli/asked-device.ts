import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assumedParts, type DeviceProfile } from '../domain/radio/device.ts';
import { GENERIC_DEVICES } from '../domain/radio/generic-devices.ts';
import { readDeviceCatalogue } from '../formats/device-catalogue.ts';

/**
 * The device that `--device FILE` or `FILE#id` names, or one of no maker by its id alone. Throws words where it is not there, or
 * which of several is not said.
 */
export function askedDevice(spec: string): DeviceProfile {
  const generic = existsSync(spec) ? undefined : GENERIC_DEVICES.find((one) => one.id === spec);
  if (generic) return generic;
  const [path, id] = partsOf(spec);
  if (!existsSync(path))
    throw new Error(`${path}: there is no such file. Give a catalogue of devices with --device.`);
  const devices = readDeviceCatalogue(readFileSync(path, 'utf8'), basename(path));
  const ids = devices.map((device) => `"${device.id}"`).join(', ');
  if (devices.length === 0) throw new Error(`${path} holds no device. Add one to the catalogue.`);
  if (id === null && devices.length > 1)
    throw new Error(
      `${path} holds ${devices.length} devices: ${ids}. Say which: --device ${path}#${devices[0].id}`,
    );
  const device = id === null ? devices[0] : devices.find((one) => one.id === id);
  if (!device) throw new Error(`${path} holds no device "${id}". It has ${ids}.`);
  return device;
}

/** The device in a line: what it is and how much of it nobody sourced. */
export function deviceLine(device: DeviceProfile): string {
  const assumed = assumedParts(device);
  const said = assumed.length === 0 ? 'sourced throughout' : `assumed: ${assumed.join(', ')}`;
  return `device: ${device.name}, ${device.frequencyGigahertz.value} GHz, ${device.channelMegahertz.value} MHz (${said})`;
}

function partsOf(spec: string): [string, string | null] {
  const at = spec.lastIndexOf('#');
  return at < 0 || existsSync(spec) ? [spec, null] : [spec.slice(0, at), spec.slice(at + 1)];
}
