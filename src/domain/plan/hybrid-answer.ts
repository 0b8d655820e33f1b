import type { DigPlace, DigResult } from '../dig/dig-design.ts';
import type { DigPace } from '../dig/search-dig.ts';
import { mostUnitsPerSector } from '../hubs/hubs-among.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import type { AskedPlan } from './asked-plan.ts';
import { isBetter, type Standing, standingOf, unitPenceAt } from './design-pence.ts';
import { digAnswer } from './dig-answer.ts';
import type { FullyAsked } from './laid-out-hubs.ts';
import { partOfRadio } from './part-of-radio.ts';
import type { PlanDesign } from './plan-design.ts';
import type { RadioDesign } from './radio-design.ts';

/** What is made into a hybrid. */
export interface HybridAsked {
  readonly asked: FullyAsked;
  readonly dig: PlanDesign;
  /** Radio alone: its hubs are those that are thought of. */
  readonly radio: PlanDesign;
  /** The same radio with hubs on some of those roofs alone, by id: whom these then serve. */
  readonly among: (roofs: ReadonlySet<string>) => Generator<WorkStep, RadioDesign>;
  readonly pace: DigPace;
}

/**
 * A trench to hubs and to premises, radio to others: one tree in which leaving a premises to radio costs what radio costs
 * there, and who no hub reaches is dug to. Hubs are dropped, and put back, one by one as long as that serves as many for less;
 * those that stay serve whom they can of what others leave. Never worse than the dig or the hubs alone, which are hybrids
 * too. Throws DigImpossible, RateMissing.
 */
export function* hybridAnswer({
  asked,
  radio,
  dig,
  among,
  pace,
}: HybridAsked): Generator<WorkStep, PlanDesign> {
  const { question, ground } = asked;
  const { takeUpPercent } = question;
  const { clientsPerSector } = asked.radio.device;
  const sizes = { takeUpPercent, mostUnits: mostUnitsPerSector(clientsPerSector.value, takeUpPercent) };
  const plain = asHybrid(dig, 'Hybrid: no hub pays for itself beside the trench, so it is the dig alone.');
  const all = radio.radio;
  if (!all || all.hubs.length === 0) return plain;
  const bare = asHybrid(
    radio,
    'Hybrid: no premises is cheaper to dig to than to reach by radio, so it is rooftop radio alone.',
  );
  const known = new Map<string, Ranked>();
  let best = better(ranked(plain, asked), ranked(bare, asked));
  let chosen: RadioDesign | null = null;
  let kept: ReadonlySet<string> = new Set(all.hubs.map(({ roof }) => roof.id));
  let found: Ranked | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next: ReadonlySet<string> | null = found === null ? kept : nextTo(kept, found.design);
    if (!next) break;
    const hubs = yield* among(next);
    const [from, to] = [tries, tries + 1].map((one) => (TRIES_SHARE * one) / MOST_TRIES);
    const made: Ranked =
      known.get(keyOf(idsOf(hubs))) ??
      ranked(yield* inShare(hybridOver(hubs, { isQuick: true, hasNoDetours: true }), from, to), asked);
    known.set(keyOf(next), made).set(keyOf(idsOf(hubs)), made);
    const isFewer = found !== null && next.size < kept.size && !isBetter(found.standing, made.standing);
    if (found !== null && !isFewer && !isBetter(made.standing, found.standing)) continue;
    found = made;
    kept = next;
    const isWhole = (made.design.radio?.hubs ?? []).length === hubs.hubs.length;
    if (!isWhole || !isBetter(made.standing, best.standing)) continue;
    best = made;
    chosen = hubs;
  }
  if (!chosen) return best.design;
  const refined = ranked(yield* inShare(hybridOver(chosen, pace), TRIES_SHARE, 1), asked);
  const isWhole = refined.design.radio?.hubs.length === chosen.hubs.length;
  return isWhole ? better(best, refined).design : best.design;

  /** The hubs with one less, those that serve least first, else with one more, that were not tried; null: all were. */
  function nextTo(roofs: ReadonlySet<string>, { radio: now }: PlanDesign): ReadonlySet<string> | null {
    const units = new Map(
      now?.hubs.map(({ roof, sectors }) => [roof.id, sectors.reduce((sum, one) => sum + one.units, 0)]),
    );
    const less = [...roofs].sort((one, other) => (units.get(one) ?? 0) - (units.get(other) ?? 0));
    const sets = [
      ...less.map((id) => new Set([...roofs].filter((one) => one !== id))),
      ...(all as RadioDesign).hubs.flatMap(({ roof }) =>
        roofs.has(roof.id) ? [] : [new Set([...roofs, roof.id])],
      ),
    ];
    return sets.find((set) => set.size > 0 && !known.has(keyOf(set))) ?? null;
  }

  function* hybridOver(hubs: RadioDesign, searched: DigPace): Generator<WorkStep, PlanDesign> {
    const byRadio = new Map(
      hubs.served.map((place) => [keyOfPlace(place), unitPenceAt(place, asked.radio.prices)]),
    );
    const prizeOf = (place: DigPlace): number =>
      Math.round(place.units * (byRadio.get(keyOfPlace(place)) ?? Number.POSITIVE_INFINITY));
    const trench = yield* digAnswer(asked.dig, { rows: ground.rows, radio: hubs, prizeOf }, searched);
    const byTrench = new Set(trench.served.filter(isPremises).map(keyOfPlace));
    const part = partOfRadio(
      hubs,
      { hub: () => true, place: (place) => !byTrench.has(keyOfPlace(place)) },
      sizes,
    );
    return withoutEachOther({ kind: 'hybrid', trench, radio: part.hubs.length > 0 ? part : null });
  }
}

/** Trees are looked for at most so often. */
const MOST_TRIES = 12;
const TRIES_SHARE = 0.85;

interface Ranked {
  readonly design: PlanDesign;
  readonly standing: Standing;
}

function ranked(design: PlanDesign, asked: AskedPlan): Ranked {
  return { design, standing: standingOf(design, asked) };
}

function better(one: Ranked, other: Ranked): Ranked {
  return isBetter(other.standing, one.standing) ? other : one;
}

function idsOf({ hubs }: RadioDesign): string[] {
  return hubs.map(({ roof }) => roof.id);
}

function keyOf(ids: Iterable<string>): string {
  return [...ids].sort().join('\n');
}

function keyOfPlace({ lon, lat }: DigPlace): string {
  return `${lon} ${lat}`;
}

/** The same design under the name of a hybrid, with a word on why. */
function asHybrid({ trench, radio }: PlanDesign, why: string): PlanDesign {
  const noted = <Part extends { readonly notes: readonly string[] }>(part: Part): Part => ({
    ...part,
    notes: [why, ...part.notes],
  });
  return trench
    ? { kind: 'hybrid', trench: noted(trench), radio }
    : { kind: 'hybrid', trench, radio: radio && noted(radio) };
}

/** Missed by either is only who neither serves. */
function withoutEachOther({ kind, trench, radio }: PlanDesign): PlanDesign {
  const served = new Set(
    [...(trench?.served ?? []), ...(radio?.served ?? [])].filter(isPremises).map(keyOfPlace),
  );
  const left = <Place extends DigPlace>(places: readonly Place[]): Place[] =>
    places.filter((place) => !isPremises(place) || !served.has(keyOfPlace(place)));
  return {
    kind,
    trench: trench && { ...(trench as DigResult), missed: left(trench.missed) },
    radio: radio && { ...radio, missed: left(radio.missed) },
  };
}

/** Places of hubs have no ids. */
function isPremises({ ids }: DigPlace): boolean {
  return ids.length > 0;
}
