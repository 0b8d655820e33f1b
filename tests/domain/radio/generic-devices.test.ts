import { describe, expect, it } from 'vitest';
import { assumedParts } from '../../../src/domain/radio/device.ts';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { genericDevice } from '../../builders/link-question.ts';

describe('the generic devices', () => {
  it('are the five ways that a council meets', () => {
    expect(GENERIC_DEVICES.map(({ name }) => name)).toEqual([
      '60 GHz point-to-multipoint (generic)',
      '60 GHz point-to-point (generic)',
      '28 GHz point-to-multipoint (generic)',
      '5.8 GHz point-to-multipoint (generic)',
      '3.8–4.2 GHz shared access (generic)',
    ]);
  });

  it('say what nobody sourced', () => {
    expect(assumedParts(genericDevice('generic-60-ghz-multipoint'))).toEqual([
      'frequency',
      'channel',
      'hub antenna beamwidth',
      'hub losses',
      'premises antenna beamwidth',
      'premises losses',
      'sectors',
      'price of the hub',
      'price at the premises',
    ]);
    for (const device of GENERIC_DEVICES) expect(assumedParts(device)).toContain('price of the hub');
    const source = { title: 'List', publisher: null, date: '2026', licence: null, url: null };
    const hubPrice = { lowPounds: 1, highPounds: 2, year: 2026, source };
    expect(assumedParts({ ...GENERIC_DEVICES[0], hubPrice })).not.toContain('price of the hub');
  });

  it('send within their band and have steps that are faster the more they need', () => {
    for (const { band, frequencyGigahertz, steps } of GENERIC_DEVICES) {
      expect(frequencyGigahertz.value).toBeGreaterThanOrEqual(band.value.lowGigahertz);
      expect(frequencyGigahertz.value).toBeLessThanOrEqual(band.value.highGigahertz);
      const rates = steps.value.map(({ megabitsPerSecond }) => megabitsPerSecond);
      expect(rates).toEqual(rates.toSorted((a, b) => a - b));
      const needs = steps.value.map(({ snrDecibels }) => snrDecibels);
      expect(needs).toEqual(needs.toSorted((a, b) => a - b));
    }
  });
});
