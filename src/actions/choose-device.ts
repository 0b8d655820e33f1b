import type { Change } from '../domain/project/change.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { startingChoices } from '../domain/radio/starting-choices.ts';
import type { AppContext } from './app-context.ts';

/**
 * Reckons links with a radio: it is copied into the project unless the project has one of its id, and what else links are
 * reckoned with starts as shipped unless somebody has chosen. One step of undo.
 */
export function chooseDevice(context: AppContext, device: DeviceProfile): void {
  const { project, change } = context.project.getState();
  const { radio, devices } = project;
  if (radio?.deviceId === device.id) return;
  const changes: Change[] = [];
  if (!devices.some(({ id }) => id === device.id))
    changes.push({ kind: 'insert', list: 'devices', at: devices.length, item: device });
  changes.push({
    kind: 'set-radio',
    radio: radio ? { ...radio, deviceId: device.id } : startingChoices(device.id),
  });
  change(`Radio: ${device.name}`, { kind: 'all', changes });
}
