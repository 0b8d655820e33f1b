import type { WorkStep } from '../project/work-step.ts';
import type { HubProblem } from './hub-problem.ts';
import { type HubTrial, isBetter, type TriedHubs } from './try-hubs.ts';

/**
 * The choice with hubs dropped; with one in another's stead, or in that of several; and with one more that joins others to fibre
 * for less: each step is better than the one before, until none is or the work allowed is done.
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
    const next = yield* withAnother(problem, trial, { current, choice });
    if (next === null) continue;
    current = next;
    tried = -1;
  }
  return current;
}

/** Places looked at in one search. */
const WORK = 4_000_000;

interface Swap {
  readonly current: TriedHubs;
  readonly choice: number;
}

/** Something better with one more hub and perhaps fewer others; null: nothing was found. */
function* withAnother(
  problem: HubProblem,
  trial: HubTrial,
  { current, choice }: Swap,
): Generator<WorkStep, TriedHubs | null> {
  const more = [...current.hubs, choice];
  const needless = dearestFirst(problem, needlessOf(problem, current, more));
  for (const dropped of [...pairsOf(needless), ...needless.map((hub) => [hub]), []]) {
    const hubs = more.filter((hub) => !dropped.includes(hub));
    if (!couldBeBetter(trial, hubs, current)) continue;
    if (dropped.length > 1 && !isEverybodyReached(problem, current, hubs)) continue;
    yield { what: 'Comparing hubs', fraction: 0 };
    const next = trial.of(hubs);
    if (next && isBetter(next, current)) return yield* pruned(problem, trial, next);
  }
  return null;
}

function pairsOf(hubs: readonly number[]): number[][] {
  return hubs.flatMap((one, i) => hubs.slice(i + 1).map((other) => [one, other]));
}

/** Whether some hub of those given reaches each client of a choice. */
function isEverybodyReached(
  { choices, units }: HubProblem,
  { assigned }: TriedHubs,
  hubs: readonly number[],
): boolean {
  const isReached = new Uint8Array(units.length);
  for (const hub of hubs) for (const place of choices[hub].place) isReached[place] = 1;
  return assigned.hubOf.every((hub, place) => hub < 0 || isReached[place] === 1);
}

/** Whether hubs come to less and may serve as many, or somebody is left whom they might. */
function couldBeBetter(trial: HubTrial, hubs: readonly number[], current: TriedHubs): boolean {
  if (trial.atMost(hubs) < current.assigned.units) return false;
  return current.assigned.units < trial.mostUnits || trial.penceOf(hubs) < current.pence;
}

/** The choice without hubs that are not needed: the dearest first. */
function* pruned(problem: HubProblem, trial: HubTrial, start: TriedHubs): Generator<WorkStep, TriedHubs> {
  let current = start;
  for (const hub of dearestFirst(problem, start.hubs)) {
    const fewer = current.hubs.filter((one) => one !== hub);
    if (trial.atMost(fewer) < current.assigned.units) continue;
    if (!needlessOf(problem, current, current.hubs).includes(hub)) continue;
    yield { what: 'Comparing hubs', fraction: 0 };
    const next = trial.of(fewer);
    if (next && isBetter(next, current)) current = next;
  }
  return current;
}

function dearestFirst({ choices, linkPence }: HubProblem, hubs: readonly number[]): number[] {
  const pence = (hub: number): number => choices[hub].pence + Math.min(choices[hub].trenchPence, linkPence);
  return hubs.toSorted((one, other) => pence(other) - pence(one) || one - other);
}

/** The hubs of a choice of whose clients each is reached by another of some hubs, too. */
function needlessOf(
  { choices, units }: HubProblem,
  { hubs, assigned }: TriedHubs,
  among: readonly number[],
): number[] {
  const cover = new Int32Array(units.length);
  for (const hub of among) for (const place of choices[hub].place) cover[place]++;
  return hubs.filter((hub, at) =>
    choices[hub].place.every((place) => assigned.hubOf[place] !== at || cover[place] > 1),
  );
}
