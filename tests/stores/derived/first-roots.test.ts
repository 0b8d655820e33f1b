import { describe, expect, it } from 'vitest';
import type { NearPoint } from '../../../src/domain/dig/dig-ground.ts';
import { firstRoots, MOST_FIRST_ROOTS } from '../../../src/stores/derived/first-roots.ts';

const pointAt = (id: string, lon: number, lat: number): NearPoint => ({
  point: { id, name: id, kind: 'cabinet', lon, lat, owner: null },
  metres: null,
});

describe('the fibre points that a design begins with', () => {
  it('are all of them where they are few, however far', () => {
    const points = [pointAt('a', 0, 52), pointAt('b', 3, 57)];
    expect(firstRoots(points, [0, 52, 0.1, 52.1])).toEqual(['a', 'b']);
    expect(firstRoots(points, null)).toEqual(['a', 'b']);
  });

  it('are of very many those nearest to any side of the premises, not to their middle', () => {
    const far = Array.from({ length: MOST_FIRST_ROOTS }, (_, i) =>
      pointAt(`far ${i}`, 0.05, 52.12 + i / 1e4),
    );
    const atTheEnd = pointAt('at the end', 0, 52);
    const chosen = firstRoots([...far, atTheEnd], [0, 52, 0.1, 52.1]);
    expect(chosen).toHaveLength(MOST_FIRST_ROOTS);
    expect(chosen[0]).toBe('at the end');
    expect(chosen).not.toContain(`far ${MOST_FIRST_ROOTS - 1}`);
  });
});
