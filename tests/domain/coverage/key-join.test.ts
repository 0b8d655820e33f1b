import { describe, expect, test } from 'vitest';
import {
  findKeyJoin,
  joinWords,
  keyReader,
  type LookupTable,
} from '../../../src/domain/coverage/key-join.ts';
import { idKey } from '../../../src/domain/tables/id-key.ts';
import { lookupCodes } from '../../../src/domain/tables/lookup-codes.ts';
import { premisesOf } from '../../builders/premises.ts';
import { tableOf } from '../../builders/tables.ts';

function lookup(fileName: string, names: readonly string[], lines: readonly string[]): LookupTable {
  return { fileName, columns: tableOf(fileName, names, lines).columns, codes: lookupCodes };
}

const oas = ['E00000001', 'E00000002', 'E00000003'];
const premises = premisesOf(oas.map((id) => ({ id, lon: 0, lat: 0 })));
const toLsoa = lookup(
  'oa-to-lsoa.csv',
  ['oa21cd', 'lsoa21cd'],
  ['E00000001,E01000001', 'E00000002,E01000001', 'E00000003,E01000002', 'E00000003,E01000003'],
);
const toAuthority = lookup(
  'lsoa-to-lad.csv',
  ['lsoa21cd', 'lad22cd', 'lad22nm'],
  ['E01000001,E08000009,Trafford', 'E01000002,E08000009,Trafford', 'E01000003,E08000009,Trafford'],
);
const known = (codes: readonly string[]): Set<string> => new Set(codes.map(idKey));

describe('how premises come by the code of another table', () => {
  test('their own column first', () => {
    const join = findKeyJoin(known(oas), premises, [toLsoa]);
    expect(join).toEqual({ kind: 'column', name: 'uprn' });
  });

  test('one look-up; a key with two codes leads nowhere', () => {
    const join = findKeyJoin(known(['E01000001', 'E01000002']), premises, [toAuthority, toLsoa]);
    if (!join) throw new Error('no way');
    expect(joinWords(join)).toBe('"uprn" → oa-to-lsoa.csv ("oa21cd" to "lsoa21cd")');
    expect([0, 1, 2].map(keyReader(join, premises))).toEqual(['E01000001', 'E01000001', '']);
  });

  test('two look-ups at most', () => {
    const join = findKeyJoin(known(['E08000009', 'E08000001']), premises, [toAuthority, toLsoa]);
    if (!join) throw new Error('no way');
    expect(joinWords(join)).toBe(
      '"uprn" → oa-to-lsoa.csv ("oa21cd" to "lsoa21cd") → lsoa-to-lad.csv ("lsoa21cd" to "lad22cd")',
    );
    expect([0, 1].map(keyReader(join, premises))).toEqual(['E08000009', 'E08000009']);
    const toRegion = lookup('regions.csv', ['lad22cd', 'rgn22cd'], ['E08000009,E12000002']);
    expect(findKeyJoin(known(['E12000002']), premises, [toAuthority, toLsoa, toRegion])).toBeNull();
  });

  test('a way that fewer than half of the premises can go is none', () => {
    const foreign = lookup(
      'other.csv',
      ['oa21cd', 'lad22cd'],
      ['E00000001,E08000009', 'E00900002,E08000009'],
    );
    expect(findKeyJoin(known(['E08000009']), premises, [foreign])).toBeNull();
    expect(findKeyJoin(new Set(), premises, [toLsoa])).toBeNull();
  });

  test('by UPRN and by postcode', () => {
    const homes = premisesOf(
      ['100012797623', '100012797624'].map((id) => ({ id, lon: 0, lat: 0, cells: { pc: 'm33 1aa' } })),
    );
    const directory = lookup(
      'onsud.csv',
      ['UPRN', 'oa21cd'],
      ['100012797623,E00000001', '100012797624,E00000002'],
    );
    const join = findKeyJoin(known(oas), homes, [directory]);
    expect(join && [0, 1].map(keyReader(join, homes))).toEqual(['E00000001', 'E00000002']);
    const postcodes = lookup('onspd.csv', ['pcds', 'laua'], ['M33 1AA,E08000009', 'M33 1AB,E08000009']);
    const other = findKeyJoin(known(['E08000009']), homes, [postcodes]);
    expect(other && joinWords(other)).toBe('"pc" → onspd.csv ("pcds" to "laua")');
  });
});
