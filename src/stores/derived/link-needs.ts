import { datasetInRole, type Project } from '../../domain/project/project.ts';
import { assumedParts, type DeviceProfile } from '../../domain/radio/device.ts';
import { GENERIC_DEVICES } from '../../domain/radio/generic-devices.ts';
import { deviceFacts } from './device-lines.ts';

/** What a project lacks before any link can be reckoned, the first thing first. */
export type LinkNeed = 'heights' | 'radio' | 'premises';

/** What is lacking before premises in reach can be told; without `withPremises`, before one link can. */
export function linkNeeds(project: Project, withPremises: boolean): LinkNeed[] {
  const needs: LinkNeed[] = [];
  if (!hasHeights(project)) needs.push('heights');
  if (!project.radio) needs.push('radio');
  if (withPremises && !datasetInRole(project, 'premises')) needs.push('premises');
  return needs;
}

/** Whether a surface or a ground model is loaded; buildings alone stand on nothing. */
export function hasHeights(project: Project): boolean {
  return datasetInRole(project, 'heights') !== undefined;
}

/** A radio on offer: the project's own, then those of no maker that it has not. */
export interface OfferedDevice {
  readonly device: DeviceProfile;
  /** "5.8 GHz, channel 80 MHz, point-to-multipoint" */
  readonly facts: string;
  /** "assumed: power, price of the hub"; null where all is sourced. */
  readonly assumed: string | null;
}

export function offeredDevices({ devices }: Pick<Project, 'devices'>): OfferedDevice[] {
  const others = GENERIC_DEVICES.filter(({ id }) => devices.every((device) => device.id !== id));
  return [...devices, ...others].map((device) => {
    const parts = assumedParts(device);
    return {
      device,
      facts: deviceFacts(device),
      assumed: parts.length > 0 ? parts.join(', ') : null,
    };
  });
}
