import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/stores/derived/failure-text.ts';

const point = { id: '1', units: 12 };

describe('what fails with many behind it', () => {
  it('says what it is, and its name', () => {
    expect(failureText({ ...point, kind: 'hub', name: 'Mill House' })).toBe('Hub Mill House');
    expect(failureText({ ...point, kind: 'trench', name: 'Duct Lane' })).toBe('Trench Duct Lane');
  });

  it('says it once where its name says it: what lies in no street has no other name', () => {
    for (const name of ['Duct of 1,151 m from Cabinet 3', 'Pole route of 7 m, 5 m beyond High Street'])
      expect(failureText({ ...point, kind: 'duct', name })).toBe(name);
    const name = 'Crossing in no street of 8 m from Cabinet 3';
    expect(failureText({ ...point, kind: 'trench', name })).toBe(name);
  });
});
