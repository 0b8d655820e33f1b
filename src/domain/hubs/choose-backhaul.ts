import type { HubProblem } from './hub-problem.ts';

/** How some hubs are joined to fibre. */
export interface ChosenBackhaul {
  /** By hub: the choice it is linked to; −1: it has a trench. */
  readonly linkedTo: readonly number[];
  /** Whole-life, of trenches and links. */
  readonly pence: number;
}

/**
 * The cheapest way to join hubs to fibre: each by a trench of its own, or by a link to one that has a trench. Up to ten hubs all
 * ways are compared; of more, those whose trench costs most are linked first, as long as nobody who hangs on them is lost. Of
 * equally dear ways that with most trenches, of a hub's links the best. Null: some hub has no way.
 * @param hubs places among the problem's choices
 */
export function chooseBackhaul(hubs: readonly number[], problem: HubProblem): ChosenBackhaul | null {
  const { choices, linkPence } = problem;
  const trench = hubs.map((hub) => choices[hub].trenchPence);
  if (trench.every((pence) => pence <= linkPence))
    return { linkedTo: hubs.map(() => -1), pence: trench.reduce((sum, pence) => sum + pence, 0) };
  const hasTrench =
    hubs.length <= MOST_COMPARED ? bestOfAll(hubs, trench, problem) : dearestFirst(hubs, trench, problem);
  if (hasTrench === null) return null;
  let pence = 0;
  const linkedTo = hubs.map((hub, i) => {
    pence += hasTrench[i] ? trench[i] : linkPence;
    return hasTrench[i]
      ? -1
      : bestLink(
          hub,
          hubs.filter((_, other) => hasTrench[other]),
          problem,
        );
  });
  return { linkedTo, pence };
}

const MOST_COMPARED = 10;

function bestOfAll(
  hubs: readonly number[],
  trench: readonly number[],
  { linkPence, isLinked }: HubProblem,
): boolean[] | null {
  const links = hubs.map((one) =>
    hubs.reduce((mask, other, i) => (one !== other && isLinked(one, other) ? mask | (1 << i) : mask), 0),
  );
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  // From all trenches down, so that of equals the one with most is met first.
  for (let mask = (1 << hubs.length) - 1; mask > 0; mask--) {
    let pence = 0;
    for (let i = 0; i < hubs.length && pence < least; i++) {
      if (mask & (1 << i)) pence += trench[i];
      else pence += links[i] & mask ? linkPence : Number.POSITIVE_INFINITY;
    }
    if (pence < least) [least, best] = [pence, mask];
  }
  return best === 0 ? null : hubs.map((_, i) => (best & (1 << i)) !== 0);
}

function dearestFirst(
  hubs: readonly number[],
  trench: readonly number[],
  { linkPence, isLinked }: HubProblem,
): boolean[] | null {
  const hasTrench = trench.map(Number.isFinite);
  const reaches = (one: number, besides = -1): boolean =>
    hubs.some(
      (other, i) => i !== besides && hasTrench[i] && hubs[one] !== other && isLinked(hubs[one], other),
    );
  if (hubs.some((_, i) => !hasTrench[i] && !reaches(i))) return null;
  const order = [...hubs.keys()].sort((one, other) => trench[other] - trench[one] || one - other);
  for (const i of order) {
    if (!hasTrench[i] || trench[i] <= linkPence || !reaches(i)) continue;
    const isNeeded = hubs.some((_, one) => !hasTrench[one] && !reaches(one, i));
    if (!isNeeded) hasTrench[i] = false;
  }
  return hasTrench;
}

function bestLink(hub: number, others: readonly number[], { isLinked, linkQuality }: HubProblem): number {
  let best = -1;
  for (const other of others)
    if (isLinked(hub, other) && (best < 0 || linkQuality(hub, other) > linkQuality(hub, best))) best = other;
  return best;
}
