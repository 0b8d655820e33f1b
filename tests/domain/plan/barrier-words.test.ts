import { describe, expect, it } from 'vitest';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { barrierOwner, barrierTitle, restrictionWords } from '../../../src/domain/plan/barrier-words.ts';

const PROTECTED: Barrier = {
  id: 'b1',
  kind: 'road-works restriction',
  place: 'High Street',
  owner: 'the street authority',
  effect: { pounds: null, weeks: null, forbids: true },
  from: null,
  until: '2029-06-30',
  source: null,
};
const OPEN = { ...PROTECTED, until: null, effect: { pounds: null, weeks: null, forbids: false } };
const RAILWAY: Barrier = { ...OPEN, kind: 'crossing', owner: 'the railway’s owner', crosses: 'railway' };

describe('words of barriers', () => {
  it('say what it is, what is crossed, until when and at which hours', () => {
    expect(barrierTitle(PROTECTED)).toBe('Protected from road works until 30 June 2029');
    expect(barrierTitle(RAILWAY)).toBe('Crosses a railway');
    expect(barrierTitle({ ...RAILWAY, crosses: undefined })).toBe('Crosses what is not a street');
    expect(barrierTitle({ ...OPEN, kind: 'permit' })).toBe('Permit needed');
    expect(barrierTitle({ ...OPEN, kind: 'lane rental', hours: '07:00–19:00' })).toBe(
      'Lane rental, dates not known, 07:00–19:00',
    );
  });

  it('say who decides, and never that a railway is lifted', () => {
    expect(barrierOwner(PROTECTED)).toBe('the street authority can lift it');
    expect(barrierOwner(RAILWAY)).toBe('the railway’s owner must agree to the crossing');
    expect(barrierOwner({ ...RAILWAY, owner: '' })).toBe('who decides is not known');
  });

  it('list what holds on the day, each once', () => {
    const all = [PROTECTED, RAILWAY, { ...RAILWAY, id: 'b3' }];
    expect(restrictionWords(all, '2027-01-01')).toBe(
      'Protected from road works until 30 June 2029 (closed to digging); Crosses a railway',
    );
    expect(restrictionWords(all, '2029-07-01')).toBe('Crosses a railway');
    expect(restrictionWords([], '2027-01-01')).toBe('');
  });
});
