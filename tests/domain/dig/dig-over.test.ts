import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigResult } from '../../../src/domain/dig/dig-design.ts';
import { type DigInput, digOver } from '../../../src/domain/dig/dig-over.ts';
import { digPlaces } from '../../../src/domain/dig/dig-places.ts';
import { digPrices } from '../../../src/domain/dig/dig-prices.ts';
import type { DigQuestion } from '../../../src/domain/dig/dig-question.ts';
import { joinPlaces } from '../../../src/domain/dig/join-places.ts';
import { lastOf } from '../../builders/last-of.ts';
import { premisesOf } from '../../builders/premises.ts';
import { smallRates } from '../../builders/rate-cards.ts';
import { exhaustiveCost, type SmallStreets, smallStreets } from '../../builders/small-streets.ts';
import { degreesAt, networkOf, protection } from '../../builders/street-networks.ts';

const QUESTION: DigQuestion = {
  selection: { kind: 'list', ids: [] },
  premisesContentId: 'file-1',
  onlyNotSpots: false,
  rootIds: ['R'],
  ownRoots: [],
  aim: { kind: 'serve all' },
  blocked: [],
  forced: [],
  lifted: [],
  worksFrom: '2026-11-27',
  passed: { kind: 'with a lead-in' },
  takeUpPercent: 40,
};

function dig(
  question: Partial<DigQuestion>,
  ground: Pick<DigInput, 'network' | 'premises'> & Partial<DigInput>,
): DigResult {
  const whole = {
    rows: ground.premises.ids ? Uint32Array.from({ length: ground.premises.count }, (_, row) => row) : [],
    rates: smallRates(),
    contents: [],
    ...ground,
  };
  return lastOf(digOver({ ...QUESTION, ...question }, whole, { isQuick: false }));
}

/** A ladder of two long streets and rungs: A along the south, B along the north, C, D, E across from west to east. */
const LADDER = networkOf({
  nodes: [
    [0, 0],
    [100, 0],
    [200, 0],
    [0, 100],
    [100, 100],
    [200, 100],
  ],
  edges: [
    { ends: [0, 1], street: 'A' },
    { ends: [1, 2], street: 'A' },
    { ends: [3, 4], street: 'B', barriers: ['b'] },
    { ends: [4, 5], street: 'B', barriers: ['b'] },
    { ends: [0, 3], street: 'C' },
    { ends: [1, 4], street: 'D' },
    { ends: [2, 5], street: 'E' },
  ],
  barriers: [protection('b', 'B', '2026-06-30')],
  fibre: { R: 0, S: 5 },
});
const at = (east: number, north: number, id = `${east}/${north}`, units?: number) => {
  const [lon, lat] = degreesAt(east, north);
  return { id, lon, lat, ...(units === undefined ? {} : { units }) };
};

describe('digOver', () => {
  it('digs the streets that lead to all premises, and prices them', () => {
    const premises = premisesOf([at(190, 10), at(100, 110)]);
    const result = dig({}, { network: LADDER, premises });
    expect(new Set(result.pieces.map(({ street }) => street))).toEqual(new Set(['A', 'D', null]));
    expect(result.served).toHaveLength(2);
    expect(result.searchedPence).toBe(
      result.pieces.reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + part.pence.mid, 0), 0),
    );
    expect(result.lowerBoundPence).toBe(result.searchedPence);
    expect(result.roots.map(({ id }) => id)).toEqual(['R']);
  });
});
