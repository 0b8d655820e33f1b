import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { writeRateCardCsv } from '../../src/formats/rate-card-csv.ts';
import { writeRateCardJson } from '../../src/formats/rate-card-json.ts';
import { RateCardRefused } from '../../src/formats/rate-card-refused.ts';
import { readRateCard } from '../../src/formats/read-rate-card.ts';
import { rateCards } from '../builders/any-rate-card.ts';

// biome-ignore lint/suspicious/noExplicitAny: what is spoiled has no type
type Loose = any;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = writeRateCardCsv(DEFAULT_RATES);

function problemsOf(text: string): readonly string[] {
  try {
    readRateCard(bytes(text), 'rates.csv');
  } catch (error) {
    if (error instanceof RateCardRefused) return error.problems;
    throw error;
  }
  throw new Error('It was taken.');
}

/** The starting rates as CSV with one line changed, or left out. */
function withLine(begin: string, change: (line: string) => string | null): string {
  const lines = csv.split('\r\n');
  const at = lines.findIndex((line) => line.startsWith(begin));
  expect(at, begin).toBeGreaterThan(0);
  const changed = change(lines[at]);
  lines.splice(at, 1, ...(changed === null ? [] : [changed]));
  return lines.join('\r\n');
}

describe.each([
  ['JSON', writeRateCardJson],
  ['CSV', writeRateCardCsv],
])('a rate card as %s', (_, write) => {
  it('reads back to the identical card, and is written the same again', () => {
    fc.assert(
      fc.property(rateCards, (card) => {
        const read = readRateCard(bytes(write(card)), 'rates');
        expect(read).toEqual(card);
        expect(write(read)).toBe(write(card));
      }),
      { numRuns: 40 },
    );
    expect(readRateCard(bytes(write(DEFAULT_RATES)), 'rates')).toEqual(DEFAULT_RATES);
  });
});

describe('a rate card as CSV', () => {
  it('is taken as a spreadsheet saves it: other order, more columns, ; and decimal commas, Windows-1252', () => {
    const [header, ...lines] = csv.trimEnd().split('\r\n');
    const reversed = [`${header},note`, ...lines.reverse().map((line) => `${line},seen`)].join('\n');
    const { trench, ...rest } = DEFAULT_RATES;
    const read = readRateCard(bytes(reversed), 'rates.csv');
    expect(read).toMatchObject(rest);
    expect(read.trench).toEqual([...trench].reverse());

    const plain = {
      ...DEFAULT_RATES,
      items: {
        ...DEFAULT_RATES.items,
        poundsPerPoleAYear: { value: { low: 5.5, mid: 5.74, high: 11 }, source: null },
      },
    };
    const semicolons = writeRateCardCsv(plain)
      .split('\r\n')
      .map((line) => (line.includes('"') ? line : line.replaceAll(',', ';')))
      .map((line) =>
        line.startsWith('item;;;poundsPerPoleAYear') ? line.replaceAll(/(\d)\.(\d)/g, '$1,$2') : line,
      )
      .filter((line) => !line.includes('"'))
      .join('\r\n');
    expect(semicolons).toContain('5,74');
    const problems = problemsOf(semicolons);
    expect(problems.join()).not.toContain('poundsPerPoleAYear');

    const latin = Uint8Array.from(
      withLine('card,,,name', () => 'card,,,name,,,Preise für £,,,,,,,,,'),
      (letter) => Math.min(255, letter.charCodeAt(0)),
    );
    expect(readRateCard(latin, 'rates.csv').name).toBe('Preise für £');
  });

  it('takes thousands and pounds as spreadsheets print them', () => {
    const text = withLine(
      'item,,,poundsPerChamber',
      () => 'item,,,poundsPerChamber,,,,£400,800,"£1,500",,,,,,',
    );
    expect(readRateCard(bytes(text), 'rates.csv').items.poundsPerChamber.value).toEqual({
      low: 400,
      mid: 800,
      high: 1500,
    });
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(rateCards, (card) => {
        const { data } = Papa.parse<string[]>(writeRateCardCsv({ ...card, name: '=1+1' }));
        // A number may begin with its sign.
        for (const cell of data.flat()) if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=@+-]/);
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, string, (line: string) => string | null, RegExp]>([
    [
      'a word for a number',
      'item,,,poundsPerChamber',
      (line) => line.replace(',800,', ',much,'),
      /^row 57, column mid: “much” is no number/,
    ],
    [
      'a blank figure',
      'item,,,poundsPerChamber',
      (line) => line.replace(',800,', ',,'),
      /column mid: nothing stands there. Write a number/,
    ],
    [
      'mid below low',
      'item,,,poundsPerChamber',
      (line) => line.replace(',800,', ',8,'),
      /column mid: Chamber, mid: write at least the low figure, 400/,
    ],
    [
      'a figure out of bounds',
      'item,,,poundsPerChamber',
      (line) => line.replace(',400,', ',-4,'),
      /column low: Chamber, low: write a number from 0 to 1000000/,
    ],
    [
      'no such rate',
      'item,,,poundsPerChamber',
      (line) => line.replace('Chamber', 'Box'),
      /column rate: there is no “poundsPerBox”. Write poundsPerChamber, /,
    ],
    [
      'no such surface',
      'trench,verge,open cut,poundsPerMetre',
      (line) => line.replace('verge', 'grass'),
      /column surface: there is no “grass”. Write not known, carriageway/,
    ],
    [
      'a rate twice',
      'item,,,poundsPerChamber',
      (line) => `${line}\r\n${line}`,
      /row 58, column rate: row 57 says the same rate/,
    ],
    [
      'a rate left out',
      'item,,,poundsPerLeadIn',
      () => null,
      /^there is no row for item, poundsPerLeadIn\. Add it/,
    ],
    [
      'a trench figure left out',
      'trench,verge,open cut,metresPerDay',
      () => null,
      /^there is no row for trench, verge, open cut, metresPerDay/,
    ],
    [
      'neither yes nor no',
      'trench,verge,open cut,isAllowed',
      (line) => line.replace('yes', 'perhaps'),
      /column value: write yes or no/,
    ],
    [
      'half a year',
      'present value,,,termYears',
      (line) => line.replace(',20,', ',20.5,'),
      /column value: Years looked ahead: write a whole number/,
    ],
    [
      'a source without a title',
      'item,,,poundsPerLeadIn',
      (line) => line.replace(/,,,,,,$/, ',,Council,,,,'),
      /column source: Lead-in, each, source: Give it a title/,
    ],
    [
      'a date that is none',
      'item,,,poundsPerPoleAYear',
      (line) => line.replace('2017-08-01', '1 August 2017'),
      /column date: .*Write the date as year-month-day/,
    ],
  ])('names %s by row and column', (_name, begin, change, expected) => {
    const [first] = problemsOf(withLine(begin, change));
    expect(first).toMatch(expected);
  });

  it('names everything that is wrong', () => {
    const text = withLine('item,,,poundsPerChamber', (line) => line.replace(',400,800,', ',a,b,'));
    expect(problemsOf(text)).toHaveLength(2);
  });

  it('is no other table, and no open quote', () => {
    expect(problemsOf('a,b\r\n1,2\r\n')[0]).toMatch(/^this is no rate card: it has no column "part"/);
    expect(problemsOf(`${csv}card,,,"x`)[0]).toMatch(/a quote opens there/);
    expect(problemsOf('')[0]).toMatch(/no rate card/);
  });
});

describe('a rate card as JSON', () => {
  const spoiled = (change: (rates: Loose) => void): string => {
    const file = JSON.parse(writeRateCardJson(DEFAULT_RATES));
    change(file.rates);
    return JSON.stringify(file);
  };

  it.each<[string, string, RegExp]>([
    [
      'a figure as text',
      spoiled((rates: Loose) => {
        rates.items.poundsPerChamber.value.mid = '8';
      }),
      /^rates.items.poundsPerChamber.value.mid: a number from 0 to 1000000 \(£ each\) belongs here/,
    ],
    [
      'mid below low',
      spoiled((rates: Loose) => {
        rates.items.poundsPerChamber.value.mid = 8;
      }),
      /Chamber, mid: write at least the low figure, 400/,
    ],
    [
      'no such surface',
      spoiled((rates: Loose) => {
        rates.trench[0].surface = 'grass';
      }),
      /rates.trench.0.surface: "not known", "carriageway"/,
    ],
    [
      'a crossing left out',
      spoiled((rates: Loose) => {
        delete rates.crossings.tram;
      }),
      /rates.crossings.tram/,
    ],
    ['broken JSON', '{"format": ', /this is no JSON \(line 1/],
    ['another JSON', '{"type": "FeatureCollection"}', /no "format": "notspot-rates"/],
    ['a newer file', '{"format": "notspot-rates", "version": 2}', /newer version of Notspot/],
    ['names of every object', '{"format": "notspot-rates", "version": 1, "__proto__": {}}', /__proto__/],
  ])('names %s', (_name, text, expected) => {
    expect(problemsOf(text)[0]).toMatch(expected);
  });
});
