import type { Project } from '../../domain/project/project.ts';
import { assumedParts, type DeviceProfile } from '../../domain/radio/device.ts';
import { GENERIC_DEVICES } from '../../domain/radio/generic-devices.ts';
import { GIGABIT_MEGABITS_PER_SECOND } from '../../domain/units.ts';
import { rateText } from './rate-text.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A radio as lists print it. */
export interface DeviceLine {
  readonly device: DeviceProfile;
  readonly isInUse: boolean;
  /** "60.48 GHz, channel 2,160 MHz, point-to-multipoint" */
  readonly facts: string;
  /** "Up to 1,800 Mbit/s: counts as gigabit." */
  readonly rate: string;
  readonly licence: string;
  /** "At most 55 dBm EIRP" and where that is from; null: assumed. */
  readonly limit: { readonly text: string; readonly source: SourceText | null };
  /** What of it nobody sourced, in words. */
  readonly assumed: readonly string[];
}

/** The project's radios, and those of no maker that it does not have yet. */
export function deviceLines(project: Project): {
  readonly own: readonly DeviceLine[];
  readonly offered: readonly DeviceLine[];
} {
  const chosen = project.radio?.deviceId ?? null;
  const has = new Set(project.devices.map(({ id }) => id));
  return {
    own: project.devices.map((device) => lineOf(device, device.id === chosen)),
    offered: GENERIC_DEVICES.filter(({ id }) => !has.has(id)).map((device) => lineOf(device, false)),
  };
}

function lineOf(device: DeviceProfile, isInUse: boolean): DeviceLine {
  const { licence } = device;
  return {
    device,
    isInUse,
    facts: deviceFacts(device),
    rate: rateWords(device),
    licence: [licence.name || 'licence not known', licence.fee ?? 'fee not known'].join('; '),
    limit: {
      text: `At most ${NUMBER.format(licence.eirpLimitDbm.value)} dBm EIRP`,
      source: licence.eirpLimitDbm.source && sourceText(licence.eirpLimitDbm.source),
    },
    assumed: assumedParts(device),
  };
}

/** "60.48 GHz, channel 2,160 MHz, point-to-multipoint" */
export function deviceFacts({ frequencyGigahertz, channelMegahertz, kind }: DeviceProfile): string {
  return `${NUMBER.format(frequencyGigahertz.value)} GHz, channel ${NUMBER.format(channelMegahertz.value)} MHz, ${kind}`;
}

function rateWords({ steps }: DeviceProfile): string {
  const most = Math.max(...steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond));
  const counts = most >= GIGABIT_MEGABITS_PER_SECOND ? 'counts as gigabit where held' : 'usable, not gigabit';
  return `Up to ${rateText(most)}: ${counts}`;
}

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
