import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/domain/evaluation/evaluate-plan.ts';
import type { Evaluated, LineKey } from '../../../src/domain/evaluation/evaluation.ts';
import { leverFrom } from '../../../src/domain/plan/levers-known.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import {
  coverageOf,
  hubOn,
  judgedOver,
  placeAlong,
  radioTo,
  roofAlong,
  trenchTo,
} from '../../builders/judged-plans.ts';
import { lastOf } from '../../builders/last-of.ts';

const HUB = roofAlong(2);
const crowded = { ...hubOn(HUB), sectors: [{ azimuthDegrees: 90, units: 100, clients: 100 }] };
const fast = placeAlong(4, { units: 3 });
const slow = placeAlong(5, { units: 2 });
const indoors = placeAlong(2, { units: 4 });
const dug = placeAlong(1, { units: 5 });

const radio: PlanDesign = {
  kind: 'rooftop radio',
  trench: null,
  radio: radioTo(
    [crowded],
    [
      { place: fast, hub: 0, megabits: 1000 },
      { place: slow, hub: 0, megabits: 29 },
      { place: indoors, hub: 0, megabits: 300, metres: 0 },
    ],
  ),
};
const dig: PlanDesign = { kind: 'dig', trench: trenchTo([dug]), radio: null };

const lineOf = ({ lines }: Evaluated, key: LineKey) => lines.find((line) => line.key === key)?.figure;

describe('what is built, judged', () => {
  it('is usable at the least to who keeps 30 Mbit/s when all draw at once, and never to who has less alone', () => {
    const { chosen } = lastOf(evaluatePlan(judgedOver([fast, slow, indoors], [radio])));
    // A hundred clients share the sector: 10 Mbit/s are left of 1,000. Who has a cable indoors shares no sector.
    expect(lineOf(chosen, 'usable')?.value).toMatchObject({ low: 4, mid: 7, high: 7 });
    expect(lineOf(chosen, 'gigabit')?.value).toMatchObject({ low: 3, mid: 3, high: 3 });
  });

  it('pays vouchers for who gets gigabit alone, and is known to have none', () => {
    const none = ['no', 'no', 'no', 'no', 'no', 'no'] as const;
    const units = new Map([fast, slow, indoors].map((place) => [place.rows[0], place.units]));
    const coverage = coverageOf(
      { fenline: none, corvid: none, fiveG: none, radio: none },
      (row) => units.get(row) ?? 0,
    );
    const question = { takeUpPercent: 100 };
    const levers = [leverFrom('voucher', null)];
    const input = judgedOver([fast, slow, indoors], [radio], { question, levers, coverage });
    // Three at 1,000 Mbit/s; two at 29 and four at 300 get no gigabit.
    expect(lineOf(lastOf(evaluatePlan(input)).chosen, 'voucher')?.definition).toMatch(
      /^3 that take the service/,
    );
  });

  it('says of a claim how many have gigabit by radio, who dig has by fibre apart', () => {
    const input = judgedOver([fast, slow, indoors, dug], [radio, dig], { question: { takeUpPercent: 100 } });
    const claim = lineOf(lastOf(evaluatePlan(input)).chosen, 'claimed benefit');
    expect(claim?.definition).toContain('8 that take the service');
    expect(claim?.definition).toContain(' 3 of them have it by a radio link that they share');
  });

  it('needs a permit for each street by name; lines without one are one street at the least, one each at the most', () => {
    // Three streets' worth of trench, of which the last two have no name.
    const long = trenchTo([placeAlong(8)]);
    const nameless: PlanDesign = {
      ...dig,
      trench: {
        ...long,
        pieces: long.pieces.map((piece) =>
          piece.street === 'S1' || piece.street === 'S2' ? { ...piece, streetName: null } : piece,
        ),
      },
    };
    const { chosen } = lastOf(evaluatePlan(judgedOver([placeAlong(8)], [nameless])));
    const met = chosen.barriers.filter(({ kind }) => kind !== 'missing demand').length;
    expect(met).toBe(0);
    expect(lineOf(chosen, 'consents')?.value).toMatchObject({ low: 2, mid: 2, high: 3 });
  });
});
