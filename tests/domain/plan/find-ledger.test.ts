import { describe, expect, it } from 'vitest';
import { exactly } from '../../../src/domain/cost/spread.ts';
import { askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { standingOf } from '../../../src/domain/plan/design-pence.ts';
import { designPlan } from '../../../src/domain/plan/design-plan.ts';
import { digOnceCalendar } from '../../../src/domain/plan/dig-once-calendar.ts';
import { findLedger, type LedgerFigures, MOST_GROUPS } from '../../../src/domain/plan/find-ledger.ts';
import type { BuiltIntervention } from '../../../src/domain/plan/intervention.ts';
import { isCostKnown } from '../../../src/domain/plan/is-cost-known.ts';
import type { Lever } from '../../../src/domain/plan/lever.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { PlanDesigns } from '../../../src/domain/plan/plan-design.ts';
import type { PlanGround } from '../../../src/domain/plan/plan-ground.ts';
import type { WorkStep } from '../../../src/domain/project/work-step.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesAt, type SmallDig } from '../../builders/small-digs.ts';
import { SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf, protection } from '../../builders/street-networks.ts';

/** Fibre at R. A is protected, and C, B and D lead round it; E is protected, and alone leads on to a second place. */
const TWO: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [100, 0],
      [0, 60],
      [100, 60],
      [300, 0],
    ],
    edges: [
      { ends: [0, 1], street: 'A', barriers: ['s58 A'] },
      { ends: [0, 2], street: 'C' },
      { ends: [2, 3], street: 'B' },
      { ends: [3, 1], street: 'D' },
      { ends: [1, 4], street: 'E', barriers: ['s58 E'] },
    ],
    barriers: [protection('s58 A', 'A', null), protection('s58 E', 'E', null)],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(103, -3), premisesAt(303, -3)],
};

function planOver(ground: PlanGround, levers: readonly Lever[] = []): Plan & { designs: PlanDesigns } {
  const options = { madeOf: 'now', asked: '', before: null, isQuick: true };
  const designs = lastOf(designPlan(SMALL_PLAN_QUESTION, levers, ground, options));
  return { id: 'plan-1', name: 'P', question: SMALL_PLAN_QUESTION, levers, designs, chosen: [] };
}

/** Units and pence of each design, by the same sums that designs are compared by. */
function judgeOver(
  ground: PlanGround,
  costOf: (plan: Plan) => LedgerFigures['leverPence'] = () => null,
  gapOf: (plan: Plan, pence: number) => LedgerFigures['gap'] = () => null,
) {
  return function* (plan: Plan): Generator<WorkStep, ReadonlyMap<BuiltIntervention, LedgerFigures>> {
    yield { what: 'Judging', fraction: 0 };
    const asked = askedPlan(plan.question, plan.levers, ground);
    return new Map(
      (plan.designs?.outcomes ?? []).flatMap(({ kind, design }) => {
        if (!design) return [];
        const { units, pence } = standingOf(design, asked);
        return [
          [
            kind,
            {
              ...{ units, pence: { low: pence, mid: pence, high: pence }, weeks: null, streetDays: null },
              ...{ leverPence: costOf(plan), gap: gapOf(plan, pence) },
            },
          ] as const,
        ];
      }),
    );
  };
}

function ledgerOver(ground: PlanGround, levers: readonly Lever[] = []) {
  const plan = planOver(ground, levers);
  return lastOf(findLedger({ plan, ground, unit: 'premises', judge: judgeOver(ground) }));
}

describe('the barrier ledger', () => {
  it('ranks a street that premises lie behind before one that is only gone round, each by what it truly unlocks', () => {
    const ground = smallGround(TWO);
    const { entries } = ledgerOver(ground);
    const [first, second] = entries.filter(({ barrier }) => barrier.kind === 'road-works restriction');
    expect([first.placeName, first.unitsUnlocked, first.intervention]).toEqual(['E', 1, 'dig']);
    expect([second.placeName, second.unitsUnlocked]).toEqual(['A', 0]);
    expect(first.isMet).toBe(true);
    const pence = (levers: readonly Lever[]) => {
      const plan = planOver(ground, levers);
      return lastOf(judgeOver(ground)(plan)).get('dig');
    };
    const opened = pence([leverFrom('section 58 waiver', ['A'])]);
    const before = pence([]);
    expect(second.penceSaved?.mid).toBe((before?.pence?.mid ?? 0) - (opened?.pence?.mid ?? 0));
    expect(second.penceSaved?.mid).toBeGreaterThan(0);
    expect(first.lever).toEqual(leverFrom('section 58 waiver', ['E']));
  });

  it('speaks no more of a barrier whose lever is pulled', () => {
    const { entries } = ledgerOver(smallGround(TWO), [
      leverFrom('section 58 waiver', ['A']),
      leverFrom('permit-fee waiver', null),
    ]);
    expect(entries.map(({ placeName }) => placeName)).toEqual(['E']);
  });

  it('says what the fee of permits comes to, as every dig pays it', () => {
    const { entries } = ledgerOver(smallGround(TWO));
    const permits = entries.find(({ barrier }) => barrier.kind === 'permit');
    expect(permits?.lever?.id).toBe('permit-fee waiver');
    expect(permits?.places).toEqual([]);
  });

  it('keeps a design that a decision only makes cheaper: what is saved is its own bill with and without the fee', () => {
    const ground = smallGround(TWO);
    const permits = ledgerOver(ground).entries.find(({ barrier }) => barrier.kind === 'permit');
    const plan = planOver(ground);
    const waived = [leverFrom('permit-fee waiver', null)];
    const options = { ...plan.designs, before: plan.designs, isQuick: true, anew: new Set<never>() };
    const kept = lastOf(designPlan(plan.question, waived, ground, options));
    const route = ({ outcomes }: PlanDesigns) => outcomes[0].design?.trench?.pieces.map(({ line }) => line);
    expect(route(kept)).toEqual(route(plan.designs));
    const pence = (levers: readonly Lever[], designs: PlanDesigns) =>
      lastOf(judgeOver(ground)({ ...plan, levers, designs })).get('dig')?.pence?.mid ?? 0;
    expect(permits?.penceSaved?.mid).toBe(pence([], plan.designs) - pence(waived, kept));
    expect(permits?.penceSaved?.mid).toBeGreaterThan(0);
  });

  it('ranks by what is saved less what the lever costs: a cost that only moves to the council comes last', () => {
    const ground = smallGround(TWO);
    const plan = planOver(ground);
    const under = (pence: number) =>
      lastOf(
        findLedger({
          ...{ plan, ground, unit: 'premises' },
          judge: judgeOver(ground, ({ levers }) => {
            const isWaived = levers.some(({ id }) => id === 'permit-fee waiver');
            return isWaived ? { low: pence, mid: pence, high: pence } : { low: 0, mid: 0, high: 0 };
          }),
        }),
      ).entries;
    const permits = under(0).find(({ barrier }) => barrier.kind === 'permit');
    expect(permits?.leverPence).toEqual({ low: 0, mid: 0, high: 0 });
    const dear = under(100_000_000);
    expect(dear.at(-1)?.barrier.kind).toBe('permit');
    expect(dear.at(-1)?.leverPence?.mid).toBe(100_000_000);
    expect(dear.at(-1)?.penceSaved).toEqual(permits?.penceSaved);
  });

  it('ranks a lever whose cost nobody knows after one that is known to save more than it costs', () => {
    const ground = smallGround(TWO);
    const { entries } = lastOf(
      findLedger({
        ...{ plan: planOver(ground), ground, unit: 'premises' },
        judge: judgeOver(ground, ({ levers }) =>
          levers.some(({ id }) => id.startsWith('section 58')) ? null : { low: 0, mid: 0, high: 0 },
        ),
      }),
    );
    const saving = entries.filter(({ unitsUnlocked }) => unitsUnlocked === 0);
    expect(saving.map(({ barrier, leverPence }) => [barrier.kind, leverPence?.mid ?? null])).toEqual([
      ['permit', 0],
      ['road-works restriction', null],
    ]);
  });

  it('knows what a lever costs whatever else is pulled whose cost nobody knows', () => {
    const ground = smallGround(TWO);
    // As the evaluation reckons: not known as soon as one of them is not.
    const costOf = ({ levers }: Plan) =>
      levers.every(isCostKnown)
        ? exactly(levers.some(({ id }) => id === 'permit-fee waiver') ? 100_000_000 : 0)
        : null;
    const under = (levers: readonly Lever[]) =>
      lastOf(
        findLedger({
          ...{ plan: planOver(ground, levers), ground, unit: 'premises' },
          judge: judgeOver(ground, costOf),
        }),
      ).entries;
    const opened = leverFrom('section 58 waiver', ['A']);
    expect(isCostKnown(opened)).toBe(false);
    for (const entries of [under([]), under([opened])]) {
      expect(entries.at(-1)?.barrier.kind).toBe('permit');
      expect(entries.at(-1)?.leverPence).toEqual(exactly(100_000_000));
    }
    // A lever's own cost stays not known.
    expect(under([opened]).find(({ placeName }) => placeName === 'E')?.leverPence).toBeNull();
  });

  it('says of a gap to fund what each lever for demand closes of it', () => {
    const ground = smallGround(TWO);
    const { entries } = lastOf(
      findLedger({
        ...{ plan: planOver(ground), ground, unit: 'premises' },
        judge: judgeOver(
          ground,
          () => null,
          ({ levers }, pence) => {
            const gap = levers.some(({ kind }) => kind === 'voucher') ? pence - 1000 : pence;
            return { low: gap, mid: gap, high: gap };
          },
        ),
      }),
    );
    const demand = entries.filter(({ barrier }) => barrier.kind === 'missing demand');
    expect(demand.find(({ lever }) => lever?.kind === 'voucher')?.gapClosed?.mid).toBe(1000);
    expect(demand.find(({ lever }) => lever?.kind === 'top-up')?.gapClosed?.mid).toBe(0);
    expect(new Set(demand.map(({ lever }) => lever?.kind))).toEqual(
      new Set(['voucher', 'top-up', 'demand aggregation']),
    );
    expect(
      entries.filter(({ barrier }) => barrier.kind !== 'missing demand').map((one) => one.gapClosed),
    ).toContain(null);
  });

  it('offers no voucher once it is pulled', () => {
    const ground = smallGround(TWO);
    const { entries } = lastOf(
      findLedger({
        ...{ plan: planOver(ground, [leverFrom('voucher', null)]), ground, unit: 'premises' },
        judge: judgeOver(
          ground,
          () => null,
          (_, pence) => exactly(pence),
        ),
      }),
    );
    const demand = entries.filter(({ barrier }) => barrier.kind === 'missing demand');
    expect(new Set(demand.map(({ lever }) => lever?.kind))).toEqual(
      new Set(['top-up', 'demand aggregation']),
    );
  });

  it('works out so many decisions, those behind which most stand, and says how many it left out', () => {
    const count = MOST_GROUPS + 2;
    // So far apart that no lead-in reaches another street.
    const end = (at: number, metres: number): [number, number] =>
      [Math.cos, Math.sin].map((of) => Math.round(metres * of((2 * Math.PI * at) / count))) as [
        number,
        number,
      ];
    const star: SmallDig = {
      network: networkOf({
        nodes: [[0, 0], ...Array.from({ length: count }, (_, at) => end(at, 2000))],
        edges: Array.from({ length: count }, (_, at) => ({
          ...{ ends: [0, at + 1] as [number, number], street: `S${at}`, barriers: [`s58 ${at}`] },
        })),
        barriers: Array.from({ length: count }, (_, at) => protection(`s58 ${at}`, `S${at}`, null)),
        fibre: { R: 0 },
      }),
      // Most live behind the last of them.
      premises: [...Array.from({ length: count }, (_, at) => at), count - 1].map((at, i) =>
        premisesAt(...end(at, 2003 + Math.floor(i / count))),
      ),
    };
    const { entries, leftOut } = ledgerOver(smallGround(star));
    expect(entries[0].placeName).toBe(`S${count - 1}`);
    expect(entries[0].unitsUnlocked).toBe(2);
    expect(new Set(entries.map(({ placeName }) => placeName)).size).toBeLessThanOrEqual(MOST_GROUPS);
    expect(leftOut).toContainEqual({
      count: 2,
      why: `only the ${MOST_GROUPS} decisions behind which most stand were worked out`,
    });
  });

  it('is the same twice', () => {
    expect(JSON.stringify(ledgerOver(smallGround(TWO)))).toBe(JSON.stringify(ledgerOver(smallGround(TWO))));
  });
});

describe('the dig-once calendar', () => {
  const ground: PlanGround = {
    ...smallGround(TWO),
    excavations: ['B', 'E', 'Elsewhere'].map((street, row) => ({
      ...{ from: { contentId: 'c', row }, street, promoter: 'Gas', works: null, shares: true, source: null },
      ...{ begins: SMALL_PLAN_QUESTION.worksFrom, ends: null },
    })),
  };

  it('names works in streets that are dug, with what sharing saves: the plan’s cost with and without it', () => {
    const plan = planOver(ground);
    const { works, listed, unmatched } = digOnceCalendar(plan, ground);
    expect([listed, unmatched]).toEqual([3, 1]);
    expect(works.map(({ street, intervention }) => [street, intervention])).toEqual([['B', 'dig']]);
    const costOf = (levers: readonly Lever[]) =>
      lastOf(judgeOver(ground)(planOver(ground, levers))).get('dig')?.pence?.mid ?? 0;
    expect(works[0].penceSaved.mid).toBe(costOf([]) - costOf([leverFrom('dig-once', ['B'])]));
    expect(works[0].penceSaved.mid).toBeGreaterThan(0);
    expect([works[0].isInTime, works[0].isShared]).toEqual([true, false]);
  });

  it('says what is shared already', () => {
    const plan = planOver(ground, [leverFrom('dig-once', null)]);
    expect(digOnceCalendar(plan, ground).works[0]).toMatchObject({ street: 'B', isShared: true });
  });
});
