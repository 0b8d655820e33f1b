import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHubs } from '../../../src/domain/hubs/choose-hubs.ts';
import type { HubAnswer, HubProblem } from '../../../src/domain/hubs/hub-problem.ts';
import { HubTrial } from '../../../src/domain/hubs/try-hubs.ts';
import { isWithin } from '../../../src/domain/hubs/turn-sectors.ts';
import { bestByTrying, hubProblems } from '../../builders/hub-problems.ts';
import { lastOf } from '../../builders/last-of.ts';

const small = hubProblems({ places: 7, choices: 5, mostUnits: 2 });
const large = hubProblems({ places: 60, choices: 24, mostUnits: 4 });

describe('chooseHubs', () => {
  it('is the best there is in nearly all small cases, where everything can be tried', () => {
    const cases = fc.sample(small, { numRuns: 1000, seed: 8 });
    const tried = cases.map((problem) => ({
      found: lastOf(chooseHubs(problem)),
      best: bestByTrying(problem),
    }));
    for (const { found, best } of tried) {
      expect(found.units).toBeLessThanOrEqual(best.units);
      if (found.units === best.units) expect(found.pence).toBeGreaterThanOrEqual(best.pence);
    }
    const fewer = tried.filter(({ found, best }) => found.units < best.units);
    const dearer = tried.filter(({ found, best }) => found.units === best.units && found.pence > best.pence);
    // As the README says.
    expect(fewer.every(({ found, best }) => found.units === best.units - 1)).toBe(true);
    expect(fewer.length).toBeLessThanOrEqual(7);
    expect(dearer.length).toBeLessThanOrEqual(12);
    const equal = tried.filter(({ found, best }) => found.units === best.units && best.pence > 0);
    const ratio = equal.reduce((sum, { found, best }) => sum + found.pence / best.pence, 0) / equal.length;
    expect(ratio).toBeLessThan(1.004);
  });

  it('is no worse than a choice given in, and the same on a second run', () => {
    fc.assert(
      fc.property(large, fc.array(fc.nat({ max: 23 }), { maxLength: 8 }), (problem, some) => {
        const before = some.filter((hub) => hub < problem.choices.length);
        const given = new HubTrial(problem).of(before);
        const found = lastOf(chooseHubs(problem, before));
        expect(lastOf(chooseHubs(problem, before))).toEqual(found);
        if (given === null) return;
        expect(found.units).toBeGreaterThanOrEqual(given.assigned.units);
        if (found.units === given.assigned.units) expect(found.pence).toBeLessThanOrEqual(given.pence);
      }),
      { numRuns: 40 },
    );
  });

  it('counts a cable in a hub’s own building as what it costs, not as a radio', () => {
    const hub = (azimuth: number, pence: number) => ({
      place: Int32Array.of(0),
      azimuthDegrees: Float64Array.of(azimuth),
      pence,
      trenchPence: 0,
    });
    const problem: HubProblem = {
      units: Int32Array.of(10),
      choices: [hub(90, 100), hub(Number.NaN, 120)],
      rule: { sectors: 1, beamDegrees: 90, mostUnits: 20 },
      linkPence: 0,
      cabledMorePence: 0,
      isLinked: () => false,
      linkQuality: () => 0,
    };
    expect(lastOf(chooseHubs(problem))).toMatchObject({ hubs: [0], pence: 100 });
    expect(lastOf(chooseHubs({ ...problem, cabledMorePence: -3 }))).toMatchObject({ hubs: [1], pence: 90 });
    expect(lastOf(chooseHubs({ ...problem, cabledMorePence: 3 }))).toMatchObject({ hubs: [0], pence: 100 });
  });

  it('keeps every rule: reach, beam, clients, backhaul over one hop, each served once', () => {
    fc.assert(
      fc.property(large, (problem) => expectRules(problem, lastOf(chooseHubs(problem)))),
      { numRuns: 100 },
    );
  });
});

function expectRules({ choices, rule, units, isLinked, linkPence }: HubProblem, answer: HubAnswer): void {
  const { hubs, linkedTo, sectors, sectorUnits, hubOf, sectorOf } = answer;
  expect(hubs).toEqual([...new Set(hubs)].sort((one, other) => one - other));
  let pence = 0;
  for (const [i, hub] of hubs.entries()) {
    expect(sectors[i].length).toBeLessThanOrEqual(rule.sectors);
    const to = linkedTo[i];
    pence += choices[hub].pence + (to < 0 ? choices[hub].trenchPence : linkPence);
    if (to >= 0) expect(isLinked(hub, to) && linkedTo[hubs.indexOf(to)] === -1).toBe(true);
  }
  expect(pence).toBe(answer.pence);
  let sum = 0;
  const seated = sectors.map(() => 0);
  for (let place = 0; place < units.length; place++) {
    if (hubOf[place] < 0) continue;
    sum += units[place];
    const { place: reached, azimuthDegrees } = choices[hubs[hubOf[place]]];
    const azimuth = azimuthDegrees[reached.indexOf(place)];
    if (Number.isNaN(azimuth)) continue;
    expect(isWithin(azimuth, sectors[hubOf[place]][sectorOf[place]], rule.beamDegrees)).toBe(true);
    seated[hubOf[place]] += units[place];
  }
  expect(sum).toBe(answer.units);
  for (const [i, some] of sectorUnits.entries()) {
    expect(some.reduce((total, one) => total + one, 0)).toBe(seated[i]);
    for (const one of some) expect(one).toBeLessThanOrEqual(rule.mostUnits);
  }
}
