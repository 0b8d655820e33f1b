import { describe, expect, it } from 'vitest';
import { lengthMetres } from '../../../geodata/ground/cut-line.ts';
import type { Position } from '../../../geodata/ground/position.ts';
import {
  cutAtMeetings,
  type Meeting,
  meetingsOf,
  type Obstacle,
  ObstacleGrid,
} from '../../../geodata/streets/obstacle-crossings.ts';

const obstacle = (kind: Obstacle['kind'], x: number): Obstacle => ({
  kind,
  name: kind,
  line: [
    [x, -500],
    [x, 500],
  ],
  halfMetres: 10,
});
const STREET: Position[] = [
  [0, 0],
  [400, 0],
];

function cut(obstacles: Obstacle[], way: Meeting['way'] = 'over') {
  const grid = new ObstacleGrid(obstacles);
  return cutAtMeetings(
    STREET,
    meetingsOf(STREET, grid, () => way),
    obstacles,
  );
}

describe('cutAtMeetings', () => {
  it('makes a bridge over water, from bank to bank', () => {
    const pieces = cut([obstacle('river', 200)]);
    expect(pieces.map(({ line, over }) => [lengthMetres(line), over])).toEqual([
      [190, []],
      [20, ['river']],
      [190, []],
    ]);
  });

  it('makes one bridge over two carriageways, and a longer one where it crosses aslant', () => {
    const pieces = cut([obstacle('motorway', 200), obstacle('motorway', 218)]);
    expect(pieces.map(({ line, over }) => [lengthMetres(line), over])).toEqual([
      [190, []],
      [38, ['motorway']],
      [172, []],
    ]);
    const aslant: Obstacle = {
      ...obstacle('railway', 0),
      line: [
        [100, -100],
        [300, 100],
      ],
    };
    const [, bridge] = cut([aslant]);
    expect(lengthMetres(bridge.line)).toBeCloseTo(20 * Math.SQRT2, 1);
  });

  it('cuts at the rails of a level crossing, and marks the street on either side', () => {
    const pieces = cut([obstacle('railway', 200)], 'level');
    expect(pieces.map(({ line, over, meetsLevel }) => [lengthMetres(line), over, meetsLevel])).toEqual([
      [188, [], false],
      [12, [], true],
      [12, [], true],
      [188, [], false],
    ]);
  });

  it('leaves a street whole that passes under', () => {
    expect(cut([obstacle('railway', 200)], 'under')).toEqual([{ line: STREET, over: [], meetsLevel: false }]);
  });
});
