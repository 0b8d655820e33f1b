import type { Change } from '../domain/project/change.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { freeId, freeName } from './edit-device.ts';
import { readReckoning } from './read-reckoning.ts';

/** What became of a catalogue file. */
export type DevicesImported =
  | {
      readonly state: 'taken';
      readonly fileName: string;
      readonly added: readonly string[];
      /** Names of those that the project has already, figure by figure. */
      readonly there: readonly string[];
    }
  | { readonly state: 'refused'; readonly message: string };

/** Largest catalogue file: some thousand radios, read at once. */
const MOST_BYTES = 4_000_000;

/**
 * Puts the radios of a catalogue file into the project, in one step of undo. One that is there figure by figure is left
 * out; one whose id stands for other figures gets an id and a name of its own, for links were reckoned with the first.
 * Never rejects: what is wrong with the file is said with file, place, reason and remedy, and nothing of it is taken.
 */
export async function importDevices(
  context: AppContext,
  file: File,
  options: JobOptions = {},
): Promise<DevicesImported> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} is above 4 MB: catalogues of radios are far smaller. Give another file.`);
  const { canonicalJson } = await import('../formats/canonical-json.ts');
  const read = await readReckoning(context, 'radios', file, options);
  if (read.state === 'refused') return read;
  const { project, change } = context.project.getState();
  const devices = [...project.devices];
  const added: string[] = [];
  const there: string[] = [];
  const changes: Change[] = [];
  for (const device of read.register.devices ?? []) {
    const same = devices.find(({ id }) => id === device.id);
    if (same && canonicalJson(same) === canonicalJson(device)) {
      there.push(device.name);
      continue;
    }
    const item = same
      ? { ...device, id: freeId(device.id, devices), name: freeName(device.name, devices) }
      : device;
    changes.push({ kind: 'insert', list: 'devices', at: devices.length, item });
    devices.push(item);
    added.push(item.name);
  }
  if (changes.length > 0) change(`Radios of ${file.name}`, { kind: 'all', changes });
  return { state: 'taken', fileName: file.name, added, there };
}

function refused(message: string): DevicesImported {
  return { state: 'refused', message };
}
