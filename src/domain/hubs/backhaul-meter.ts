import type { DeviceProfile } from '../radio/device.ts';
import { LinkMeter } from '../radio/link-meter.ts';

/**
 * By what links between hubs are reckoned: the project's point-to-point radio that carries most (the first of equals), in
 * the same rain and air; else the plan's own radio.
 */
export function backhaulMeter(meter: LinkMeter, devices: readonly DeviceProfile[]): LinkMeter {
  const links = devices.filter(({ kind }) => kind === 'point-to-point');
  if (links.length === 0) return meter;
  const most = Math.max(...links.map(fastestMegabits));
  const device = links.find((link) => fastestMegabits(link) === most) ?? links[0];
  return new LinkMeter(device, meter.choices);
}

/** The rate of a device's fastest step, Mbit/s. */
export function fastestMegabits({ steps }: Pick<DeviceProfile, 'steps'>): number {
  return Math.max(...steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond));
}
