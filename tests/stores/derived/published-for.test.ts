import { describe, expect, it } from 'vitest';
import { publishedFor } from '../../../src/stores/derived/published-for.ts';
import { comparisonOf, countedOf, publishedOf } from '../../builders/comparison.ts';
import { countedProject, THREE_WARDS } from '../../builders/counted-project.ts';

const { project } = countedProject(THREE_WARDS);
const comparison = comparisonOf({
  published: [publishedOf({ E08999001: 76 })],
  counted: [countedOf(), countedOf({ technology: '5g' })],
});
const covered = { kind: 'covered', layerId: 'gigabit' } as const;

describe('what is published of a figure', () => {
  it('stands beside what a technology covers in the whole authority', () => {
    const beside = publishedFor({ ...covered, place: 'total' }, project, comparison);
    expect(beside).toMatchObject({
      published: { mid: 76 },
      counted: { mid: 80 },
      source: { date: '2023-09' },
    });
    expect(beside?.difference).toBeCloseTo(4, 9);
    expect(beside?.reasons.map(({ kind }) => kind)).toEqual(['rounding']);
  });

  it('does not stand beside the coverage of one operator, though only that one is loaded', () => {
    const layers = project.layers.map((layer) => ({ ...layer, operator: 'Plover' }));
    const one = { ...project, layers };
    expect(publishedFor({ ...covered, place: 'total' }, one, comparison)).toBeUndefined();
  });

  it('stands beside nothing else: a ward, a count of not-spots, several authorities, no table of it', () => {
    expect(publishedFor({ ...covered, place: 'E05999801' }, project, comparison)).toBeUndefined();
    expect(publishedFor({ kind: 'not-spots', place: 'total' }, project, comparison)).toBeUndefined();
    const fiveG = { kind: 'operators', technology: '5g', atLeast: 1, place: 'total' } as const;
    expect(publishedFor(fiveG, project, comparison)).toBeUndefined();
    const [hand] = comparison.atHand;
    const several = { ...comparison, atHand: [hand, { ...hand, code: 'E08999002' }] };
    expect(publishedFor({ ...covered, place: 'total' }, project, several)).toBeUndefined();
    expect(publishedFor({ ...covered, place: 'total' }, project, null)).toBeUndefined();
  });
});
