import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoofFacts, roofName } from '../../../src/domain/radio/roof-name.ts';

const NOTHING: RoofFacts = {
  name: '',
  addresses: [],
  street: null,
  postcode: '',
  ward: '',
  identifier: '3485',
};
const named = (facts: Partial<RoofFacts>): string => roofName({ ...NOTHING, ...facts });

describe('roofName', () => {
  it.each<[string, Partial<RoofFacts>]>([
    ['Keats House, building 3485', { name: 'Keats House', addresses: ['1 High Street'], ward: 'Millfield' }],
    ['1 High Street, building 3485', { addresses: ['1 High Street'], postcode: 'ZX1 1AA' }],
    [
      '1 High Street, building 3485',
      { addresses: ['Flat 1, 1 High Street', 'Flat 2, 1 High Street', '1 High Street'] },
    ],
    [
      'Keats House, High Street, building 3485',
      { addresses: ['A, Keats House, High Street', 'B, Keats House, High Street'] },
    ],
    ['Roof on Keats Yard, building 3485', { street: { name: 'Keats Yard', metres: 30 }, ward: 'Millfield' }],
    ['Roof near Keats Yard, building 3485', { street: { name: 'Keats Yard', metres: 31 } }],
    ['Roof at ZX1 1AA, building 3485', { postcode: 'ZX1 1AA', ward: 'Millfield' }],
    ['Roof in Millfield, building 3485', { ward: 'Millfield' }],
    ['Building 3485', {}],
  ])('%s', (expected, facts) => {
    expect(named(facts)).toBe(expected);
  });

  it('takes no street or town that several houses share for an address', () => {
    const street = { name: 'Keats Yard', metres: 4 };
    for (const addresses of [
      ['1, High Street', '3, High Street'],
      ['12 Mill Lane', '14 Mill Lane'],
    ])
      expect(named({ addresses, street })).toBe('Roof on Keats Yard, building 3485');
  });

  it('always says what it is looked up by, and does not depend on the order of addresses', () => {
    const text = fc.constantFrom(
      '',
      'Flat 1',
      '1 High Street',
      'Keats House, High Street',
      'Flat 2, 1 High Street',
    );
    fc.assert(
      fc.property(fc.array(text), text, (addresses, name) => {
        const one = named({ addresses, name });
        expect(one.endsWith('uilding 3485')).toBe(true);
        expect(named({ addresses: addresses.toReversed(), name })).toBe(one);
      }),
    );
  });
});
