import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { standingOf } from '../../../src/domain/plan/design-pence.ts';
import { designPlan } from '../../../src/domain/plan/design-plan.ts';
import { earlierDesign } from '../../../src/domain/plan/earlier-design.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlanDesign, PlanDesigns } from '../../../src/domain/plan/plan-design.ts';
import type { PlanQuestion } from '../../../src/domain/plan/plan-question.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesAt, type SmallDig, smallDigs } from '../../builders/small-digs.ts';
import { SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

/** R in the south-west; A leads east over 100 m and is protected, C and B lead round it. The premises stand at A's far end. */
const ROUND: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
      [0, 60],
      [100, 60],
    ],
    edges: [
      { ends: [0, 1], street: 'A', barriers: ['s58'] },
      { ends: [0, 2], street: 'C' },
      { ends: [2, 3], street: 'B' },
      { ends: [3, 1], street: 'D' },
    ],
    barriers: [protection('s58', 'A', null)],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(103, -3)],
};

const LIFTED = lifting('A');

function lifting(street: string): Lever {
  return {
    id: `permit waiver: ${street}`,
    kind: 'permit waiver',
    removes: ['road-works restriction'],
    places: [street],
    owner: 'the street authority',
    cost: null,
    from: null,
    until: null,
    source: null,
  };
}

interface Asked {
  readonly question?: Partial<PlanQuestion>;
  readonly levers?: readonly Lever[];
  readonly before?: PlanDesigns | null;
}

function designsOf(small: SmallDig, { question = {}, levers = [], before = null }: Asked = {}): PlanDesigns {
  const asked = { ...SMALL_PLAN_QUESTION, ...question };
  return lastOf(designPlan(asked, levers, smallGround(small), { madeOf: 'now', before, isQuick: true }));
}

/** As ROUND, but A may be dug, and a lane of it is paid for. */
const RENTED: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
    ],
    edges: [{ ends: [0, 1], street: 'A', barriers: ['rent'] }],
    barriers: [
      {
        ...protection('rent', 'A', null),
        kind: 'lane rental',
        effect: { pounds: null, weeks: null, forbids: false },
      },
    ],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(97, -3)],
};

function digIn({ outcomes }: PlanDesigns): PlanDesign {
  const design = outcomes.find(({ kind }) => kind === 'dig')?.design;
  if (!design) throw new Error('There is no dig.');
  return design;
}

function trenchIn(designs: PlanDesigns): DigResult {
  const { trench } = digIn(designs);
  if (!trench) throw new Error('There is no trench.');
  return trench;
}

const streetsOf = (designs: PlanDesigns) =>
  [...new Set(trenchIn(designs).pieces.flatMap(({ kind, street }) => (kind === 'street' && street) || []))]
    .sort()
    .join('');

describe('designPlan', () => {
  it('says why what cannot be made is not, and makes the rest', () => {
    const designs = designsOf(ROUND);
    expect(designs.outcomes.map(({ kind, refused }) => [kind, refused])).toEqual([
      ['rooftop radio', 'No heights are loaded.'],
      ['dig', null],
      ['hybrid', 'There is no hybrid without both. No heights are loaded.'],
    ]);
    const rootless = designsOf(ROUND, { question: { rootIds: [] } });
    expect(rootless.outcomes[1].refused).toMatch(/no place that fibre can come from/);
  });

  it('digs in a street whose protection a lever lifts, for less', () => {
    const [around, through] = [designsOf(ROUND), designsOf(ROUND, { levers: [LIFTED] })];
    expect(streetsOf(around)).toBe('BCD');
    expect(streetsOf(through)).toBe('A');
    expect(trenchIn(through).searchedPence).toBeLessThan(trenchIn(around).searchedPence);
  });

  it('is made a second time to the byte, from itself too', () => {
    const once = designsOf(ROUND, { levers: [LIFTED] });
    const twice = designsOf(ROUND, { levers: [LIFTED] });
    expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
    const again = designsOf(ROUND, { levers: [LIFTED], before: once });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  });

  it('asks again for what a lever waived, once that is put back', () => {
    const plain = designsOf(RENTED);
    const waived = designsOf(RENTED, { levers: [leverFrom('lane-rental waiver', null)], before: plain });
    const back = designsOf(RENTED, { before: waived });
    const rent = (designs: PlanDesigns) =>
      trenchIn(designs).pieces.flatMap(({ parts }) => parts.filter(({ what }) => what === 'lane rental'));
    expect(rent(plain)).toHaveLength(1);
    expect(rent(waived)).toEqual([]);
    expect(rent(back)).toEqual(rent(plain));
    const named = (designs: PlanDesigns) => trenchIn(designs).barriers.map(({ id, until }) => [id, until]);
    expect([named(plain), named(waived), named(back)]).toEqual([[['rent', null]], [], [['rent', null]]]);
  });

  it('never serves fewer, nor as many for more, when one more barrier is removed', () => {
    const protectedDigs = fc
      .tuple(smallDigs, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
      .map(([small, marks]): SmallDig => {
        const { network } = small;
        const shut = [...new Set(marks.map((mark) => mark % network.streets.length))];
        const barriers = shut.map((at) => protection(`s58 ${at}`, network.streets[at].id, null));
        const starts = new Int32Array(network.edgeCount + 1);
        const ids: number[] = [];
        for (let edge = 0; edge < network.edgeCount; edge++) {
          const barrier = shut.indexOf(network.streetOf[edge]);
          if (barrier >= 0) ids.push(barrier);
          starts[edge + 1] = ids.length;
        }
        const restricted = { barriers, barrierStarts: starts, barrierIds: Int32Array.from(ids) };
        return { ...small, network: { ...network, ...restricted } };
      });
    fc.assert(
      fc.property(protectedDigs, fc.boolean(), (small, isKnown) => {
        const ground = smallGround(small);
        let levers: readonly Lever[] = [];
        let before = designsOf(small);
        for (const { place } of small.network.barriers) {
          levers = [...levers, lifting(place)];
          const now = designsOf(small, { levers, before: isKnown ? before : null });
          const asked = askedPlan(SMALL_PLAN_QUESTION, levers, ground);
          const [one, other] = [now, isKnown ? before : designsOf(small)].map((designs) =>
            standingOf(digIn(designs), asked),
          );
          expect(one.units).toBeGreaterThanOrEqual(other.units);
          if (one.units === other.units) expect(one.pence).toBeLessThanOrEqual(other.pence);
          expect(trenchIn(now).lowerBoundPence).toBeLessThanOrEqual(trenchIn(now).searchedPence);
          before = now;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the route that was there where a lead-in to a street opened costs more, and says so', () => {
    const dear: SmallDig = {
      network: networkOf({
        nodes: [
          [0, 0],
          [40, 0],
          [0, 300],
          [40, 20],
        ],
        edges: [
          { ends: [0, 1], street: 'A' },
          { ends: [0, 2], street: 'C' },
          { ends: [2, 3], street: 'B', barriers: ['s58'] },
        ],
        barriers: [protection('s58', 'B', null)],
        fibre: { R: 0 },
      }),
      premises: [premisesAt(38, 16)],
    };
    const shut = designsOf(dear);
    expect(streetsOf(shut)).toBe('A');
    const open = designsOf(dear, { levers: [lifting('B')], before: shut });
    expect(trenchIn(open).pieces).toEqual(trenchIn(shut).pieces);
    expect(trenchIn(open).notes[0]).toMatch(/found before this change is kept/);
    expect(trenchIn(open).missed).toEqual([]);
    const cold = designsOf(dear, { levers: [lifting('B')] });
    expect(trenchIn(cold).searchedPence).toBe(trenchIn(shut).searchedPence);
  });
});

describe('earlierDesign', () => {
  const through = digIn(designsOf(ROUND, { levers: [LIFTED] }));

  it('is the same design at the prices of now', () => {
    const ground = smallGround(ROUND);
    const asked = askedPlan(SMALL_PLAN_QUESTION, [LIFTED], ground);
    expect(earlierDesign(through, asked)?.trench?.pieces).toEqual(through.trench?.pieces);
    const { items } = ground.rates;
    const waived = { value: { low: 0, mid: 0, high: 0 }, source: null };
    const rates = { ...ground.rates, items: { ...items, poundsPerDayOfPermit: waived } };
    const cheaper = askedPlan(SMALL_PLAN_QUESTION, [LIFTED], { ...ground, rates });
    const still = earlierDesign(through, cheaper);
    expect(standingOf(still ?? through, cheaper).pence).toBeLessThan(standingOf(through, cheaper).pence);
  });

  it('is none where a street is closed again, blocked, or its root is not asked any more', () => {
    const ground = smallGround(ROUND);
    expect(earlierDesign(through, askedPlan(SMALL_PLAN_QUESTION, [], ground))).toBeNull();
    const blocked = { ...SMALL_PLAN_QUESTION, blocked: ['A'] };
    expect(earlierDesign(through, askedPlan(blocked, [LIFTED], ground))).toBeNull();
    const elsewhere = { ...SMALL_PLAN_QUESTION, rootIds: [] };
    expect(earlierDesign(through, askedPlan(elsewhere, [LIFTED], ground))).toBeNull();
  });
});
