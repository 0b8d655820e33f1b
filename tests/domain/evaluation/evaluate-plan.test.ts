import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import {
  type Evaluated,
  LINE_KEYS,
  type LineKey,
  type PlanEvaluation,
} from '../../../src/domain/evaluation/evaluation.ts';
import type { EvaluationInput } from '../../../src/domain/evaluation/evaluation-input.ts';
import { DEFAULT_PLAN_CARD } from '../../../src/domain/plan/default-plan-card.ts';
import { LEVERS_KNOWN, leverFrom } from '../../../src/domain/plan/levers-known.ts';
import { PLAN_ITEMS, type PlanCard } from '../../../src/domain/plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../../../src/domain/plan/plan-card-words.ts';
import { roofTermsOf } from '../../../src/domain/plan/roof-terms-of.ts';
import type { Range } from '../../../src/domain/project/range.ts';
import { judgedInputs } from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

/** Any figures within the limits of their items. */
const cards: fc.Arbitrary<PlanCard> = fc
  .tuple(
    ...PLAN_ITEMS.map((item) => {
      const { low, high } = PLAN_ITEM_WORDS[item].limit;
      return fc
        .array(fc.double({ min: low, max: Math.min(high, 5000), noNaN: true }), {
          minLength: 3,
          maxLength: 3,
        })
        .map((figures) => figures.sort((a, b) => a - b));
    }),
  )
  .map((figures) => ({
    ...DEFAULT_PLAN_CARD,
    items: Object.fromEntries(
      PLAN_ITEMS.map((item, at) => {
        const [low, mid, high] = figures[at];
        return [item, { value: { low, mid, high }, source: null }];
      }),
    ) as PlanCard['items'],
  }));

const RUNS = { numRuns: 40 };

const judge = (input: EvaluationInput): PlanEvaluation => lastOf(evaluatePlan(input));
const all = ({ interventions, chosen }: PlanEvaluation): readonly Evaluated[] => [...interventions, chosen];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function lineValue({ lines }: Evaluated, key: LineKey): Range {
  const value = lines.find((line) => line.key === key)?.figure?.value;
  if (!value) throw new Error(`${key} is not known.`);
  return value;
}

const key = ({ lon, lat }: { readonly lon: number; readonly lat: number }): string => `${lon} ${lat}`;

/** Points that the chosen designs reach, by any of them. */
function reached({ plan }: EvaluationInput): Set<string> {
  const designs = (plan.designs?.outcomes ?? []).flatMap(({ design }) =>
    design && plan.chosen.includes(design.kind) ? [design] : [],
  );
  return new Set(
    designs.flatMap(({ trench, radio }) =>
      [...(trench?.served ?? []).filter(({ units }) => units > 0), ...(radio?.served ?? [])].map(key),
    ),
  );
}

/** Everything within a value, frozen. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part);
  }
  return value;
}

describe('a plan that is judged', () => {
  it('counts each premises once however many interventions reach it', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const { chosen } = judge(input);
        const points = reached(input);
        const once = sum(input.places.map((place) => (points.has(key(place)) ? place.units : 0)));
        expect(lineValue(chosen, 'served').mid).toBe(once);
        expect(lineValue(chosen, 'left').mid).toBe(sum(input.places.map(({ units }) => units)) - once);
      }),
      RUNS,
    );
  });

  it('adds up: wards and outside to the total, served and left to the asked, definitions to their not-spots', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const asked = sum(input.places.map(({ units }) => units));
        for (const one of all(judge(input))) {
          for (const of of ['served', 'usable', 'gigabit'] as const)
            expect(sum(one.byWard.map((ward) => ward[of]))).toBe(lineValue(one, of).mid);
          expect(sum(one.byWard.map((ward) => ward.asked))).toBe(asked);
          expect(lineValue(one, 'served').mid + lineValue(one, 'left').mid).toBe(asked);
          expect(lineValue(one, 'gigabit').mid).toBeLessThanOrEqual(lineValue(one, 'usable').mid);
          expect(lineValue(one, 'usable').mid).toBeLessThanOrEqual(lineValue(one, 'served').mid);
          for (const { notSpots, lifted, left, notKnown } of one.byRecipe) {
            expect(lifted + left).toBe(notSpots);
            expect(notSpots + notKnown).toBeLessThanOrEqual(asked);
            expect(lifted).toBeLessThanOrEqual(lineValue(one, 'served').mid);
          }
        }
      }),
      RUNS,
    );
  });

  it('adds up in money: who pays and the gap to what building costs at the middle, and the gap spans cheap building well paid for to dear building that is not', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        for (const one of all(judge(input))) {
          const paid = (['voucher', 'top-up', 'supplier’s share', 'gap'] as const).flatMap((part) => {
            const { figure } = one.lines[LINE_KEYS.indexOf(part)];
            return figure ? [figure.value] : [];
          });
          const [capital, gap] = [lineValue(one, 'capital'), lineValue(one, 'gap')];
          const others = paid.slice(0, -1);
          expect(sum(paid.map(({ mid }) => mid))).toBeCloseTo(capital.mid, 2);
          expect(gap.low).toBeGreaterThanOrEqual(capital.low - sum(others.map(({ high }) => high)) - 0.005);
          expect(gap.high).toBeLessThanOrEqual(capital.high - sum(others.map(({ low }) => low)) + 0.005);
        }
      }),
      RUNS,
    );
  });

  it('costs together no more than each by itself, and one alone what it costs', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const evaluation = judge(input);
        const own = evaluation.interventions.filter(({ kind }) =>
          input.plan.chosen.some((one) => one === kind),
        );
        const capital = own.map((one) => lineValue(one, 'capital').mid);
        const together = lineValue(evaluation.chosen, 'capital').mid;
        expect(together).toBeLessThanOrEqual(sum(capital) + 0.005);
        if (input.plan.chosen.length === 1) expect(together).toBe(capital[0]);
      }),
      RUNS,
    );
  });

  it('has every line in order, each a figure in order or a reason, whatever the plan card', () => {
    fc.assert(
      fc.property(judgedInputs, cards, (input, card) => {
        for (const { lines } of all(judge({ ...input, card }))) {
          expect(lines.map((line) => line.key)).toEqual(LINE_KEYS);
          for (const { figure, why } of lines) {
            expect((figure === null) !== (why === null)).toBe(true);
            if (!figure) continue;
            const { low, mid, high } = figure.value;
            expect(low).toBeLessThanOrEqual(mid);
            expect(mid).toBeLessThanOrEqual(high);
            expect(figure.definition).not.toBe('');
            expect(figure.rowsUsed).toBe(input.places.length);
          }
        }
      }),
      RUNS,
    );
  });

  it('tells a claim as claimed, without a range, of no more than take the service and lack gigabit', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const each = input.card.items.poundsOfClaimedBenefitPerGigabitPremises.value.mid;
        for (const one of all(judge(input))) {
          const { low, mid, high } = lineValue(one, 'claimed benefit');
          expect([low, high]).toEqual([mid, mid]);
          expect(mid).toBeLessThanOrEqual(lineValue(one, 'connected').mid * each);
          const vouched = one.lines.find((line) => line.key === 'voucher')?.figure;
          if (input.coverage && vouched && lineValue(one, 'voucher').mid > 0) expect(mid).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  it('says of designs chosen together what is dropped of each', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const chosen = ['rooftop radio', 'dig'] as const;
        const both = judge({ ...input, plan: { ...input.plan, chosen } }).chosen;
        const design = (kind: (typeof chosen)[number]) =>
          input.plan.designs?.outcomes.find((one) => one.kind === kind)?.design;
        const byFibre = new Set((design('dig')?.trench?.served ?? []).map(key));
        const units = sum(
          (design('rooftop radio')?.radio?.served ?? [])
            .filter((place) => byFibre.has(key(place)))
            .map((place) => place.units),
        );
        const said = both.notes.find((note) => note.includes('their radios are dropped'));
        expect(said !== undefined).toBe(units > 0);
        if (units > 0) expect(said).toContain(`, ${units} take the fibre`);
      }),
      RUNS,
    );
  });

  it('is pure: what it is given stays as it is, and a second run gives the same bytes', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const { termsOf, ...plain } = input;
        const given = { ...frozen(plain), termsOf };
        expect(JSON.stringify(judge(given))).toBe(JSON.stringify(judge(given)));
      }),
      RUNS,
    );
  });

  it('costs nothing and lifts nobody where nothing is chosen, whatever levers are pulled', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const evaluation = judge({ ...input, plan: { ...input.plan, chosen: [] } });
        const leave = evaluation.interventions.at(-1);
        for (const one of [evaluation.chosen, ...(leave ? [leave] : [])]) {
          for (const line of [
            'served',
            'connected',
            'capital',
            'running a year',
            'present value',
            'days of road works',
            'street-days',
            'consents',
            'carbon',
            'points of failure',
            'voucher',
            'top-up',
            'supplier’s share',
            'gap',
            'cost of levers',
            'claimed benefit',
          ] as const)
            if (line !== 'voucher' || one.lines[LINE_KEYS.indexOf(line)].figure)
              expect(lineValue(one, line)).toMatchObject({ low: 0, mid: 0, high: 0 });
          expect(sum(one.byRecipe.map(({ lifted }) => lifted))).toBe(0);
          expect(one.barriers).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('is never dearer, slower or asks for more consents with one lever more: what a lever costs is its own line', () => {
    fc.assert(
      fc.property(judgedInputs, fc.constantFrom(...LEVERS_KNOWN.map((known) => known.key)), (input, more) => {
        const levers = input.plan.levers.filter(({ id }) => id !== more);
        const under = (pulled: EvaluationInput['plan']['levers']): PlanEvaluation =>
          judge({
            ...input,
            plan: { ...input.plan, levers: pulled },
            termsOf: (roof) =>
              roofTermsOf(roof, {
                hints: [],
                levers: pulled,
                card: input.card,
                device: input.device,
                radio: { closedRoofs: [], wayleaves: [] },
                day: input.plan.question.worksFrom,
              }),
          });
        const before = all(under(levers));
        const after = all(under([...levers, leverFrom(more, null)]));
        for (const [at, one] of after.entries()) {
          // Customers are no barrier: more of them may cost more.
          for (const line of ['capital', 'running a year', 'present value', 'consents'] as const)
            for (const level of ['low', 'mid', 'high'] as const)
              if (more !== 'demand aggregation' || line === 'consents')
                expect(lineValue(one, line)[level]).toBeLessThanOrEqual(lineValue(before[at], line)[level]);
          expect(lineValue(one, 'served')).toEqual(lineValue(before[at], 'served'));
          const weeks = (of: Evaluated): number =>
            of.lines[LINE_KEYS.indexOf('weeks to first service')].figure?.value.mid ?? 0;
          expect(weeks(one)).toBeLessThanOrEqual(weeks(before[at]));
        }
      }),
      RUNS,
    );
  });

  it('reckons break-even from sums that are the plan’s own at its own metres and units', () => {
    fc.assert(
      fc.property(judgedInputs, (input) => {
        const { breakEven: from, interventions } = judge(input);
        const [radio, dig] = interventions;
        if (!from) return;
        const { trenchMetres, pencePerMetre, digFixedPence, digPencePerUnit } = from;
        const { radioFixedPence, radioPencePerUnit } = from;
        const units = (of: Evaluated): number => lineValue(of, 'served').mid;
        const pence = (of: Evaluated): number => 100 * lineValue(of, 'present value').mid;
        expect(digFixedPence + trenchMetres * pencePerMetre + units(dig) * digPencePerUnit).toBeCloseTo(
          pence(dig),
          3,
        );
        expect(radioFixedPence + units(radio) * radioPencePerUnit).toBeCloseTo(pence(radio), 3);
        expect(from.wholePence.dig).toBeCloseTo(pence(dig), 3);
        expect(from.wholePence.radio).toBeCloseTo(pence(radio), 3);
        expect(from.served).toEqual({ dig: units(dig), radio: units(radio) });
      }),
      RUNS,
    );
  });
});
