import { expect, it } from 'vitest';
import { capitalised } from '../../src/domain/capitalised.ts';

it('changes the first letter alone, and nothing where there is none', () => {
  expect(['not covered', '5G or not', 'Ward', ''].map(capitalised)).toEqual([
    'Not covered',
    '5G or not',
    'Ward',
    '',
  ]);
});
