import type { DeviceProfile } from '../domain/radio/device.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';

/** Puts an edited radio in the place of the one with its id. One step of undo; nothing where nothing differs. */
export function saveDevice(context: AppContext, device: DeviceProfile): void {
  const { project } = context.project.getState();
  const at = project.devices.findIndex(({ id }) => id === device.id);
  if (at < 0 || JSON.stringify(project.devices[at]) === JSON.stringify(device)) return;
  changeReckoning(context, `Edited ${device.name}`, [{ kind: 'replace', list: 'devices', at, item: device }]);
}

/** Puts a copy of a radio into the project, to be edited; gives the copy's id. One step of undo. */
export function copyDevice(context: AppContext, device: DeviceProfile): string {
  const { project, change } = context.project.getState();
  const copy = {
    ...device,
    id: freeId(`${device.id}-copy`, project.devices),
    name: freeName(`${device.name}, copy`, project.devices),
  };
  change(`Copied ${device.name}`, {
    kind: 'insert',
    list: 'devices',
    at: project.devices.length,
    item: copy,
  });
  return copy.id;
}

/** Takes a radio out of the project. One step of undo; the one that links are reckoned with stays. */
export function removeDevice(context: AppContext, deviceId: string): void {
  const { project, change } = context.project.getState();
  const at = project.devices.findIndex(({ id }) => id === deviceId);
  if (at < 0 || project.radio?.deviceId === deviceId) return;
  change(`Removed ${project.devices[at].name}`, { kind: 'remove', list: 'devices', at });
}

/** The id wanted, or with the lowest number behind it that no device has. */
export function freeId(wanted: string, devices: readonly DeviceProfile[]): string {
  return free(wanted, new Set(devices.map(({ id }) => id)), (n) => `${wanted}-${n}`);
}

/** The name wanted, or with the lowest number behind it that no device has. */
export function freeName(wanted: string, devices: readonly DeviceProfile[]): string {
  return free(wanted, new Set(devices.map(({ name }) => name)), (n) => `${wanted} ${n}`);
}

function free(wanted: string, taken: ReadonlySet<string>, numbered: (n: number) => string): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = numbered(n);
  return name;
}
