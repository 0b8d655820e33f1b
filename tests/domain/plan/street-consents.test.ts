import { describe, expect, it } from 'vitest';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { consentToDig, withConsents } from '../../../src/domain/plan/street-consents.ts';
import { pieceOf } from '../../builders/judged-plans.ts';

const barrier = (id: string, rest: Partial<Barrier> = {}): Barrier => ({
  ...{ id, kind: 'listed building or conservation area', place: 'A', owner: 'the planning authority' },
  ...{ effect: { pounds: null, weeks: null, forbids: false }, from: null, until: null, source: null },
  ...rest,
});
const PENCE = { low: 100, mid: 200, high: 300 };

describe('consents to dig', () => {
  it('are planning’s and those of private streets’ owners; permits, crossings and closed streets are not among them', () => {
    expect(consentToDig(barrier('area'))).toMatchObject({
      weeks: 'weeksForPlanning',
      pounds: 'poundsForPlanning',
    });
    expect(consentToDig(barrier('private', { kind: 'wayleave' }))).toMatchObject({ pounds: null });
    for (const kind of ['permit', 'crossing', 'lane rental'] as const)
      expect(consentToDig(barrier('x', { kind }))).toBeNull();
    expect(
      consentToDig(barrier('shut', { effect: { pounds: null, weeks: null, forbids: true } })),
    ).toBeNull();
  });

  it('are paid once for each street, whatever number of pieces need them, and not where none is needed', () => {
    const pieces = [['area A'], ['area A', 'area B'], ['private'], ['over']].map((barriers, at) =>
      pieceOf({ line: [at, 0, at + 1, 0], barriers }),
    );
    const barriers = [
      barrier('area A'),
      barrier('area B'),
      barrier('private', { kind: 'wayleave' }),
      barrier('over', { until: '2026-01-01' }),
    ];
    const asked = withConsents(pieces, { barriers, day: '2026-11-27', pence: PENCE });
    const paid = asked.map(({ parts }) => parts.find(({ what }) => what === 'consents')?.pence ?? null);
    expect(paid).toEqual([PENCE, PENCE, null, null]);
    expect(withConsents(pieces, { barriers, day: '2026-11-27', pence: { low: 0, mid: 0, high: 0 } })).toEqual(
      pieces,
    );
  });
});
