import { describe, expect, it } from 'vitest';
import type { HubRoof } from '../../../src/domain/plan/hub-roof.ts';
import type { PlanGround } from '../../../src/domain/plan/plan-ground.ts';
import { rankCouncilRoofs } from '../../../src/domain/plan/rank-council-roofs.ts';
import { flatGrid } from '../../builders/height-grids.ts';
import { hubInput, placeOn, roofOn } from '../../builders/hub-ground.ts';
import { lastOf } from '../../builders/last-of.ts';
import { genericDevice } from '../../builders/link-question.ts';
import { EMPTY_PLAN } from '../../builders/plans.ts';
import { hubsAt, SMALL_PLAN_QUESTION, smallGround } from '../../builders/small-plans.ts';
import { networkOf } from '../../builders/street-networks.ts';

const flat = flatGrid(300, 20, 4);
const places = [placeOn(flat, 'west', [300, 600], 5), placeOn(flat, 'east', [900, 600], 3)];
const own = { owner: 'Council', isCouncils: true } as const;
const west = roofOn(flat, 'west column', [320, 600], own);
const middle = roofOn(flat, 'town hall', [600, 600], own);
const off = roofOn(flat, 'far column', [300, 100], own);
const shop = roofOn(flat, 'shop', [880, 600], { owner: 'Shop', isCouncils: false });

const STREET = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
  ],
  edges: [{ ends: [0, 1], street: 'A' }],
  fibre: { R: 0 },
});

function rankingOf(
  hubs: readonly { readonly roof: HubRoof; readonly serves: readonly number[] }[],
  councils: readonly HubRoof[] = [west, middle, off],
) {
  const { model, meter, linkMeter, roofs } = hubInput(flat, { places, candidates: [] });
  const ground: PlanGround = {
    ...smallGround({ network: STREET, premises: [] }),
    places,
    radio: {
      device: genericDevice('generic-60-ghz-multipoint'),
      ...{ model, meter, linkMeter, roofs },
      // As gathered: the column sees less than others, and is no candidate.
      candidates: [middle, shop],
      councils: { roofs: councils, withoutHeight: 2 },
      hintsOf: () => [],
      notes: ['62 listed roofs were left out.'],
    },
  };
  const radio = { ...SMALL_PLAN_QUESTION.radio, radiusMetres: 400 };
  const outcome = { kind: 'rooftop radio', design: hubsAt(hubs, places), refused: null } as const;
  const question = { ...SMALL_PLAN_QUESTION, radio };
  const designs = { outcomes: [outcome], madeOf: 'now' };
  return lastOf(rankCouncilRoofs({ ...EMPTY_PLAN, question, designs }, ground, 'premises'));
}

describe('rankCouncilRoofs', () => {
  it('ranks all of the council’s, candidates or not, and says which could not be judged', () => {
    const { roofs, notes, asked } = rankingOf([]);
    expect(asked).toBe(8);
    expect(roofs.map(({ roof, newlyReaches, reaches }) => [roof, newlyReaches, reaches])).toEqual([
      ['town hall', 8, 8],
      ['west column', 5, 5],
      ['far column', 0, 0],
    ]);
    expect(notes).toEqual([
      '2 more roofs of the council within the radius are left out: no height is known there.',
    ]);
  });

  it('tells whom only the council’s roofs serve where nobody is newly reached', () => {
    const { roofs } = rankingOf([
      { roof: middle, serves: [0] },
      { roof: shop, serves: [1] },
    ]);
    expect(
      roofs.map(({ roof, isHub, newlyReaches, beyondOthers }) => [roof, isHub, newlyReaches, beyondOthers]),
    ).toEqual([
      ['town hall', true, 0, 5],
      ['west column', false, 0, 5],
      ['far column', false, 0, 0],
    ]);
  });

  it('puts who is newly reached before more whom only its own hubs serve', () => {
    const east = roofOn(flat, 'east column', [880, 620], own);
    const { roofs } = rankingOf([{ roof: middle, serves: [0] }], [west, east]);
    expect(roofs.map(({ roof, newlyReaches, beyondOthers }) => [roof, newlyReaches, beyondOthers])).toEqual([
      ['east column', 3, 3],
      ['west column', 0, 5],
    ]);
  });
});
