import type { Source } from '../../domain/project/figure.ts';
import type { DeviceProfile } from '../../domain/radio/device.ts';
import { DEVICE_LIMITS } from '../../domain/radio/device-limits.ts';
import { DEVICE_FIELDS } from './device-fields.ts';
import { type FigureDraft, figureDraft, readFigure, readNumber } from './figure-draft.ts';

/** One rate of a device as it is being written. */
export interface StepDraft {
  readonly key: number;
  readonly name: string;
  readonly snr: string;
  readonly rate: string;
  readonly backOff: string;
}

/** A device as it is being written in a form. */
export interface DeviceDraft {
  readonly name: string;
  readonly kind: DeviceProfile['kind'];
  readonly polarisation: DeviceProfile['polarisation'];
  readonly licenceName: string;
  readonly fee: string;
  /** By the fields' keys. */
  readonly figures: ReadonlyMap<string, FigureDraft>;
  readonly steps: readonly StepDraft[];
  readonly stepsSource: Source | null;
}

/** What a draft says, or what is wrong with it by where: a field's key and input ("band.1"), "name", "steps.0.snr". */
export interface ReadDraft {
  readonly device: DeviceProfile | null;
  readonly problems: ReadonlyMap<string, string>;
}

/** A device as its form starts. */
export function deviceDraft(device: DeviceProfile): DeviceDraft {
  return {
    name: device.name,
    kind: device.kind,
    polarisation: device.polarisation,
    licenceName: device.licence.name,
    fee: device.licence.fee ?? '',
    figures: new Map(
      DEVICE_FIELDS.map((field) => {
        const { values, source } = field.read(device);
        return [field.key, figureDraft(values, source)];
      }),
    ),
    steps: device.steps.value.map((step, key) => ({
      key,
      name: step.name,
      snr: String(step.snrDecibels),
      rate: String(step.megabitsPerSecond),
      backOff: String(step.backOffDecibels),
    })),
    stepsSource: device.steps.source,
  };
}

/** The device that a draft of `device` says; null with the problems where it says none. */
export function readDeviceDraft(draft: DeviceDraft, device: DeviceProfile): ReadDraft {
  const problems = new Map<string, string>();
  if (draft.name.trim() === '') problems.set('name', 'Give the radio a name.');
  let edited: DeviceProfile = {
    ...device,
    name: draft.name.trim(),
    kind: draft.kind,
    polarisation: draft.polarisation,
    licence: { ...device.licence, name: draft.licenceName.trim(), fee: draft.fee.trim() || null },
  };
  for (const field of DEVICE_FIELDS) {
    const figure = draft.figures.get(field.key);
    if (!figure) continue;
    const read = readFigure(figure, field.inputs, field.read(device).values);
    for (const [i, problem] of read.problems.entries())
      if (problem) problems.set(`${field.key}.${i}`, problem);
    edited = field.write(edited, { values: read.values, source: figure.source });
  }
  edited = { ...edited, steps: { value: readSteps(draft, problems), source: draft.stepsSource } };
  checkTogether(edited, problems);
  return { device: problems.size === 0 ? edited : null, problems };
}

function readSteps({ steps }: DeviceDraft, problems: Map<string, string>) {
  if (steps.length === 0) problems.set('steps', 'Give at least one rate.');
  return steps.map((step, i) => {
    const number = (part: 'snr' | 'rate' | 'backOff', limit: keyof typeof DEVICE_LIMITS): number => {
      const { value, problem } = readNumber(step[part], { limit: DEVICE_LIMITS[limit] });
      if (problem) problems.set(`steps.${i}.${part}`, problem);
      return value ?? 0;
    };
    return {
      name: step.name.trim(),
      snrDecibels: number('snr', 'snrDecibels'),
      megabitsPerSecond: number('rate', 'megabitsPerSecond'),
      backOffDecibels: number('backOff', 'backOffDecibels'),
    };
  });
}

/** What no figure says alone. */
function checkTogether(device: DeviceProfile, problems: Map<string, string>): void {
  const { lowGigahertz, highGigahertz } = device.band.value;
  const isBandSound = !problems.has('band.0') && !problems.has('band.1');
  if (isBandSound && lowGigahertz >= highGigahertz)
    problems.set('band.1', `Write more than the band’s beginning, ${lowGigahertz} GHz.`);
  const frequency = device.frequencyGigahertz.value;
  if (isBandSound && !problems.has('band.1') && !problems.has('frequencyGigahertz.0'))
    if (frequency < lowGigahertz || frequency > highGigahertz)
      problems.set(
        'frequencyGigahertz.0',
        `Write a frequency within the band, ${lowGigahertz} to ${highGigahertz} GHz.`,
      );
  for (const key of ['hubPrice', 'premisesPrice'] as const) {
    const { lowPounds, highPounds } = device[key];
    if (lowPounds > highPounds && !problems.has(`${key}.0`) && !problems.has(`${key}.1`))
      problems.set(`${key}.1`, `Write at least the lowest price, ${lowPounds} pounds.`);
  }
}

/** The draft with other rates; as with every figure, the source is that of the rates it came with. */
export function withSteps(draft: DeviceDraft, steps: readonly StepDraft[], first: DeviceDraft): DeviceDraft {
  const isAsBefore = JSON.stringify(steps) === JSON.stringify(first.steps);
  if (isAsBefore) return { ...draft, steps, stepsSource: draft.stepsSource ?? first.stepsSource };
  return { ...draft, steps, stepsSource: draft.stepsSource === first.stepsSource ? null : draft.stepsSource };
}
