import type { DeviceProfile } from '../../domain/radio/device.ts';
import { DEVICE_FIELDS } from './device-fields.ts';
import { plainLine, standingOf } from './register-line.ts';
import type { RegisterSection } from './register-section.ts';

/** The figures of one radio. */
export function registerDeviceSection(device: DeviceProfile): RegisterSection {
  const { id, name, steps, licence } = device;
  const most = Math.max(...steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond));
  return {
    ...{ key: `radio-${id}`, part: 'radios', title: name },
    lines: [
      ...DEVICE_FIELDS.map((field) => {
        const end = field.key.startsWith('hub.')
          ? 'Hub: '
          : field.key.startsWith('premises.')
            ? 'Premises: '
            : '';
        const label = end ? `${end}${field.label.toLowerCase()}` : field.label;
        const { key, meaning = '', inputs } = field;
        return plainLine({ key: `${id}.${key}`, label, meaning, inputs }, field.read(device));
      }),
      {
        key: `${id}.steps`,
        label: 'Rates',
        meaning: 'By how strong the signal is.',
        value: `${steps.value.length} steps, up to ${most.toLocaleString('en-GB')} Mbit/s`,
        range: null,
        ...standingOf(steps.source),
      },
      {
        key: `${id}.licence`,
        label: 'Licence and its fee',
        meaning: '',
        value: [licence.name || 'licence not known', licence.fee ?? 'fee not known'].join('; '),
        range: null,
        ...standingOf(licence.eirpLimitDbm.source),
      },
    ],
    edit: { kind: 'radio', device },
  };
}
