import { describe, expect, it } from 'vitest';
import { billOf } from '../../../src/domain/cost/bill-of.ts';
import { edgePence } from '../../../src/domain/cost/edge-pence.ts';
import { pieceOfEdge } from '../../../src/domain/cost/piece-of-edge.ts';
import type { Barrier } from '../../../src/domain/plan/barrier.ts';
import type { Unit } from '../../../src/domain/premises/premises-table.ts';
import { worksLines } from '../../../src/stores/derived/bill-works.ts';
import { exactly, plainCard } from '../../builders/any-rate-card.ts';
import { type PricedEdge, pricedNetwork, streetBarrier } from '../../builders/priced-network.ts';

const CARD = plainCard(
  { metresBetweenChambers: { value: { low: 50, mid: 100, high: 200 }, source: null } },
  {
    poundsPerMetre: exactly(10),
    metresPerDay: { value: { low: 10, mid: 20, high: 40 }, source: null },
    carbonKilogramsPerMetre: exactly(9.2),
  },
);
const ASKED = {
  served: [{ units: 4 }],
  passedUnits: 4,
  takeUpPercent: 100,
  passed: { kind: 'with a lead-in' },
  worksFrom: '2026-11-27',
} as const;

function linesOf(
  edges: readonly PricedEdge[],
  barriers: readonly Barrier[] = [],
  { card = CARD, unit = 'premises' as Unit, isNameless = false } = {},
) {
  const { pricer } = edgePence(pricedNetwork(edges, barriers), CARD, {
    worksFrom: ASKED.worksFrom,
    lifted: [],
  });
  const pieces = edges
    .map((_, edge) => pieceOfEdge(pricer, edge))
    .map((piece) => (isNameless ? { ...piece, streetName: null } : piece));
  const lines = worksLines(billOf({ ...ASKED, unit, barriers, pieces }, card));
  return new Map(lines.map(({ name, ...line }) => [name, line]));
}

const street = { metres: 30, street: 'High Street' };

describe('what works take and disturb, in lines', () => {
  it('has days, street-days, chambers, carbon and each premises passed with their ranges', () => {
    const lines = linesOf([street, { metres: 8, kind: 'lead-in' }]);
    expect(lines.get('Digging')).toMatchObject({ value: '1.5 days', band: '0.8–3' });
    expect(lines.get('Streets up')).toMatchObject({
      value: '2 street-days',
      band: '1–3',
      note: 'in 1 street: each street’s days made whole, added',
    });
    expect(lines.get('Chambers')).toMatchObject({ value: '0.3 chambers', band: '0.2–0.6' });
    expect(lines.get('Carbon')).toMatchObject({ value: '350 kg CO₂e', band: null });
    expect(lines.get('For each premises passed')).toMatchObject({
      value: '£75',
      band: null,
      note: 'capital without connections ÷ 4 premises passed, with a lead-in',
    });
  });

  it('sums lines without a name as one, and says what each is of', () => {
    const lines = linesOf(
      [
        { metres: 24, street: '1' },
        { metres: 24, street: '2' },
      ],
      [],
      { isNameless: true, unit: 'postcodes' },
    );
    expect(lines.get('Streets up')).toMatchObject({
      value: '3 street-days',
      note: 'without a name: 2 lines, 3 days together, as where one street ends is not known',
    });
    expect(lines.get('For each postcode passed')?.note).toMatch(/÷ 4 postcodes passed/);
  });

  it('prints much carbon in tonnes', () => {
    expect(linesOf([{ metres: 2000, street: 'High Street' }]).get('Carbon')?.value).toBe('18.4 t CO₂e');
  });

  it('never calls hours none that are only not known', () => {
    const named = (barrier: Partial<Barrier>) =>
      linesOf(
        [{ ...street, barriers: [0] }],
        [streetBarrier({ kind: 'traffic-sensitive street', ...barrier })],
      ).get('In traffic-sensitive hours');
    expect(linesOf([street]).get('In traffic-sensitive hours')).toEqual({
      value: 'not known',
      band: null,
      note: 'no loaded restriction calls a street of the route traffic-sensitive',
    });
    expect(named({})?.note).toBe('1 street of the route is traffic-sensitive at hours that are not stated');
    expect(named({ hours: '07:00-09:00' })).toMatchObject({ value: '3 hours', band: '1.5–6' });
  });

  it('says what it cannot reckon with the card', () => {
    const lines = linesOf([street], [], { card: { ...CARD, trench: [] } });
    expect(lines.get('Digging')?.note).toContain('not known for 30 m');
  });
});
