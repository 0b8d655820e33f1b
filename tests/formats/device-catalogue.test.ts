import { describe, expect, it } from 'vitest';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import {
  DeviceCatalogueRefused,
  readDeviceCatalogue,
  writeDeviceCatalogue,
} from '../../src/formats/device-catalogue.ts';

const written = writeDeviceCatalogue(GENERIC_DEVICES);

// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
type Loose = any;

/** The catalogue with something done to its parsed form. */
function changed(change: (catalogue: Loose) => void): string {
  const catalogue = JSON.parse(written);
  change(catalogue);
  return JSON.stringify(catalogue);
}

function refusal(json: string): DeviceCatalogueRefused {
  try {
    readDeviceCatalogue(json, 'radios.json');
  } catch (error) {
    if (error instanceof DeviceCatalogueRefused) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a catalogue of devices', () => {
  it('reads back what was written, and is written the same again', () => {
    const read = readDeviceCatalogue(written, 'radios.json');
    expect(read).toEqual(GENERIC_DEVICES);
    expect(writeDeviceCatalogue(read)).toBe(written);
    expect(readDeviceCatalogue(writeDeviceCatalogue([]), 'none.json')).toEqual([]);
  });

  it.each<[string, (catalogue: Loose) => void, string, RegExp]>([
    [
      'a figure out of bounds',
      (catalogue: Loose) => {
        catalogue.devices[1].powerDbm.value = 1000;
      },
      'devices.1.powerDbm.value',
      /a number from -50 to 70 dBm belongs here/,
    ],
    [
      'a figure as text',
      (catalogue: Loose) => {
        catalogue.devices[0].hub.gainDbi.value = '30';
      },
      'devices.0.hub.gainDbi.value',
      /a number from -20 to 80 dBi belongs here/,
    ],
    [
      'a step that carries nothing',
      (catalogue: Loose) => {
        catalogue.devices[2].steps.value[0].megabitsPerSecond = 0;
      },
      'devices.2.steps.value.0.megabitsPerSecond',
      /Mbit\/s belongs here/,
    ],
    [
      'no steps at all',
      (catalogue: Loose) => {
        catalogue.devices[2].steps.value = [];
      },
      'devices.2.steps.value',
      /at least one step/,
    ],
    [
      'a frequency outside the band',
      (catalogue: Loose) => {
        catalogue.devices[3].frequencyGigahertz.value = 5.9;
      },
      'devices.3.frequencyGigahertz.value',
      /outside the band/,
    ],
    [
      'a price range turned round',
      (catalogue: Loose) => {
        catalogue.devices[0].hubPrice.lowPounds = 9999;
      },
      'devices.0.hubPrice',
      /above the high one/,
    ],
    [
      'half a sector',
      (catalogue: Loose) => {
        catalogue.devices[0].sectors.value = 2.5;
      },
      'devices.0.sectors.value',
      /whole number/,
    ],
    [
      'a member that is missing',
      (catalogue: Loose) => {
        delete catalogue.devices[4].noiseFigureDecibels;
      },
      'devices.4.noiseFigureDecibels',
      /radios\.json, devices\.4\.noiseFigureDecibels/,
    ],
    [
      'a member that nobody knows',
      (catalogue: Loose) => {
        catalogue.devices[4].colour = 'red';
      },
      'devices.4.colour',
      /devices\.4\.colour/,
    ],
  ])('refuses %s, with the place and what to do', (_, change, place, words) => {
    const refused = refusal(changed(change));
    expect(refused).toMatchObject({ code: 'WRONG_FIGURE', place });
    expect(refused.message).toMatch(words);
    expect(refused.message).toMatch(/^radios\.json/);
    expect(refused.message).toMatch(/load it again\.$/);
  });

  it('refuses two devices of one id, another file, a newer one, and what is no JSON', () => {
    const twice = changed((catalogue: Loose) => catalogue.devices.push(catalogue.devices[0]));
    expect(refusal(twice)).toMatchObject({ code: 'SAME_ID', place: 'devices.5.id' });
    expect(refusal('{"type":"FeatureCollection"}').code).toBe('NOT_A_CATALOGUE');
    expect(refusal('[]').code).toBe('NOT_A_CATALOGUE');
    const newer = changed((catalogue: Loose) => {
      catalogue.version = 2;
    });
    expect(refusal(newer)).toMatchObject({ code: 'NEWER', place: 'version' });
    expect(refusal('{"format":\n  "notspot-devices",}')).toMatchObject({ code: 'NOT_JSON', place: 'line 2' });
  });

  it('refuses the names that every object has', () => {
    const json = written.replace('"devices":', '"constructor": 1, "devices":');
    expect(refusal(json)).toMatchObject({ code: 'WRONG_FIGURE', place: 'constructor' });
  });
});
