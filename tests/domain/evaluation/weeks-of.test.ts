import { describe, expect, it } from 'vitest';
import type { RateCard } from '../../../src/domain/cost/rate-card.ts';
import { type Built, builtTogether } from '../../../src/domain/evaluation/built-together.ts';
import { trenchTree } from '../../../src/domain/evaluation/trench-tree.ts';
import { weeksOf } from '../../../src/domain/evaluation/weeks-of.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
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
  { connected = 1, card = CARD } = {},
) {
  return weeksOf(built, {
    tree: trenchTree(built.pieces, built.roots),
    rates: RATES,
    card,
    termsOf: ({ id }) => terms(site[id] ?? null),
    connected,
  });
}

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
    expect(last?.mid).toBeCloseTo(4 + 3 + 3, 9);
    expect(steps).toEqual([
      'Design and survey: 4 weeks.',
      'Streets: permits 3 weeks, then 30 days of digging by 2 at once, 5 days a week: 3 weeks.',
      'Connecting 1, 10 a week, from the first service on.',
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
    // The last of one at ten a week is connected a tenth of a week later.
    expect(slow.last?.mid).toBeCloseTo(4 + 10 + 2 + 0.1, 9);
    expect(slow.steps[2]).toBe(
      'Roofs, beside the streets: the slowest, Roof 2, may be worked on after 10 weeks.',
    );
  });

  it('share the hubs among the gangs', () => {
    const card = smallPlanCard({ ...{ gangsAtOnce: 1 }, weeksToDesign: 4, weeksToBuildHub: 2 });
    const { last } = weeks(builtTogether([radio], [NEAR, FAR]), { [HUB.id]: 30, [OTHER.id]: 1 }, { card });
    expect(last?.mid).toBe(4 + 30 + 2 * 2);
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
