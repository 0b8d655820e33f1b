import { describe, expect, it, vi } from 'vitest';
import { importDevices } from '../../src/actions/import-devices.ts';
import { importRates } from '../../src/actions/import-rates.ts';
import { importRegister } from '../../src/actions/import-register.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { registerOf } from '../../src/domain/plan/register.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { writeDeviceCatalogue } from '../../src/formats/device-catalogue.ts';
import { writeRateCardJson } from '../../src/formats/rate-card-json.ts';
import { writeRegisterJson } from '../../src/formats/register-json.ts';
import { makeAppContext } from '../builders/app-context.ts';

const REGISTER = registerOf({ devices: [GENERIC_DEVICES[0]] }, null);

describe('a file of what plans are reckoned with', () => {
  it.each([
    [
      'register',
      importRegister,
      writeRegisterJson({ ...REGISTER, rates: { ...DEFAULT_RATES, name: 'Ours' } }),
    ],
    ['rates', importRates, writeRateCardJson({ ...DEFAULT_RATES, name: 'Ours' })],
    ['radios', importDevices, writeDeviceCatalogue([GENERIC_DEVICES[0]])],
  ] as const)('is read by the worker, which tells how far it is: %s', async (kind, take, text) => {
    const { context } = makeAppContext();
    const asked = vi.spyOn(context.compute.api, 'study');
    expect(await take(context, new File([text], 'ours.json'))).toMatchObject({ state: 'taken' });
    expect(asked).toHaveBeenCalledOnce();
    expect(asked.mock.calls[0][1]).toBe('read-reckoning');
    expect(asked.mock.calls[0][3]).toMatchObject({ kind, fileName: 'ours.json' });
  });

  it.each([
    ['register', importRegister],
    ['rates', importRates],
    ['radios', importDevices],
  ] as const)('changes nothing where its reading is cancelled: %s', async (_, take) => {
    const { context } = makeAppContext();
    const before = context.project.getState();
    const signal = AbortSignal.abort();
    const file = new File([writeRegisterJson(REGISTER)], 'ours.json');
    expect(await take(context, file, { signal })).toEqual({
      state: 'refused',
      message: 'Reading ours.json was cancelled.',
    });
    expect(context.project.getState()).toBe(before);
  });

  it('is read even where a file of the project is missing', async () => {
    const { context } = makeAppContext();
    const { project } = context.project.getState();
    const lost = { contentId: 'gone', role: 'premises' } as (typeof project.datasets)[number];
    context.project.setState({ project: { ...project, datasets: [lost] } });
    const file = new File([writeRegisterJson(REGISTER)], 'ours.json');
    expect(await importRegister(context, file)).toMatchObject({ state: 'taken' });
  });

  it('is refused where it holds more radios than a person could have looked at', async () => {
    const { context } = makeAppContext();
    const devices = Array.from({ length: 201 }, (_, i) => ({ ...GENERIC_DEVICES[0], id: `radio-${i}` }));
    const before = context.project.getState();
    expect(
      await importRegister(context, new File([writeRegisterJson({ ...REGISTER, devices })], 'r.json')),
    ).toEqual({
      state: 'refused',
      message: 'r.json: devices: here are more than 200 radios. Leave those out that no plan needs.',
    });
    expect(await importDevices(context, new File([writeDeviceCatalogue(devices)], 'c.json'))).toEqual({
      state: 'refused',
      message:
        'c.json, devices: here are more than 200 radios. Leave those out that no plan needs. Put that right and load it again.',
    });
    expect(context.project.getState()).toBe(before);
  });

  it('is refused in few words, however long what stands in it is', async () => {
    const { context } = makeAppContext();
    const csv = `part,rate,value,low,mid,high\n${'x'.repeat(1_000_000)},a,1,1,1,1`;
    const outcome = await importRegister(context, new File([csv], 'x.csv'));
    expect(outcome).toMatchObject({
      state: 'refused',
      message: expect.stringMatching(/^x\.csv: row 2.* … x/),
    });
    expect(outcome.state === 'refused' && outcome.message.length).toBeLessThan(5_000);
  });

  it('is refused where a text of it is longer than a page can show', async () => {
    const { context } = makeAppContext();
    const long = { ...DEFAULT_RATES, name: 'x'.repeat(10_001) };
    expect(await importRates(context, new File([writeRateCardJson(long)], 'x.json'))).toEqual({
      state: 'refused',
      message: 'x.json: rates.name: a text of 10,001 characters stands there. Shorten it to 10,000 at most.',
    });
  });
});
