import { describe, expect, test } from 'vitest';
import { PREMISES_USES, premisesUses, readUse } from '../../../src/domain/premises/premises-use.ts';
import { premisesOf } from '../../builders/premises.ts';

describe('what premises are used for', () => {
  test.each([
    ['R', 'home'],
    ['RD06', 'flat'],
    ['RD02', 'home'],
    ['Flat', 'flat'],
    ['purpose-built block of flats', 'flat'],
    ['RH01', 'home'],
    ['CR08', 'business'],
    ['CO01LS', 'business'],
    ['CE03', 'public building'],
    ['CM02', 'public building'],
    ['CC', 'public building'],
    ['ZW99', 'public building'],
    ['LA', 'other'],
    ['PP', 'other'],
    ['X', 'other'],
    ['UC', 'not known'],
    ['Home', 'home'],
    ['detached house', 'home'],
    ['Residential', 'home'],
    ['non-residential', 'business'],
    ['Retail', 'business'],
    ['Office', 'business'],
    ['Primary school', 'public building'],
    ['Public building', 'public building'],
    ['Village hall', 'other'],
    ['', 'not known'],
    [' unknown ', 'not known'],
  ])('%j is %s', (text, use) => {
    expect(readUse(text)).toBe(use);
  });

  test('a home is a flat where its address begins so', () => {
    const premises = premisesOf(
      [
        ['home', 'Flat 2, 4 High Street'],
        ['home', 'APARTMENT 1, The Mill'],
        ['home', 'Flatford Lane 3'],
        ['business', 'Flat 1, 4 High Street'],
        ['home', ''],
      ].map(([use, address]) => ({ lon: 0, lat: 0, cells: { use, address } })),
    );
    const names = (address?: string) =>
      [...(premisesUses(premises, 'use', address)?.use ?? [])].map((one) => PREMISES_USES[one]);
    expect(names('address')).toEqual(['flat', 'flat', 'home', 'business', 'home']);
    expect(names('none')).toEqual(['home', 'home', 'home', 'business', 'home']);
  });

  test('by row, in the order of the premises; no column, no uses', () => {
    const premises = {
      ...premisesOf(['home', 'CR', 'school'].map((use) => ({ lon: 0, lat: 0, cells: { use } }))),
      sourceRow: Uint32Array.of(2, 0, 1),
    };
    const uses = premisesUses(premises, 'use');
    expect([...(uses?.use ?? [])].map((one) => PREMISES_USES[one])).toEqual([
      'public building',
      'home',
      'business',
    ]);
    expect([premisesUses(premises, 'class'), premisesUses(premises, undefined)]).toEqual([null, null]);
  });
});
