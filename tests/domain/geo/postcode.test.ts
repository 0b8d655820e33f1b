import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postcodeKey, readPostcode } from '../../../src/domain/geo/postcode.ts';

describe('a postcode', () => {
  test.each([
    ['m15 4ab', 'M15 4AB'],
    [' M154AB ', 'M15 4AB'],
    ['sw1a   2aa', 'SW1A 2AA'],
    ['w1a\u00a01aa', 'W1A 1AA'],
    ['M1-1AE', 'M1 1AE'],
    ['gir0aa', 'GIR 0AA'],
    ['bf1 0ax', 'BF1 0AX'],
    ['XX40 1AA', 'XX40 1AA'],
    ['JE2 3AB', 'JE2 3AB'],
    ['BT35 8GE', 'BT35 8GE'],
  ])('%j is %s', (text, postcode) => expect(readPostcode(text)).toEqual({ ok: true, postcode }));

  test('whatever its case and spaces, it is the same one', () => {
    const letter = fc.constantFrom(...'ABDEFGHJLNPQRSTUWXYZ');
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const parts = fc.tuple(letter, letter, digit, digit, letter, letter);
    fc.assert(
      fc.property(parts, fc.nat(6), fc.boolean(), ([a, b, c, d, e, f], at, lower) => {
        const whole = `${a}${b}${c}${d}${e}${f}`;
        const spaced = `${whole.slice(0, at)}  ${whole.slice(at)}`;
        const expected = { ok: true, postcode: `${a}${b}${c} ${d}${e}${f}` };
        expect(readPostcode(lower ? spaced.toLowerCase() : spaced)).toEqual(expected);
        expect(postcodeKey(spaced.toLowerCase())).toBe(whole);
      }),
    );
  });
});

describe('what is wrong with one', () => {
  test.each([
    ['M15', 'outward', 'M15 is the first half'],
    ['M15 4', 'malformed', '4, is too short'],
    ['M15 4A', 'malformed', '4A, is too short'],
    ['M15 4AC', 'malformed', 'the letter C'],
    ['M15 AB4', 'malformed', 'a digit and two letters'],
    ['EH 1JS', 'malformed', 'has no number'],
    ['BFPO 57', 'malformed', 'British Forces'],
    ['M15 4A!', 'malformed', '“!”'],
    ['M15 4ABC', 'malformed', 'a digit and two letters'],
    ['M15 4ABCD', 'malformed', 'too long'],
    ['', 'none', 'No postcode'],
    ['Stretford', 'none', 'no postcode'],
    ['100071417680', 'none', 'too long'],
    ['12 Acacia Avenue', 'none', 'too long'],
    ['x'.repeat(100_000), 'none', 'too long'],
  ])('%.20j: %s', (text, kind, words) => {
    const reading = readPostcode(text);
    expect(reading).toMatchObject({ ok: false, kind });
    expect(!reading.ok && reading.reason).toContain(words);
  });

  test.each([
    ['SW1A OAA', 'SW1A 0AA', 'The letter O stands where the digit 0 belongs'],
    ['SWIA 2AA', 'SW1A 2AA', 'The letter I stands where the digit 1 belongs'],
    ['0X1 2JD', 'OX1 2JD', 'The digit 0 stands where the letter O belongs'],
    ['M1 IAE', 'M1 1AE', 'letter I'],
  ])('%s: %s may be meant', (text, suggestion, words) => {
    const reading = readPostcode(text);
    expect(reading).toMatchObject({ ok: false, suggestion });
    expect(!reading.ok && reading.reason).toContain(words);
  });
});

const FILE = '../shared/corpora/values/postcodes/postcodes-a.json';
const corpus: {
  validity: { text: string; valid: boolean }[];
  normalise: { text: string; to: string }[];
} = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { validity: [], normalise: [] };
if (!existsSync(FILE))
  console.log('Skipped: the postcodes of the shared corpora are not present beside the repository.');

describe.skipIf(!existsSync(FILE))('postcodes of the shared corpora', () => {
  test('each is valid or not, as said there', () => {
    expect(corpus.validity.map(({ text }) => [text, readPostcode(text).ok])).toEqual(
      corpus.validity.map(({ text, valid }) => [text, valid]),
    );
  });

  test('each is written as usual, or that is suggested', () => {
    const written = corpus.normalise.map(({ text }) => {
      const reading = readPostcode(text);
      return reading.ok ? reading.postcode : reading.suggestion;
    });
    expect(written).toEqual(corpus.normalise.map(({ to }) => to));
  });
});
