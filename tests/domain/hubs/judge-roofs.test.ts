import { expect, it } from 'vitest';
import { digPlaces } from '../../../src/domain/dig/dig-places.ts';
import { judgeRoofs } from '../../../src/domain/hubs/judge-roofs.ts';
import { ANSWERS } from '../../../src/domain/hubs/judged-roofs.ts';
import { REACH_QUALITIES } from '../../../src/domain/radio/reach-answer.ts';
import { reachOfRoof } from '../../../src/domain/radio/reach-of-roof.ts';
import { Roofs } from '../../../src/domain/terrain/roofs.ts';
import { seededTown } from '../../bench/seeded-town.ts';
import { premisesAt, squareFootprints } from '../../builders/footprints.ts';
import { hubInput, roofOn } from '../../builders/hub-ground.ts';
import { lastOf } from '../../builders/last-of.ts';

const town = seededTown({ side: 400, cellMetres: 2, seed: 3 });
const corners = Array.from({ length: 100 }, (_, i) => [80 * (i % 10), 80 * Math.floor(i / 10)] as const);
const roofs = new Roofs(squareFootprints(town, corners, 14), town);
// One stands beside its house, and two share one.
const premises = premisesAt(town, [
  ...corners.map(([x, y], i) => [x + 5, y + 5, 1 + (i % 3)] as const),
  [47, 33, 1],
  [6, 6, 2],
]);
const places = digPlaces(
  premises,
  Array.from({ length: premises.count }, (_, row) => row),
);
const candidates = [
  roofOn(town, 'middle', [400.5, 400.5], { antennaMetres: 40 }),
  roofOn(town, 'house', [85, 85], { antennaMetres: 4 }),
  roofOn(town, 'low', [300.5, 520.5], { antennaMetres: 2 }),
];

it('answers as the reach of the same roof does, place by place', () => {
  const asked = hubInput(town, {
    places,
    candidates,
    roofs,
    question: { radiusMetres: 2000, leastMegabitsPerSecond: 1 },
  });
  const judged = lastOf(judgeRoofs(asked));
  let reached = 0;
  for (const [i, roof] of candidates.entries()) {
    const question = { site: roof, radiusMetres: 2000, mostMastMetres: 0 };
    const { rows } = lastOf(reachOfRoof(question, { ...asked, premises, analysis: null }));
    const { reach, answers } = judged.roofs[i];
    for (const [at, row] of rows.row.entries()) {
      // Each row is a place of its own here.
      const quality = REACH_QUALITIES[rows.quality[at]];
      const isServed = quality === 'clear' || quality === 'marginal';
      const entry = reach.place.indexOf(row);
      const isOwn = quality === 'no link';
      expect(entry >= 0).toBe(isServed || isOwn);
      if (entry < 0) {
        expect(ANSWERS[answers[row]]).toBe(quality === 'obstructed' ? 'blocked' : quality);
        continue;
      }
      reached++;
      if (isOwn) expect(reach.metres[entry]).toBe(0);
      else {
        expect(Math.fround(reach.megabitsPerSecond[entry])).toBe(rows.megabitsPerSecond[at]);
        expect(Math.fround(reach.marginDecibels[entry])).toBe(rows.marginDecibels[at]);
        expect(Math.fround(reach.metres[entry])).toBe(rows.distanceMetres[at]);
      }
    }
  }
  expect(reached).toBeGreaterThan(40);
});

it('is made once for the same candidates over the same ground, and anew for another rate', () => {
  const asked = hubInput(town, { places, candidates, roofs, question: { radiusMetres: 2000 } });
  const first = lastOf(judgeRoofs(asked));
  expect(lastOf(judgeRoofs({ ...asked }))).toBe(first);
  const faster = { ...asked, question: { ...asked.question, leastMegabitsPerSecond: 1500 } };
  const again = lastOf(judgeRoofs(faster));
  expect(again).not.toBe(first);
  const slow = ANSWERS.indexOf('slower than asked');
  const count = (some: typeof first): number =>
    some.roofs.reduce((sum, { answers }) => sum + answers.filter((answer) => answer === slow).length, 0);
  expect(count(again)).toBeGreaterThan(count(first));
});
