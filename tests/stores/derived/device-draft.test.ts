import { describe, expect, it } from 'vitest';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { startingChoices } from '../../../src/domain/radio/starting-choices.ts';
import {
  type DeviceDraft,
  deviceDraft,
  readDeviceDraft,
  withSteps,
} from '../../../src/stores/derived/device-draft.ts';
import { type FigureDraft, withNumber } from '../../../src/stores/derived/figure-draft.ts';
import { radioDraft, readRadioDraft } from '../../../src/stores/derived/radio-fields.ts';
import { genericDevice } from '../../builders/link-question.ts';

const SIXTY = genericDevice('generic-60-ghz-multipoint');
const SOURCE = { title: 'Data sheet', publisher: null, date: '2026', licence: null, url: null };

function withFigure(draft: DeviceDraft, key: string, texts: readonly string[]): DeviceDraft {
  const figure = draft.figures.get(key) as FigureDraft;
  return { ...draft, figures: new Map(draft.figures).set(key, { ...figure, texts }) };
}

describe('a device in a form', () => {
  it.each(GENERIC_DEVICES.map((device) => [device.name, device] as const))(
    'is read back as it was: %s',
    (_, device) => {
      const { device: read, problems } = readDeviceDraft(deviceDraft(device), device);
      expect([...problems]).toEqual([]);
      expect(read).toEqual(device);
    },
  );

  it('keeps what no decimal says whole', () => {
    const device = { ...SIXTY, channelMegahertz: { value: 10 / 3, source: null } };
    expect(deviceDraft(device).figures.get('channelMegahertz')?.texts).toEqual(['10/3']);
    expect(readDeviceDraft(deviceDraft(device), device).device).toEqual(device);
  });

  it('says where and what is wrong, and reads nothing', () => {
    let draft: DeviceDraft = { ...deviceDraft(SIXTY), name: ' ' };
    draft = withFigure(draft, 'powerDbm', ['sixteen']);
    draft = withFigure(draft, 'hub.gainDbi', ['81']);
    draft = withFigure(draft, 'sectors', ['2.5']);
    draft = withFigure(draft, 'hubPrice', ['200', '100', '']);
    draft = withFigure(draft, 'band', ['71', '57']);
    draft = { ...draft, steps: [{ key: 0, name: 'a', snr: '', rate: '0', backOff: '0' }] };
    const { device, problems } = readDeviceDraft(draft, SIXTY);
    expect(device).toBeNull();
    expect(Object.fromEntries(problems)).toEqual({
      name: 'Give the radio a name.',
      'powerDbm.0': 'Write a number from -50 to 70 dBm.',
      'hub.gainDbi.0': 'Write a number from -20 to 80 dBi.',
      'sectors.0': 'Write a whole number from 1 to 64.',
      'hubPrice.1': 'Write at least the lowest price, 200 pounds.',
      'band.1': 'Write more than the band’s beginning, 71 GHz.',
      'steps.0.snr': 'Write a number from -30 to 80 dB.',
      'steps.0.rate': 'Write a number from 0.001 to 1000000 Mbit/s.',
    });
  });

  it('refuses a frequency outside the band and a radio without rates', () => {
    let draft = withFigure(deviceDraft(SIXTY), 'frequencyGigahertz', ['72']);
    draft = { ...draft, steps: [] };
    expect(Object.fromEntries(readDeviceDraft(draft, SIXTY).problems)).toEqual({
      'frequencyGigahertz.0': 'Write a frequency within the band, 57 to 71 GHz.',
      steps: 'Give at least one rate.',
    });
  });

  it('takes a missing year of prices as not known', () => {
    const draft = withFigure(deviceDraft(SIXTY), 'hubPrice', ['1', '2', '2026']);
    expect(readDeviceDraft(draft, SIXTY).device?.hubPrice.year).toBe(2026);
    expect(readDeviceDraft(deviceDraft(SIXTY), SIXTY).device?.hubPrice.year).toBeNull();
  });
});

describe('the source of a figure that is changed', () => {
  const first: FigureDraft = { texts: ['16', '2'], source: SOURCE };

  it('speaks of the number it came with, and no other', () => {
    const changed = withNumber(first, { input: 0, text: '17', first });
    expect(changed).toEqual({ texts: ['17', '2'], source: null });
    expect(withNumber(changed, { input: 0, text: '16.0', first }).source).toEqual(SOURCE);
  });

  it('stays where somebody gave another', () => {
    const own = { texts: ['17', '2'], source: { ...SOURCE, title: 'Measured' } };
    expect(withNumber(own, { input: 0, text: '18', first }).source?.title).toBe('Measured');
  });

  it('goes with the rates', () => {
    const draft = deviceDraft(SIXTY);
    const fewer = withSteps(draft, draft.steps.slice(1), draft);
    expect(fewer.stepsSource).toBeNull();
    expect(withSteps(fewer, draft.steps, draft).stepsSource).toEqual(SIXTY.steps.source);
  });
});

describe('what links are reckoned with, in a form', () => {
  const radio = startingChoices('one');

  it('is read back as it was, k to the last digit', () => {
    expect(radioDraft(radio).get('earthFactor')?.texts).toEqual(['4/3']);
    expect(readRadioDraft(radioDraft(radio), radio).radio).toEqual(radio);
  });

  it('says what is wrong', () => {
    const draft = new Map(radioDraft(radio))
      .set('rainTimePercent', { texts: ['5'], source: null })
      .set('air', { texts: ['1013', '', '7.5'], source: null });
    const read = readRadioDraft(draft, radio);
    expect(read.radio).toBeNull();
    expect(Object.fromEntries(read.problems)).toEqual({
      'rainTimePercent.0': 'Write a number from 0.001 to 1 %.',
      'air.1': 'Write a number from 200 to 330 K.',
    });
  });
});
