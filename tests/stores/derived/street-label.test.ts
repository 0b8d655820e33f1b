import { expect, it } from 'vitest';
import { sharedNames, streetLabel } from '../../../src/stores/derived/street-label.ts';

it('streets of one name are told apart by their ids, and no two labels are alike', () => {
  const streets = [
    { id: 'Main Street', name: 'Main Street' },
    { id: 'Main Street (2)', name: 'Main Street' },
    { id: '8400123', name: 'Mill Lane' },
    { id: '8400124', name: 'Mill Lane' },
    { id: '8400125', name: 'High Street' },
    { id: 'row 7', name: null },
  ];
  const shared = sharedNames(streets);
  expect([...shared]).toEqual(['Main Street', 'Mill Lane']);
  expect(streets.map((street) => streetLabel(street, shared.has(street.name ?? '')))).toEqual([
    'Main Street',
    'Main Street (2)',
    'Mill Lane (8400123)',
    'Mill Lane (8400124)',
    'High Street',
    'row 7',
  ]);
});

it('one street listed twice shares its name with nobody', () => {
  expect(
    sharedNames([
      { id: 'a', name: 'A' },
      { id: 'a', name: 'A' },
    ]).size,
  ).toBe(0);
});
