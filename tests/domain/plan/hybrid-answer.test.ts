import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedPlan, askedPlan } from '../../../src/domain/plan/asked-plan.ts';
import { standingOf } from '../../../src/domain/plan/design-pence.ts';
import { digAnswer } from '../../../src/domain/plan/dig-answer.ts';
import { hybridAnswer } from '../../../src/domain/plan/hybrid-answer.ts';
import { partOfRadio } from '../../../src/domain/plan/part-of-radio.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import type { RadioDesign } from '../../../src/domain/plan/radio-design.ts';
import type { WorkStep } from '../../../src/domain/project/work-step.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesAt, type SmallDig, smallDigs } from '../../builders/small-digs.ts';
import { hubsAt, radioAt, roofAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf } from '../../builders/street-networks.ts';

const QUICK = { isQuick: true };

/** A street of 1 km from R in the west, houses at 100 m and a hamlet of three at its far end. */
const LONG: SmallDig = {
  network: networkOf({
    nodes: [
      [0, 0],
      [500, 0],
      [1000, 0],
    ],
    edges: [
      { ends: [0, 1], street: 'A' },
      { ends: [1, 2], street: 'A' },
    ],
    fibre: { R: 0 },
  }),
  premises: [premisesAt(100, 5), premisesAt(960, 5), premisesAt(980, 5), premisesAt(990, -5)],
};

function hybridOf(
  small: SmallDig,
  {
    hubs,
    hubPence,
    unitPence,
    among = (roofs, whole) => hubsOn(whole, roofs),
  }: {
    hubs: Parameters<typeof hubsAt>[0];
    hubPence: number;
    unitPence: number;
    among?: (roofs: ReadonlySet<string>, whole: RadioDesign) => Generator<WorkStep, RadioDesign>;
  },
): { hybrid: PlanDesign; dig: PlanDesign; radio: PlanDesign; asked: AskedPlan } {
  const ground = smallGround(small);
  const plain = askedPlan(SMALL_PLAN_QUESTION, [], ground);
  if (!plain.dig) throw new Error('Streets are given.');
  const asked = { ...plain, dig: plain.dig, radio: radioAt(hubPence, unitPence) };
  const dig: PlanDesign = {
    kind: 'dig',
    trench: lastOf(digAnswer(asked.dig, { rows: ground.rows }, QUICK)),
    radio: null,
  };
  const chosen = hubsAt(hubs, ground.places);
  const trench = lastOf(digAnswer(asked.dig, { rows: [], radio: chosen.radio ?? { hubs: [] } }, QUICK));
  const radio: PlanDesign = { ...chosen, trench };
  const whole = chosen.radio as RadioDesign;
  const hybrid = lastOf(
    hybridAnswer({ asked, radio, dig, among: (roofs) => among(roofs, whole), pace: QUICK }),
  );
  return { hybrid, dig, radio, asked };
}

/** The hubs on some roofs with those that each serves in the whole: nobody is given to another. */
function* hubsOn(all: RadioDesign, roofs: ReadonlySet<string>): Generator<WorkStep, RadioDesign> {
  const isKept = { hub: (at: number) => roofs.has(all.hubs[at].roof.id), place: () => true };
  return partOfRadio(all, isKept, { takeUpPercent: 40, mostUnits: 100 });
}

const idsOf = (places: readonly { readonly ids: readonly string[] }[] = []) =>
  places.flatMap(({ ids }) => ids).sort();

describe('hybridAnswer', () => {
  it('digs to who lives along the way and reaches the others by radio', () => {
    const hubs = [{ roof: roofAt(300, 5), serves: [0, 1, 2, 3] }];
    const { hybrid } = hybridOf(LONG, { hubs, hubPence: 100_00, unitPence: 600_00 });
    expect(idsOf(hybrid.trench?.served)).toEqual(['100/5']);
    expect(idsOf(hybrid.radio?.served)).toEqual(['960/5', '980/5', '990/-5']);
    expect(hybrid.trench?.served.filter(({ ids }) => ids.length === 0)).toHaveLength(1);
    expect(hybrid.radio?.hubs[0].sectors).toEqual([{ azimuthDegrees: 90, units: 3, clients: 1.2 }]);
    expect([...(hybrid.trench?.missed ?? []), ...(hybrid.radio?.missed ?? [])]).toEqual([]);
  });

  it('is the dig alone where a hub does not pay, and radio alone where nobody is worth a trench', () => {
    const hubs = [{ roof: roofAt(300, 5), serves: [0, 1, 2, 3] }];
    const dear = hybridOf(LONG, { hubs, hubPence: 1e9, unitPence: 600_00 });
    expect(dear.hybrid.radio).toBeNull();
    expect(dear.hybrid.trench?.pieces).toEqual(dear.dig.trench?.pieces);
    expect(dear.hybrid.trench?.notes[0]).toMatch(/no hub pays/);
    const cheap = hybridOf(LONG, { hubs, hubPence: 1, unitPence: 1 });
    expect(idsOf(cheap.hybrid.radio?.served)).toHaveLength(4);
    expect(cheap.hybrid.trench?.pieces).toEqual(cheap.radio.trench?.pieces);
  });

  it('digs to whom no roof sees', () => {
    const hubs = [{ roof: roofAt(300, 5), serves: [0, 1] }];
    const { hybrid, radio, asked } = hybridOf(LONG, { hubs, hubPence: 1, unitPence: 1 });
    expect(standingOf(radio, asked).units).toBe(2);
    expect(standingOf(hybrid, asked).units).toBe(4);
    expect(idsOf(hybrid.trench?.served)).toEqual(expect.arrayContaining(['980/5', '990/-5']));
  });

  it('drops hubs that cost more than the trench to those they serve', () => {
    const hubs = [
      { roof: roofAt(300, 5), serves: [1, 2, 3] },
      { roof: roofAt(120, -5), serves: [0] },
    ];
    const { hybrid } = hybridOf(LONG, { hubs, hubPence: 20_000_00, unitPence: 600_00 });
    expect(hybrid.radio?.hubs.map(({ roof }) => roof.id)).toEqual(['access:300/5']);
    expect(hybrid.radio?.hubs[0].sectors.map(({ units }) => units)).toEqual([3]);
    expect(idsOf(hybrid.trench?.served)).toEqual(['100/5']);
    expect(hybrid.radio?.served.every(({ hub }) => hub === 0)).toBe(true);
  });

  it('gives whom a dropped hub served to one that stays, where that sees them', () => {
    // Each hub sees the whole hamlet, and costs more than all that it could save beside the other.
    const hubs = [
      { roof: roofAt(300, 5), serves: [1, 2] },
      { roof: roofAt(320, -5, { id: 'access:other' }), serves: [3] },
    ];
    const places = smallGround(LONG).places;
    const alone = hubsAt([{ roof: roofAt(300, 5), serves: [1, 2, 3] }], places).radio as RadioDesign;
    const asked = { hubs, hubPence: 3_000_00, unitPence: 600_00 };
    const shared = hybridOf(LONG, {
      ...asked,
      among: function* (roofs, whole) {
        return roofs.size === 1 && roofs.has('access:300/5') ? alone : yield* hubsOn(whole, roofs);
      },
    });
    expect(shared.hybrid.radio?.hubs.map(({ roof }) => roof.id)).toEqual(['access:300/5']);
    expect(idsOf(shared.hybrid.radio?.served)).toEqual(['960/5', '980/5', '990/-5']);
    const { hybrid, asked: over } = hybridOf(LONG, asked);
    expect(standingOf(shared.hybrid, over).pence).toBeLessThan(standingOf(hybrid, over).pence);
  });

  it('serves nobody twice, never fewer and never for more than the dig or the hubs alone', () => {
    fc.assert(
      fc.property(
        smallDigs,
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), fc.nat(7)), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 1, max: 5_000_00 }),
        fc.integer({ min: 1, max: 3_000_00 }),
        (small, roofs, hubPence, unitPence) => {
          const free = new Set(smallGround(small).places.keys());
          const hubs = roofs.map(([east, north, mask], at) => {
            const serves = [...free].filter((place) => (mask >> place) & 1);
            for (const place of serves) free.delete(place);
            return { roof: roofAt(east, north, { id: `access:${at}` }), serves };
          });
          const { hybrid, dig, radio, asked } = hybridOf(small, {
            hubs: hubs.filter(({ serves }) => serves.length > 0),
            hubPence,
            unitPence,
          });
          const [byTrench, byRadio] = [idsOf(hybrid.trench?.served), idsOf(hybrid.radio?.served)];
          expect(byTrench.filter((id) => byRadio.includes(id))).toEqual([]);
          const missed = idsOf(hybrid.trench?.missed ?? hybrid.radio?.missed);
          expect([...byTrench, ...byRadio, ...missed].sort()).toEqual(idsOf(asked.ground.places));
          for (const alone of [dig, radio]) {
            const [one, other] = [standingOf(hybrid, asked), standingOf(alone, asked)];
            expect(one.units).toBeGreaterThanOrEqual(other.units);
            if (one.units === other.units) expect(one.pence).toBeLessThanOrEqual(other.pence);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
