import { describe, expect, it } from 'vitest';
import { builtTogether } from '../../../src/domain/evaluation/built-together.ts';
import type { PlanDesign } from '../../../src/domain/plan/plan-design.ts';
import { hubOn, placeAlong, radioTo, roofAlong, trenchTo } from '../../builders/judged-plans.ts';

const PLACE = placeAlong(3);
const SLOW = roofAlong(2);
const FAST = roofAlong(4);

const by = (kind: PlanDesign['kind'], roof: typeof SLOW, megabits: number): PlanDesign => ({
  kind,
  trench: null,
  radio: radioTo([hubOn(roof)], [{ place: PLACE, hub: 0, megabits }]),
});

describe('builtTogether', () => {
  it.each([
    ['the slower first', [by('rooftop radio', SLOW, 300), by('hybrid', FAST, 1000)]],
    ['the faster first', [by('rooftop radio', FAST, 1000), by('hybrid', SLOW, 300)]],
  ])('serves who two links reach by the faster: %s', (_, designs) => {
    const { radio, hubs } = builtTogether(designs, [PLACE]);
    expect(radio.map(({ megabitsPerSecond, hub }) => [megabitsPerSecond, hubs[hub].roof.id])).toEqual([
      [1000, FAST.id],
    ]);
  });

  it('gives no fibre to who lives where a trench only leads to a hub’s foot', () => {
    const indoors = { ...placeAlong(2), lat: SLOW.lat };
    const design: PlanDesign = {
      kind: 'rooftop radio',
      trench: trenchTo([], [], [SLOW]),
      radio: radioTo([hubOn(SLOW)], [{ place: indoors, hub: 0, megabits: 1000, metres: 0 }]),
    };
    const { fibre, radio } = builtTogether([design], [indoors]);
    expect(fibre).toEqual([]);
    expect(radio.map(({ place }) => place)).toEqual([indoors]);
  });
});
