import { expect, it } from 'vitest';
import { uncapitalised } from '../../src/domain/uncapitalised.ts';

it('changes the first letter alone, and nothing where there is none', () => {
  expect(['Not covered', '5G or not', 'OS MasterMap', ''].map(uncapitalised)).toEqual([
    'not covered',
    '5G or not',
    'oS MasterMap',
    '',
  ]);
});
