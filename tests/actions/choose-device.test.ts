import { describe, expect, it } from 'vitest';
import { chooseDevice } from '../../src/actions/choose-device.ts';
import { undo } from '../../src/actions/undo.ts';
import { startingChoices } from '../../src/domain/radio/starting-choices.ts';
import { makeAppContext } from '../builders/app-context.ts';
import { genericDevice } from '../builders/link-question.ts';

const SIXTY = genericDevice('generic-60-ghz-multipoint');
const FIVE = genericDevice('generic-5.8-ghz');

describe('choosing a radio', () => {
  it('copies it into the project and reckons with it, in one step of undo', () => {
    const { context } = makeAppContext();
    const before = context.project.getState().project;
    chooseDevice(context, SIXTY);
    const { project } = context.project.getState();
    expect(project.devices).toEqual([SIXTY]);
    expect(project.radio).toEqual(startingChoices(SIXTY.id));
    undo(context);
    expect(context.project.getState().project).toEqual(before);
  });

  it('keeps what else was chosen, and copies nothing twice', () => {
    const { context } = makeAppContext();
    chooseDevice(context, SIXTY);
    chooseDevice(context, FIVE);
    const { project, change } = context.project.getState();
    const radio = { ...startingChoices(FIVE.id), rainTimePercent: 0.1 };
    expect(project.radio?.deviceId).toBe(FIVE.id);
    change('Rain', { kind: 'set-radio', radio });
    chooseDevice(context, SIXTY);
    expect(context.project.getState().project.devices).toEqual([SIXTY, FIVE]);
    expect(context.project.getState().project.radio).toEqual({ ...radio, deviceId: SIXTY.id });
    const { version } = context.project.getState();
    chooseDevice(context, SIXTY);
    expect(context.project.getState().version).toBe(version);
  });
});
