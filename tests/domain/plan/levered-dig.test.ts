import { describe, expect, it } from 'vitest';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { isInForce } from '../../../src/domain/plan/is-in-force.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { isWaived, leveredDig } from '../../../src/domain/plan/levered-dig.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlannedExcavation } from '../../../src/domain/plan/planned-excavations.ts';
import { smallRates } from '../../builders/rate-cards.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

const barrier = (id: string, kind: Barrier['kind'], place: string): Barrier => ({
  ...protection(id, place, null),
  kind,
  effect: { pounds: null, weeks: null, forbids: false },
});

const NETWORK = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
    [200, 0],
    [300, 0],
  ],
  edges: [
    { ends: [0, 1], street: 'A', barriers: ['s58 A', 'rent A'] },
    { ends: [1, 2], street: 'B', barriers: ['s58 B'] },
    { ends: [2, 3], street: 'C', barriers: ['rent C', 'hours C'] },
  ],
  barriers: [
    protection('s58 A', 'A', null),
    protection('s58 B', 'B', '2026-01-01'),
    barrier('rent A', 'lane rental', 'A'),
    barrier('rent C', 'lane rental', 'C'),
    barrier('hours C', 'traffic-sensitive street', 'C'),
  ],
  fibre: { R: 0 },
});

const works = (street: string, rest: Partial<PlannedExcavation> = {}): PlannedExcavation => ({
  ...{ from: { contentId: 'c', row: 0 }, street, promoter: 'Gas', works: null, source: null },
  ...{ begins: '2027-01-10', ends: '2027-02-10', shares: true },
  ...rest,
});

function levered(levers: readonly Lever[], excavations: readonly PlannedExcavation[] = []) {
  return leveredDig({ worksFrom: '2026-11-27' }, levers, {
    network: NETWORK,
    excavations,
    percentSaved: { low: 20, mid: 40, high: 60 },
  });
}

const left = (levers: readonly Lever[]) => {
  const { barriers, barrierIds } = levered(levers).networkWith(NETWORK);
  expect(barrierIds).toEqual(NETWORK.barrierIds);
  const day = '2026-11-27';
  for (const barrier of barriers.filter(isWaived)) expect(isInForce(barrier, day)).toBe(false);
  return Array.from(barrierIds, (at) => barriers[at])
    .filter((barrier) => !isWaived(barrier))
    .map(({ id }) => id);
};

describe('levers of a dig', () => {
  it('change nothing where none is pulled', () => {
    const { lifted, sharedStreets, ratesWith, networkWith } = levered([], [works('A')]);
    const rates = smallRates();
    expect([lifted, sharedStreets.size]).toEqual([[], 0]);
    expect([ratesWith(rates), networkWith(NETWORK)]).toEqual([rates, NETWORK]);
  });

  it('open protected streets, those named or all, and none that is open already', () => {
    expect(levered([leverFrom('section 58 waiver', ['A'])]).lifted.map(({ street }) => street)).toEqual([
      'A',
    ]);
    expect(levered([leverFrom('section 58 waiver', null)]).lifted.map(({ street }) => street)).toEqual(['A']);
    expect(levered([leverFrom('section 58 waiver', ['C'])]).lifted).toEqual([]);
  });

  it('waive lane rental and hours where they are pulled, and close no street by it', () => {
    expect(left([leverFrom('lane-rental waiver', null)])).toEqual(['s58 A', 's58 B', 'hours C']);
    expect(left([leverFrom('lane-rental waiver', ['A'])])).toEqual(['s58 A', 's58 B', 'rent C', 'hours C']);
    expect(left([leverFrom('working hours', null)])).toEqual(['s58 A', 'rent A', 's58 B', 'rent C']);
  });

  it('waive the permit’s fee and nothing else of the rates', () => {
    const rates = smallRates();
    const waived = levered([leverFrom('permit-fee waiver', null)]).ratesWith(rates);
    expect(waived.items.poundsPerDayOfPermit.value).toEqual({ low: 0, mid: 0, high: 0 });
    // A card has one fee for all streets: it is not waived where single ones are named.
    expect(levered([leverFrom('permit-fee waiver', ['A'])]).ratesWith(rates)).toBe(rates);
    const { poundsPerDayOfPermit: _, ...others } = waived.items;
    const { poundsPerDayOfPermit: __, ...before } = rates.items;
    expect(others).toEqual(before);
  });

  const SHARE = { low: 0.2, mid: 0.4, high: 0.6 };

  it('share a trench with who lets a duct in, in time; where a street is named, with who was not asked too', () => {
    const once = [leverFrom('dig-once', null)];
    const shared = (levers: readonly Lever[], one: PlannedExcavation) => [
      ...levered(levers, [one]).sharedStreets,
    ];
    expect(shared(once, works('A'))).toEqual([['A', SHARE]]);
    expect(shared(once, works('A', { shares: null }))).toEqual([]);
    expect(shared(once, works('A', { shares: false }))).toEqual([]);
    expect(shared([leverFrom('dig-once', ['A'])], works('A', { shares: null }))).toEqual([['A', SHARE]]);
    expect(shared([leverFrom('dig-once', ['A'])], works('A', { shares: false }))).toEqual([]);
    expect(shared([leverFrom('dig-once', ['B'])], works('A'))).toEqual([]);
  });

  it('share nothing that is over, begins in years, or on days that nobody knows', () => {
    const once = [leverFrom('dig-once', null)];
    const size = (rest: Partial<PlannedExcavation>) => levered(once, [works('A', rest)]).sharedStreets.size;
    expect(size({ begins: '2026-10-01', ends: '2026-11-26' })).toBe(0);
    expect(size({ begins: '2026-10-01', ends: '2026-11-27' })).toBe(1);
    expect(size({ begins: '2027-11-27', ends: null })).toBe(1);
    expect(size({ begins: '2027-11-28', ends: null })).toBe(0);
    expect(size({ begins: null })).toBe(0);
  });

  it('are not pulled on days that are not theirs', () => {
    const lever = { ...leverFrom('section 58 waiver', ['A']), from: '2027-01-01' };
    expect(levered([lever]).lifted).toEqual([]);
  });
});
