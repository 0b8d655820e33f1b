import { describe, expect, it } from 'vitest';
import type { RateCard } from '../../../src/domain/cost/rate-card.ts';
import { type Built, builtTogether } from '../../../src/domain/evaluation/built-together.ts';
import { trenchTree } from '../../../src/domain/evaluation/trench-tree.ts';
import type { WeeksGiven } from '../../../src/domain/evaluation/weeks-given.ts';
import { weeksOf } from '../../../src/domain/evaluation/weeks-of.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import type { PlanCard } from '../../../src/domain/plan/plan-card.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import type { PlannedExcavation } from '../../../src/domain/plan/planned-excavations.ts';
import type { RoofTerms } from '../../../src/domain/plan/roof-terms.ts';
import { exactly, plainCard } from '../../builders/any-rate-card.ts';
import { hubOn, placeAlong, radioTo, roofAlong, trenchTo } from '../../builders/judged-plans.ts';
import { smallPlanCard } from '../../builders/plan-cards.ts';

/** A gang lays 10 m a day: six days for each 60 m of street. */
const RATES: RateCard = plainCard({}, { metresPerDay: exactly(10) });
const CARD = smallPlanCard({
  weeksToDesign: 4,
  weeksForStreetWorksPermit: 3,
  weeksToBuildHub: 2,
  gangsAtOnce: 2,
  workingDaysAWeek: 5,
  connectionsAWeek: 10,
});

const terms = (weeks: number | null): RoofTerms => ({
  barredBy: null,
  barriers: [],
  pence: { low: 0, mid: 0, high: 0 },
  penceAYear: { low: 0, mid: 0, high: 0 },
  weeks: weeks === null ? null : { low: weeks, mid: weeks, high: weeks },
});

function weeks(
  built: Built,
  site: Readonly<Record<string, number | null>> = {},
  {
    connected = 1,
    card = CARD,
    sharedWith = new Map(),
  }: {
    connected?: number;
    card?: PlanCard;
    sharedWith?: WeeksGiven['sharedWith'];
  } = {},
) {
  return weeksOf(built, {
    tree: trenchTree(built.pieces, built.roots),
    rates: RATES,
    card,
    termsOf: ({ id }) => terms(site[id] ?? null),
    connected,
    day: '2026-11-27',
    sharedWith,
  });
}

const WORKS: PlannedExcavation = {
  ...{ from: { contentId: 'calendar', row: 0 }, street: 'x', promoter: 'Midmere Gas', works: null },
  ...{ begins: null, ends: null, shares: true, source: null },
};
const CONSENT: Barrier = {
  ...{ id: 'consent', kind: 'wayleave', place: 'x', owner: 'somebody', from: null, until: null },
  ...{ effect: { pounds: null, weeks: null, forbids: false }, source: null },
};

const NEAR = placeAlong(1);
const FAR = placeAlong(5);
const HUB = roofAlong(2);
const OTHER = roofAlong(9);

const dig: PlanDesign = { kind: 'dig', trench: trenchTo([NEAR, FAR]), radio: null };
const radio: PlanDesign = {
  kind: 'rooftop radio',
  trench: trenchTo([], [], [HUB]),
  radio: radioTo(
    [hubOn(HUB), hubOn(OTHER, HUB.id)],
    [
      { place: NEAR, hub: 0, megabits: 1000 },
      { place: FAR, hub: 1, megabits: 1000 },
    ],
  ),
};

describe('weeks', () => {
  it('of a dig are design, permits and digging: to the nearest first, all of it last', () => {
    // To the first place 60 m, 6 days by two gangs of five days a week; to the last 300 m, 30 days.
    const { first, last, steps } = weeks(builtTogether([dig], [NEAR, FAR]));
    expect(first?.mid).toBeCloseTo(4 + 3 + 0.6, 9);
    // Then half of the one that takes it is still to be connected, at ten a week.
    expect(last?.mid).toBeCloseTo(4 + 3 + 3 + 0.05, 9);
    expect(steps).toEqual([
      'Design and survey: 4 weeks.',
      'Streets: permits 3 weeks, then 30 days of digging by 2 at once, 5 days a week: 3 weeks.',
      'Connecting 1, 10 a week, each once its trench or hub is ready.',
    ]);
  });

  it('are as long as connecting takes, where that is longer', () => {
    const { first, last } = weeks(builtTogether([dig], [NEAR, FAR]), {}, { connected: 100 });
    expect(last?.mid).toBeCloseTo((first?.mid ?? 0) + 10, 9);
  });

  it('of radio wait for the slower of roof and trench, and a linked hub for both roofs', () => {
    // Trench to the hub 120 m: 12 days, 1.2 weeks after 3 of permits.
    const built = builtTogether([radio], [NEAR, FAR]);
    expect(weeks(built, { [HUB.id]: 1, [OTHER.id]: 1 }).first?.mid).toBeCloseTo(4 + 4.2 + 2, 9);
    const slow = weeks(built, { [HUB.id]: 10, [OTHER.id]: 1 });
    expect(slow.first?.mid).toBe(4 + 10 + 2);
    // Both hubs are ready at once; the last of one at ten a week is connected a tenth of a week later.
    expect(slow.last?.mid).toBeCloseTo(4 + 10 + 2 + 0.1, 9);
    expect(slow.steps[2]).toBe(
      'Roofs, beside the streets: the slowest, Roof 2, may be worked on after 10 weeks.',
    );
  });

  it('share the hubs among the gangs', () => {
    const card = smallPlanCard({ ...{ gangsAtOnce: 1 }, weeksToDesign: 4, weeksToBuildHub: 2 });
    const { last } = weeks(builtTogether([radio], [NEAR, FAR]), { [HUB.id]: 30, [OTHER.id]: 1 }, { card });
    // Half of the one that takes it waits for the second hub, and is connected at forty a week.
    expect(last?.mid).toBeCloseTo(4 + 30 + 2 * 2 + 0.5 / 40, 9);
  });

  it('connect who is behind the last hub once it is built, and not before', () => {
    const near = placeAlong(1, { units: 10 });
    const far = placeAlong(5, { units: 90 });
    const late: PlanDesign = {
      ...radio,
      radio: radioTo(
        [hubOn(HUB), hubOn(OTHER, HUB.id)],
        [
          { place: near, hub: 0, megabits: 1000 },
          { place: far, hub: 1, megabits: 1000 },
        ],
      ),
    };
    const { first, last, steps } = weeks(
      builtTogether([late], [near, far]),
      { [HUB.id]: 10, [OTHER.id]: 40 },
      { connected: 50 },
    );
    expect(first?.mid).toBe(4 + 10 + 2);
    // 45 of the 50 are behind the hub that is ready last: four and a half weeks of connecting.
    expect(last?.mid).toBeCloseTo(4 + 40 + 2 + 4.5, 9);
    expect(steps.at(-1)).toBe(
      'Connecting 50, 10 a week, each once its trench or hub is ready. What decides: 45 of them are ready from week 46 on.',
    );
  });

  it('connect who is behind a linked hub once the hub it is linked to is built too', () => {
    const near = placeAlong(1, { units: 10 });
    const far = placeAlong(5, { units: 90 });
    const design: PlanDesign = {
      ...radio,
      radio: radioTo(
        [hubOn(OTHER, HUB.id), hubOn(HUB)],
        [
          { place: far, hub: 0, megabits: 1000 },
          { place: near, hub: 1, megabits: 1000 },
        ],
      ),
    };
    const card = smallPlanCard({
      ...{ gangsAtOnce: 1, weeksToDesign: 4, weeksToBuildHub: 2, connectionsAWeek: 10 },
    });
    const site = { [HUB.id]: 40, [OTHER.id]: 1 };
    const { last } = weeks(builtTogether([design], [near, far]), site, { card, connected: 50 });
    // The one gang puts up the linked hub first, by week 46, and what it hangs on by week 48: then all 50 are connected.
    expect(last?.mid).toBeCloseTo(4 + 40 + 2 * 2 + 5, 9);
  });

  it('wait for a hub and for stretches that serve nobody: they are built too', () => {
    const idle = weeks(builtTogether([radio], [NEAR]), { [HUB.id]: 1, [OTHER.id]: 60 });
    expect(idle.first?.mid).toBeLessThan(20);
    expect(idle.last?.mid).toBe(4 + 60 + 2);
    // To the only place 60 m; all the 1,200 m beyond are 120 days by two gangs of five days a week.
    const forced: PlanDesign = { kind: 'dig', trench: trenchTo([NEAR, placeAlong(20)]), radio: null };
    expect(weeks(builtTogether([forced], [NEAR])).last?.mid).toBeCloseTo(4 + 3 + 12, 9);
  });

  it('wait for who owns what is crossed, but not to cross a street', () => {
    const built = builtTogether([dig], [NEAR, FAR]);
    const at = built.pieces.findLastIndex(({ street }) => street !== null);
    const over = (crossing: Built['pieces'][number]['crossing']) =>
      weeks({ ...built, pieces: built.pieces.map((one, i) => (i === at ? { ...one, crossing } : one)) });
    expect(over('street')).toEqual(weeks(built));
    const rail = over('railway');
    expect(rail.items).toContain('weeksForCrossing');
    expect(rail.last?.mid).toBeGreaterThan(4 + CARD.items.weeksForCrossing.value.mid);
    expect(rail.first).toEqual(weeks(built).first);
  });

  it('connect who lies at the end of a trench once it leads there', () => {
    const near = placeAlong(1, { units: 10 });
    const far = placeAlong(5, { units: 90 });
    const both: PlanDesign = { kind: 'dig', trench: trenchTo([near, far]), radio: null };
    const { last } = weeks(builtTogether([both], [near, far]), {}, { connected: 50 });
    expect(last?.mid).toBeCloseTo(4 + 3 + 3 + 4.5, 9);
  });

  it('wait in a shared street until the others begin, and say so', () => {
    const built = builtTogether([dig], [NEAR, FAR]);
    const last = built.pieces.findLast(({ street }) => street !== null);
    const sharedWith = new Map([[last?.street ?? '', { ...WORKS, begins: '2027-03-05' }]]);
    const shared = weeks(built, {}, { sharedWith });
    const alone = weeks(built);
    expect(shared.first).toEqual(alone.first);
    // 14 weeks after 27 November; what is before it in the way is dug meanwhile, and then at least the stretch itself.
    expect(shared.last?.mid).toBeGreaterThan(14);
    expect(shared.last?.mid).toBeLessThan(14 + 3.1);
    expect(shared.steps.join(' ')).toContain(
      `${last?.streetName} is dug together with Midmere Gas, who begin on 5 March 2027: its stretch waits until week 14.`,
    );
  });

  it('wait for consents to dig as for the same on a roof, where they are needed', () => {
    const built = builtTogether([dig], [NEAR, FAR]);
    const at = built.pieces.findLastIndex(({ street }) => street !== null);
    const withBarrier = (kind: Barrier['kind']): Built => ({
      ...built,
      barriers: [{ ...CONSENT, kind }],
      pieces: built.pieces.map((piece, i) => (i === at ? { ...piece, barriers: [CONSENT.id] } : piece)),
    });
    const planning = weeks(withBarrier('listed building or conservation area'));
    expect(planning.first).toEqual(weeks(built).first);
    expect(planning.last?.mid).toBeGreaterThan(4 + 8);
    expect(planning.items).toContain('weeksForPlanning');
    expect(planning.steps[2]).toBe(
      'Before a stretch of it: planning consent, 8 weeks, beside the permits; who lies behind waits for that.',
    );
    expect(weeks(withBarrier('wayleave')).last?.mid).toBeGreaterThan(4 + 16);
    expect(weeks(withBarrier('lane rental')).last).toEqual(weeks(built).last);
  });

  it('are not known to the last where a roof’s are not, and are none where nobody is served', () => {
    const { last, why } = weeks(builtTogether([radio], [NEAR, FAR]), { [HUB.id]: 5 });
    expect(last).toBeNull();
    expect(why).toBe('How long it takes until works may begin is not known at Roof 9.');
    expect(weeks(builtTogether([], [NEAR]))).toMatchObject({ first: null, last: null });
  });

  it('are fewer when everything is quick: many gangs are the quick end', () => {
    const { first, last } = weeks(builtTogether([dig], [NEAR, FAR]), {}, { card: DEFAULT_PLAN_CARD });
    for (const spread of [first, last]) {
      expect(spread?.low).toBeLessThan(spread?.mid ?? 0);
      expect(spread?.mid).toBeLessThan(spread?.high ?? 0);
    }
  });
});
