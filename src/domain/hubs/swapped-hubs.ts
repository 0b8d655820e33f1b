import type { WorkStep } from '../project/work-step.ts';
import type { HubProblem } from './hub-problem.ts';
import { type HubTrial, isBetter, type TriedHubs } from './try-hubs.ts';

/**
 * The choice with hubs dropped, and with one other added and those dropped that are needed no more, or that only joins others to
 * fibre for less: each step is better than the one before, until none is or the work allowed is done.
 */
export function* swappedHubs(
  problem: HubProblem,
  trial: HubTrial,
  start: TriedHubs,
): Generator<WorkStep, TriedHubs> {
  const mostWork = trial.work + WORK;
  let current = yield* pruned(problem, trial, start);
  const { choices } = problem;
  for (let tried = 0, choice = 0; tried < choices.length && trial.work < mostWork; tried++) {
    choice = (choice + 1) % choices.length;
    if (current.hubs.includes(choice)) continue;
    yield { what: 'Comparing hubs', fraction: Math.min(1, tried / choices.length) };
    const next = yield* withOneMore(problem, trial, { current, choice });
    if (next === null || !isBetter(next, current)) continue;
    current = next;
    tried = -1;
  }
  return current;
}

/** Places looked at in one search. */
const WORK = 4_000_000;

function* withOneMore(
  problem: HubProblem,
  trial: HubTrial,
  { current, choice }: { readonly current: TriedHubs; readonly choice: number },
): Generator<WorkStep, TriedHubs | null> {
  const hubs = [...current.hubs, choice];
  const isCheaper = trial.penceOf([...hubs].sort((one, other) => one - other)) < current.pence;
  const cover = coverOf(problem, hubs);
  const isOneNeedless = current.hubs.some((hub) => isNeedless(problem, hub, { cover, ...current }));
  if (!isCheaper && !isOneNeedless) return null;
  const more = trial.of(hubs);
  return more && (yield* pruned(problem, trial, more));
}

/** The choice without hubs that are not needed: the dearest first. */
function* pruned(problem: HubProblem, trial: HubTrial, start: TriedHubs): Generator<WorkStep, TriedHubs> {
  let current = start;
  const cover = coverOf(problem, start.hubs);
  const pence = (hub: number): number =>
    problem.choices[hub].pence + Math.min(problem.choices[hub].trenchPence, problem.linkPence);
  for (const hub of start.hubs.toSorted((one, other) => pence(other) - pence(one) || one - other)) {
    if (!isNeedless(problem, hub, { cover, ...current })) continue;
    yield { what: 'Comparing hubs', fraction: 0 };
    const next = trial.of(current.hubs.filter((one) => one !== hub));
    if (next === null || !isBetter(next, current)) continue;
    current = next;
    for (const place of problem.choices[hub].place) cover[place]--;
  }
  return current;
}

/** By place, how many of some hubs reach it. */
function coverOf({ choices, units }: HubProblem, hubs: readonly number[]): Int32Array {
  const cover = new Int32Array(units.length);
  for (const hub of hubs) for (const place of choices[hub].place) cover[place]++;
  return cover;
}

/** Whether everybody that a hub serves is reached by another too. */
function isNeedless(
  { choices }: HubProblem,
  hub: number,
  { cover, hubs, assigned }: Pick<TriedHubs, 'hubs' | 'assigned'> & { readonly cover: Int32Array },
): boolean {
  const at = hubs.indexOf(hub);
  return choices[hub].place.every((place) => assigned.hubOf[place] !== at || cover[place] > 1);
}
