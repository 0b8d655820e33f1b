import { expect, test } from 'vitest';
import { areasAcross } from '../../../src/domain/geo/areas-across.ts';
import { insidePoints } from '../../../src/domain/geo/inside-point.ts';
import { wardIndex } from '../../../src/domain/not-spots/ward-membership.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';

const wards = areasOf([
  { code: 'W1', rings: [rectangle(0, 0, 1, 1)] },
  { code: 'W2', rings: [rectangle(1, 0, 2, 1)] },
]);

test('areas that reach clearly into a second ward are counted; a border that wavers is not; from outside counts too', () => {
  const areas = areasOf([
    { code: 'A', rings: [rectangle(0.2, 0.2, 0.6, 0.6)] },
    { code: 'B', rings: [rectangle(0.6, 0.2, 1.3, 0.6)] },
    { code: 'C', rings: [rectangle(1.002, 0.2, 1.5, 0.6)] },
    { code: 'D', rings: [rectangle(0.995, 0.6, 1.5, 0.9)] },
    { code: 'E', rings: [rectangle(1.5, 0.2, 3, 0.6)] },
  ]);
  const points = insidePoints(areas);
  expect([0, 1, 2, 3, 4].map((area) => areasAcross(areas, [area], points, wardIndex(wards)))).toEqual([
    0, 1, 0, 0, 1,
  ]);
});
