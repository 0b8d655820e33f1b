import { expect, it } from 'vitest';
import { saidYes } from '../../../src/domain/plan/said-yes.ts';

it.each([
  ['yes', true, false],
  ['Y', true, false],
  ['TRUE', true, false],
  ['1', true, false],
  ['mains', true, false],
  ['Yes, if asked by May', true, false],
  ['no', false, false],
  ['0', false, false],
  ['None', false, false],
  ['', null, true],
  [' not known ', null, true],
  ['?', null, true],
  ['perhaps', null, false],
  ['=1+1', null, false],
  ['12kV', null, false],
  ['nobody knows', null, false],
  ['yesterday', null, false],
])('takes "%s" for %s', (text, value, isBlank) => {
  expect(saidYes(text)).toEqual({ value, isBlank });
});
