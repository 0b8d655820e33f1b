import { describe, expect, it } from 'vitest';
import { evaluationWithout } from '../../../src/domain/evaluation/evaluation-without.ts';
import { namesHeld } from '../../../src/domain/plan/names-held.ts';
import { FULL_EVALUATION } from '../../builders/plan-page-content.ts';
import { FULL_PLAN } from '../../builders/plans.ts';

const open = { route: null, roofs: null, premises: null };

describe('namesHeld', () => {
  it('holds nothing back where nothing is confidential', () => {
    expect(namesHeld(FULL_PLAN, open)).toEqual([]);
  });

  it('holds back what roofs are called, by address or street, where any of the three is; streets where they are', () => {
    const roofs = ['library', 'building 4', 'flats at mill road'];
    for (const part of ['roofs', 'premises'] as const)
      expect(namesHeld(FULL_PLAN, { ...open, [part]: 'confidential' })).toEqual(roofs);
    const all = namesHeld(FULL_PLAN, { ...open, route: 'confidential' });
    expect(all).toEqual(expect.arrayContaining(roofs));
    expect(all.length).toBeGreaterThan(roofs.length);
  });

  it('keeps sentences that name a roof from leaving', () => {
    const hidden = namesHeld(FULL_PLAN, { ...open, premises: 'confidential' });
    expect(FULL_EVALUATION.sentences.join()).toContain('Library');
    expect(evaluationWithout(FULL_EVALUATION, hidden).sentences.join()).not.toContain('Library');
  });
});
