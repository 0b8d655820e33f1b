import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import { PLAN_ITEMS, type PlanCard } from '../../src/domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../../src/domain/plan/plan-card-words.ts';
import { type Register, registerOf } from '../../src/domain/plan/register.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { writeRateCardCsv } from '../../src/formats/rate-card-csv.ts';
import { writeRateCardJson } from '../../src/formats/rate-card-json.ts';
import { RateCardRefused } from '../../src/formats/rate-card-refused.ts';
import { readRegister } from '../../src/formats/read-register.ts';
import { writeRegisterCsv } from '../../src/formats/register-csv.ts';
import { writeRegisterJson } from '../../src/formats/register-json.ts';
import { rateCards, spreads } from '../builders/any-rate-card.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';

const read = (text: string, name = 'register.csv') => readRegister(new TextEncoder().encode(text), name);
const refusal = (text: string, name?: string): RateCardRefused => {
  try {
    read(text, name);
  } catch (error) {
    if (error instanceof RateCardRefused) return error;
    throw error;
  }
  throw new Error('It was taken.');
};
const FULL: Register = registerOf(FULL_PROJECT, FULL_PROJECT.plans[0]);
const STARTING: Register = {
  ...registerOf({ devices: GENERIC_DEVICES }, null),
  levers: FULL.levers,
};

const cards: fc.Arbitrary<PlanCard> = fc.record({
  id: fc.stringMatching(/^[=+@'a-z-]{1,5}$/),
  name: fc.stringMatching(/^[=+@'a-z,"-]{1,9}$/),
  priceBase: fc.constantFrom(null, '2026'),
  items: fc.record(
    Object.fromEntries(
      PLAN_ITEMS.map((item) => {
        const { low, high } = PLAN_ITEM_WORDS[item].limit;
        return [item, spreads(low, high)];
      }),
    ),
  ) as fc.Arbitrary<PlanCard['items']>,
  claims: fc.array(
    fc.record({
      text: fc.stringMatching(/^[=+@'a-z]{1,9}$/),
      pounds: fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0),
      source: fc.constant(null),
    }),
    { maxLength: 3 },
  ),
});

describe('a register', () => {
  it('reads back from CSV and JSON to the identical one', () => {
    for (const register of [FULL, STARTING]) {
      expect(read(writeRegisterCsv(register))).toEqual(register);
      expect(read(writeRegisterJson(register), 'register.json')).toEqual(register);
    }
  });

  it('reads back whatever its cards hold', () => {
    fc.assert(
      fc.property(cards, rateCards, (planCard, rates) => {
        const register = { ...FULL, planCard, rates };
        expect(read(writeRegisterCsv(register))).toEqual(register);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out parts that the file does not have: a rate card alone is one', () => {
    expect(read(writeRateCardCsv(DEFAULT_RATES))).toEqual({ rates: DEFAULT_RATES });
    expect(read(writeRateCardJson(DEFAULT_RATES), 'x.json')).toEqual({ rates: DEFAULT_RATES });
    const some = writeRegisterCsv(STARTING)
      .split('\r\n')
      .filter((line, i) => i === 0 || line.startsWith('plan ') || line.startsWith('claim'));
    expect(read(some.join('\r\n'))).toEqual({ planCard: DEFAULT_PLAN_CARD });
  });

  it.each([
    [
      'a figure that is none',
      /^(plan item,,,,weeksToDesign,[^\r]*?),4,/m,
      '$1,soon,',
      'column mid: “soon” is no number',
    ],
    [
      'figures upside down',
      /^(plan item,,,,weeksToDesign,.*?),2,4,10/m,
      '$1,2,1,10',
      'Design and survey, mid: write at least',
    ],
    ['a part that there is not', /^claim,/m, 'boast,', 'column part: there is no “boast”'],
    ['an item that there is not', /weeksToDesign/, 'weeksToDream', 'column rate: there is no “weeksToDream”'],
    [
      'a radio beyond its bounds',
      /^(radio,[^,]*,,,powerDbm,.*?dBm,)[^,]*/m,
      '$1900',
      'a number from -50 to 70 dBm belongs here',
    ],
    ['a lever of no kind', /standard wayleave/, 'magic', 'row '],
  ])('refuses %s, with its row', (_, pattern, by, said) => {
    const text = writeRegisterCsv(STARTING);
    const wrong = text.replace(pattern, by);
    expect(wrong).not.toBe(text);
    expect(refusal(wrong).message).toContain(said);
    expect(refusal(wrong).message).toMatch(/row \d+/);
  });

  it('refuses what is no register', () => {
    expect(refusal('a,b\r\n1,2\r\n').code).toBe('NOT_RATES');
    expect(refusal('{"format":"other"}', 'x.json').code).toBe('NOT_RATES');
    expect(refusal('{', 'x.json').code).toBe('NOT_JSON');
    expect(refusal('{"format":"notspot-register","version":2}', 'x.json').code).toBe('NEWER');
    const twice = { ...STARTING, devices: [GENERIC_DEVICES[0], GENERIC_DEVICES[0]] };
    expect(refusal(writeRegisterJson(twice), 'x.json').message).toContain('two radios have the same id');
  });
});
