import { describe, expect, it } from 'vitest';
import { breakEven } from '../../../src/domain/evaluation/break-even.ts';
import { breakEvenInput } from '../../../src/domain/evaluation/break-even-input.ts';
import { builtTogether } from '../../../src/domain/evaluation/built-together.ts';
import { costsOf } from '../../../src/domain/evaluation/costs-of.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import {
  hubOn,
  judgedOver,
  pieceOf,
  placeAlong,
  radioTo,
  roofAlong,
  trenchTo,
} from '../../builders/judged-plans.ts';

const near = placeAlong(1, { units: 2 });
const far = placeAlong(4, { units: 3 });
const whole = trenchTo([near, far]);
const last = whole.pieces.findLast(({ kind }) => kind === 'street');

describe('what break-even is reckoned from', () => {
  it('leaves ducts and poles out of the metres, and out of what each unit adds', () => {
    // The same dig with the last stretch of street in a duct that costs ten times as much.
    const line = last?.line ?? [];
    const ducted: PlanDesign = {
      kind: 'dig',
      trench: {
        ...whole,
        pieces: whole.pieces.map((piece) =>
          piece === last ? pieceOf({ kind: 'duct', street: null, method: null, line }, 10_000) : piece,
        ),
      },
      radio: null,
    };
    const radio: PlanDesign = {
      kind: 'rooftop radio',
      trench: null,
      radio: radioTo([hubOn(roofAlong(2))], [{ place: far, hub: 0, megabits: 1000 }]),
    };
    const input = judgedOver([near, far], [ducted, radio]);
    const costs = (design: PlanDesign, served: number) => {
      const built = builtTogether([design], [near, far]);
      const { trench, radio: bill } = costsOf(built, input);
      return { built, trench, radio: bill, served };
    };
    const dig = costs(ducted, 5);
    const other = costs(radio, 3);
    const found = breakEvenInput(dig, other);
    if (!found) throw new Error('Both serve the far place.');
    expect([found.units, found.trenchMetres, found.usedMetres]).toEqual([3, 3 * 60, 60]);
    // Each piece of street costs 1,000 pence and as much in upkeep; the duct ten times that.
    expect(found.pencePerMetre * found.trenchMetres).toBeCloseTo(3 * 2000, 6);
    expect(found.digFixedPence).toBe(20_000);
    expect(found.digPencePerUnit * 5).toBeCloseTo(dig.trench.whole.mid - 3 * 2000 - 20_000, 6);
    expect(found.radioPencePerUnit * 3).toBeCloseTo(other.radio?.units.pence.mid ?? 0, 6);
    expect(found.radioFixedPence + 3 * found.radioPencePerUnit).toBeCloseTo(found.wholePence.radio, 6);
    // Put together again they are the plan’s own sums.
    const { wholePence, digFixedPence, digPencePerUnit, pencePerMetre, trenchMetres } = found;
    expect(digFixedPence + 5 * digPencePerUnit + pencePerMetre * trenchMetres).toBeCloseTo(wholePence.dig, 6);
    expect(breakEven(found).digMorePence).toBe(wholePence.dig - wholePence.radio);
  });

  it('is not known without both, or where they serve nobody alike', () => {
    expect(breakEvenInput(null, null)).toBeNull();
  });
});
