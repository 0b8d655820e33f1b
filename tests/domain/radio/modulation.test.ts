import { describe, expect, it } from 'vitest';
import { lowestStep, modulationStepAt } from '../../../src/domain/radio/modulation.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import { thermalNoiseDbm } from '../../../src/domain/radio/receiver-noise.ts';
import { genericDevice } from '../../builders/link-question.ts';

const { value: steps } = genericDevice('generic-60-ghz-multipoint').steps;
const at = (snr: number) => modulationStepAt(snr, steps)?.name ?? null;

describe('the modulation step of a signal', () => {
  it.each([
    // Terragraph planner, published table: its signal over noise, and what its sender turns down from MCS 10 on.
    [4.4, null],
    [4.5, 'MCS 4'],
    [5.3, 'MCS 5'],
    [13, 'MCS 9'],
    [15.9, 'MCS 9'],
    [16, 'MCS 10'],
    [19.9, 'MCS 10'],
    [24, 'MCS 12'],
    [60, 'MCS 12'],
  ])('of %f dB is %s', (snr, name) => {
    expect(at(snr)).toBe(name);
  });

  it('does not hang on the order of the table, nor take a slower step that needs less', () => {
    expect(modulationStepAt(30, steps.toReversed())?.name).toBe('MCS 12');
    expect(lowestStep(steps.toReversed()).name).toBe('MCS 4');
    const odd = [...steps, { name: 'odd', snrDecibels: 25, megabitsPerSecond: 10, backOffDecibels: 0 }];
    expect(modulationStepAt(30, odd)?.name).toBe('MCS 12');
  });

  it('is none for a signal that is not known, and refuses a device without steps', () => {
    expect(modulationStepAt(Number.NaN, steps)).toBeNull();
    expect(() => modulationStepAt(20, [])).toThrow(OutOfRange);
    expect(() => lowestStep([])).toThrow(OutOfRange);
  });
});

describe('thermal noise', () => {
  it('is −174 dBm in a hertz: −101 in 20 MHz, −80.7 in 2.16 GHz', () => {
    expect(thermalNoiseDbm(20)).toBeCloseTo(-100.99, 2);
    expect(thermalNoiseDbm(2160)).toBeCloseTo(-80.66, 2);
    expect(() => thermalNoiseDbm(0)).toThrow(OutOfRange);
  });
});
