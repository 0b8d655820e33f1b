import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENERIC_DEVICES } from '../../../src/domain/radio/generic-devices.ts';
import { linkBudget } from '../../../src/domain/radio/link-budget.ts';
import { neededSnrDecibels } from '../../../src/domain/radio/modulation.ts';
import { OutOfRange } from '../../../src/domain/radio/out-of-range.ts';
import { genericDevice, linkQuestion } from '../../builders/link-question.ts';

const source = { title: 'A survey', publisher: null, date: '2026', licence: null, url: null };
const anyDevice = fc.constantFrom(...GENERIC_DEVICES);
const anyMetres = fc.double({ min: 20, max: 5000, noNaN: true });

const lineOf = (budget: ReturnType<typeof linkBudget>, start: string) => {
  const line = budget.lines.find(({ what }) => what.startsWith(start));
  if (!line) throw new Error(`no line ${start}`);
  return line;
};

describe('a link’s budget', () => {
  it('at 60 GHz over 200 m takes what the orders of magnitude of London say', () => {
    const budget = linkBudget(linkQuestion());
    expect(lineOf(budget, 'free space').value).toBeCloseTo(-114.1, 1);
    // 15 dB/km at 60.48 GHz, 3 dB in 200 m.
    expect(lineOf(budget, 'oxygen').value + lineOf(budget, 'water vapour').value).toBeCloseTo(-2.9, 0);
    expect(lineOf(budget, 'rain').value).toBeCloseTo(-1.9, 0);
    // 16 dBm + 30 dBi leave 46 dBm, below the 55 dBm of the licence.
    expect(lineOf(budget, 'turned down').value).toBe(0);
    // −174 + 10 log10(2.16 GHz) + 7 dB.
    expect(budget.noiseDbm).toBeCloseTo(-73.66, 2);
    // 46 + 30 − 114.1 − 2.9 − 1.9 + 73.7.
    expect(budget.snrDecibels).toBeCloseTo(30.8, 0);
    expect(budget.step?.name).toBe('MCS 12');
    expect(budget.megabitsPerSecond).toBe(1800);
    expect(budget.countsAsGigabit).toBe(true);
  });

  it('adds up: the lines are the level and the noise', () => {
    fc.assert(
      fc.property(anyDevice, anyMetres, (device, distanceMetres) => {
        const budget = linkBudget(linkQuestion({ device, distanceMetres }));
        const sum = (name: string) =>
          budget.lines.filter((line) => line.sum === name).reduce((all, { value }) => all + value, 0);
        expect(budget.levelDbm).toBeCloseTo(sum('level'), 9);
        expect(budget.noiseDbm).toBeCloseTo(sum('noise'), 9);
        expect(budget.snrDecibels).toBeCloseTo(budget.levelDbm - budget.noiseDbm, 9);
      }),
    );
  });

  it('turns the power down to the licence’s EIRP, and says from where the limit is', () => {
    const device = genericDevice('generic-5.8-ghz');
    const line = lineOf(linkBudget(linkQuestion({ device })), 'turned down');
    // 24 dBm into 17 dBi are 41 dBm; 4 W are 36 dBm.
    expect(line.value).toBe(-5);
    expect(line.isAssumed).toBe(false);
    expect(line.source?.publisher).toBe('CEPT');
  });

  it('says of every line whether it is assumed', () => {
    const budget = linkBudget(
      linkQuestion({
        device: { ...genericDevice('generic-60-ghz-multipoint'), frequencyGigahertz: { value: 60, source } },
        rainRateMillimetresPerHour: { value: 26, source },
      }),
    );
    expect(lineOf(budget, 'rain')).toMatchObject({ isAssumed: false, source: { publisher: 'ITU-R' } });
    // The air is not sourced, so what is reckoned from it is not either.
    expect(lineOf(budget, 'oxygen')).toMatchObject({ isAssumed: true, source: { publisher: 'ITU-R' } });
    expect(lineOf(budget, 'diffraction')).toMatchObject({ isAssumed: true, source: null });
    expect(lineOf(budget, 'power sent')).toMatchObject({ isAssumed: false, source: { publisher: 'Meta' } });
  });

  it('is the same both ways where the ends have the same antenna', () => {
    fc.assert(
      fc.property(anyMetres, (distanceMetres) => {
        const question = linkQuestion({ device: genericDevice('generic-60-ghz-link'), distanceMetres });
        const there = linkBudget(question);
        const back = linkBudget({ ...question, from: 'premises' });
        expect(back.levelDbm).toBeCloseTo(there.levelDbm, 9);
        expect(back.step).toEqual(there.step);
      }),
    );
  });

  it('never does better farther off, in rarer rain or behind more', () => {
    fc.assert(
      fc.property(anyDevice, anyMetres, (device, distanceMetres) => {
        const question = linkQuestion({ device, distanceMetres, rainTimePercent: 0.1 });
        const here = linkBudget(question);
        for (const worse of [
          { distanceMetres: distanceMetres * 1.1 },
          { rainTimePercent: 0.01 },
          { diffractionDecibels: { value: 6, source: null } },
          { entryDecibels: { value: 20, source: null } },
        ]) {
          const budget = linkBudget({ ...question, ...worse });
          expect(budget.levelDbm).toBeLessThan(here.levelDbm);
          expect(budget.megabitsPerSecond).toBeLessThanOrEqual(here.megabitsPerSecond);
        }
      }),
    );
  });

  it('holds its lowest step at its availability, and not beyond', () => {
    const question = linkQuestion({ distanceMetres: 700 });
    const { availability } = linkBudget(question);
    expect(availability?.bound).toBe('exactly');
    const share = 100 - (availability?.percent as number);
    expect(linkBudget({ ...question, rainTimePercent: share * 1.001 }).step).not.toBeNull();
    expect(linkBudget({ ...question, rainTimePercent: share * 0.999 }).step).toBeNull();
    // It is the link's, whatever share the level is told for.
    expect(linkBudget({ ...question, rainTimePercent: 1 }).availability?.percent).toBeCloseTo(100 - share, 9);
  });

  it('is gigabit less often than it works, and only where the device has such a step', () => {
    const { availability, gigabitAvailability } = linkBudget(linkQuestion({ distanceMetres: 300 }));
    expect(gigabitAvailability?.percent).toBeLessThan(availability?.percent as number);
    const slow = linkBudget(linkQuestion({ device: genericDevice('generic-5.8-ghz') }));
    expect(slow).toMatchObject({ gigabitAvailability: null, countsAsGigabit: false });
    expect(slow.megabitsPerSecond).toBeGreaterThan(0);
  });

  it('carries nothing where no step is held, and says by how much it falls short', () => {
    const budget = linkBudget(linkQuestion({ diffractionDecibels: { value: 60, source: null } }));
    expect(budget).toMatchObject({
      step: null,
      megabitsPerSecond: 0,
      availability: null,
      countsAsGigabit: false,
    });
    expect(budget.marginDecibels).toBeLessThan(-20);
    const lowest = Math.min(...linkQuestion().device.steps.value.map(neededSnrDecibels));
    expect(budget.marginDecibels).toBeCloseTo(budget.snrDecibels - lowest, 9);
  });

  it.each([
    { distanceMetres: 0 },
    { distanceMetres: 70_000 },
    { rainTimePercent: 5 },
    { diffractionDecibels: { value: -3, source: null } },
    { entryDecibels: { value: Number.NaN, source: null } },
  ])('refuses %o', (other) => {
    expect(() => linkBudget(linkQuestion(other))).toThrow(OutOfRange);
  });
});
