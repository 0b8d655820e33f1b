import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseBackhaul } from '../../../src/domain/hubs/choose-backhaul.ts';
import type { HubProblem } from '../../../src/domain/hubs/hub-problem.ts';
import { hubProblems } from '../../builders/hub-problems.ts';

const many = hubProblems({ places: 2, choices: 18, mostUnits: 1 });

/** With all trenches, where each hub can have one. */
function allTrenches({ choices }: HubProblem): number {
  return choices.reduce((sum, { trenchPence }) => sum + trenchPence, 0);
}

it('joins every hub over one hop, and never for more than a trench each', () => {
  fc.assert(
    fc.property(many, (problem) => {
      const { choices, linkPence, isLinked, linkQuality } = problem;
      const hubs = [...choices.keys()];
      const found = chooseBackhaul(hubs, problem);
      const isHopeless = hubs.some(
        (hub) =>
          !Number.isFinite(choices[hub].trenchPence) &&
          !hubs.some((other) => isLinked(hub, other) && Number.isFinite(choices[other].trenchPence)),
      );
      expect(found === null).toBe(isHopeless);
      if (found === null) return;
      let pence = 0;
      for (const [i, to] of found.linkedTo.entries()) {
        pence += to < 0 ? choices[i].trenchPence : linkPence;
        if (to < 0) continue;
        expect(isLinked(i, to) && found.linkedTo[to] === -1).toBe(true);
        const better = hubs.filter(
          (other) =>
            isLinked(i, other) && found.linkedTo[other] === -1 && linkQuality(i, other) > linkQuality(i, to),
        );
        expect(better).toEqual([]);
      }
      expect(found.pence).toBe(pence);
      expect(found.pence).toBeLessThanOrEqual(allTrenches(problem));
    }),
  );
});
