import { describe, expect, it } from 'vitest';
import { chooseDevice } from '../../src/actions/choose-device.ts';
import { copyDevice, removeDevice, saveDevice } from '../../src/actions/edit-device.ts';
import { importDevices } from '../../src/actions/import-devices.ts';
import { setRadio } from '../../src/actions/set-radio.ts';
import { undo } from '../../src/actions/undo.ts';
import { startingChoices } from '../../src/domain/radio/starting-choices.ts';
import { writeDeviceCatalogue } from '../../src/formats/device-catalogue.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { genericDevice } from '../builders/link-question.ts';

const SIXTY = genericDevice('generic-60-ghz-multipoint');
const FIVE = genericDevice('generic-5.8-ghz');

describe('a project’s radios', () => {
  it('are edited, copied and removed, each one step of undo', () => {
    const { context } = makeAppContext();
    const devices = () => context.project.getState().project.devices;
    chooseDevice(context, SIXTY);
    const copyId = copyDevice(context, SIXTY);
    expect(devices().map(({ id, name }) => [id, name])).toEqual([
      [SIXTY.id, SIXTY.name],
      [copyId, `${SIXTY.name}, copy`],
    ]);
    expect(copyDevice(context, SIXTY)).not.toBe(copyId);
    saveDevice(context, { ...devices()[1], name: 'Mine' });
    expect(devices()[1].name).toBe('Mine');
    undo(context);
    expect(devices()[1].name).toBe(`${SIXTY.name}, copy`);
    removeDevice(context, copyId);
    expect(devices().map(({ id }) => id)).not.toContain(copyId);
    undo(context);
    expect(devices()[1].id).toBe(copyId);
  });

  it('stay while links are reckoned with them', () => {
    const { context } = makeAppContext();
    chooseDevice(context, SIXTY);
    removeDevice(context, SIXTY.id);
    expect(context.project.getState().project.devices).toEqual([SIXTY]);
  });

  it('take no step where nothing differs', () => {
    const { context } = makeAppContext();
    chooseDevice(context, SIXTY);
    const { version } = context.project.getState();
    saveDevice(context, { ...SIXTY });
    setRadio(context, startingChoices(SIXTY.id));
    expect(context.project.getState().version).toBe(version);
    setRadio(context, { ...startingChoices(SIXTY.id), rainTimePercent: 0.1 });
    expect(context.project.getState().project.radio?.rainTimePercent).toBe(0.1);
  });
});

describe('a catalogue file', () => {
  it('adds what is new in one step, and says what is there', async () => {
    const { context } = makeAppContext();
    chooseDevice(context, SIXTY);
    const stronger = { ...FIVE, id: SIXTY.id };
    const file = new File([writeDeviceCatalogue([SIXTY, FIVE])], 'radios.json');
    expect(await importDevices(context, file)).toEqual({
      state: 'taken',
      fileName: 'radios.json',
      added: [FIVE.name],
      there: [SIXTY.name],
    });
    const other = new File([writeDeviceCatalogue([stronger])], 'other.json');
    await importDevices(context, other);
    const { devices } = context.project.getState().project;
    expect(devices.map(({ id }) => id)).toEqual([SIXTY.id, FIVE.id, `${SIXTY.id}-2`]);
    expect(devices[0]).toEqual(SIXTY);
    expect(devices[2].name).toBe(`${FIVE.name} 2`);
    undo(context);
    undo(context);
    expect(context.project.getState().project.devices).toEqual([SIXTY]);
  });

  it('is refused whole with file, place, reason and remedy', async () => {
    const { context } = makeAppContext();
    const text = writeDeviceCatalogue([FIVE, SIXTY]).replace('"value": 60.48', '"value": 6048');
    const outcome = await importDevices(context, new File([text], 'wrong.json'));
    expect(outcome).toEqual({
      state: 'refused',
      message:
        'wrong.json, devices.1.frequencyGigahertz.value: a number from 1 to 100 GHz belongs here. Put that right and load it again.',
    });
    expect(context.project.getState().project.devices).toEqual([]);
    const notJson = await importDevices(context, new File(['name,ghz'], 'list.csv'));
    expect(notJson).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('list.csv is no JSON'),
    });
    const huge = await importDevices(context, new File([new Uint8Array(4_000_001)], 'huge.json'));
    expect(huge).toMatchObject({ state: 'refused', message: expect.stringContaining('above 4 MB') });
  });
});
