import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedRates, ratesLine } from '../../src/cli/asked-rates.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { writeRateCardCsv } from '../../src/formats/rate-card-csv.ts';
import { writeRateCardJson } from '../../src/formats/rate-card-json.ts';

describe('--rates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notspot-rates-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('takes both forms, and the starting rates without one', () => {
    const card = { ...DEFAULT_RATES, name: 'Ours', priceBase: '2026' };
    expect(askedRates(file('a.json', writeRateCardJson(card)))).toEqual(card);
    expect(askedRates(file('a.csv', writeRateCardCsv(card)))).toEqual(card);
    expect(askedRates(undefined)).toBe(DEFAULT_RATES);
    expect(ratesLine(card)).toBe('rates: Ours, prices of 2026 (40 of 60 figures assumed)');
  });

  it('says which file is not there, and which is none', () => {
    expect(() => askedRates(join(folder, 'none.csv'))).toThrow(/there is no such file/);
    expect(() => askedRates(file('b.csv', 'a,b\n1,2\n'))).toThrow(/^b.csv: this is no rate card/);
  });
});
