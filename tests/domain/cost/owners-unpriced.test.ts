import { describe, expect, it } from 'vitest';
import { ownersUnpriced, unpricedWords } from '../../../src/domain/cost/owners-unpriced.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { pieceOf } from '../../builders/judged-plans.ts';

const owned = (id: string, rest: Partial<Barrier> = {}): Barrier => ({
  ...{ id, kind: 'wayleave', place: id, owner: 'the street’s owner' },
  ...{ effect: { pounds: null, weeks: null, forbids: false }, from: null, until: null, source: null },
  ...rest,
});

describe('owners whose price nobody knows', () => {
  it('are those of private streets on the route, each once; not those beside it, nor what has a price or is over', () => {
    const pieces = [['mews'], ['mews', 'area'], ['over']].map((barriers, at) =>
      pieceOf({ line: [at, 0, at + 1, 0], barriers }),
    );
    const barriers = [
      owned('mews'),
      owned('beside'),
      owned('over', { until: '2026-01-01' }),
      owned('area', { kind: 'listed building or conservation area' }),
    ];
    expect(ownersUnpriced({ pieces, barriers, worksFrom: '2026-11-27' })).toEqual(['mews']);
  });

  it('are told by their number, and not at all where there are none', () => {
    expect(unpricedWords([])).toBeNull();
    expect(unpricedWords(['a'])).toBe(
      'What the owner of one private street asks for its leave is not known, and in no sum of money',
    );
    expect(unpricedWords(['a', 'b'])).toContain('the owners of 2 private streets ask for their leave');
  });
});
