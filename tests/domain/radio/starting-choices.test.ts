import * as v from 'valibot';
import { expect, it } from 'vitest';
import { startingChoices } from '../../../src/domain/radio/starting-choices.ts';
import { radioSchema } from '../../../src/formats/radio-schema.ts';

it('starts with choices that a project can hold, each with its source or assumed', () => {
  const choices = startingChoices('radio-1');
  expect(v.parse(radioSchema, choices)).toEqual(choices);
  expect(choices.deviceId).toBe('radio-1');
  expect(choices.earthFactor.value).toBeCloseTo(4 / 3, 12);
  expect(choices.earthFactor.source?.title).toContain('P.530-18');
  expect(choices.air.source?.title).toContain('P.835-6');
  expect(choices.rainRateMillimetresPerHour.source).toBeNull();
  expect(choices.leafMarginMetres.source).toBeNull();
  expect(choices.premisesMastMetres.source).toBeNull();
});
