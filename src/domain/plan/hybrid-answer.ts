import { connectionPence } from '../cost/connection-pence.ts';
import type { DigPlace, DigResult } from '../dig/dig-design.ts';
import type { DigPace } from '../dig/search-dig.ts';
import { mostUnitsPerSector } from '../hubs/design-hubs.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import type { AskedDig, AskedPlan, AskedRadio } from './asked-plan.ts';
import {
  hubsPence,
  isBetter,
  midOf,
  type Standing,
  standingOf,
  trenchPence,
  unitPenceAt,
} from './design-pence.ts';
import { digAnswer } from './dig-answer.ts';
import { partOfRadio } from './part-of-radio.ts';
import type { PlanDesign } from './plan-design.ts';
import type { RadioDesign } from './radio-design.ts';

/** What is made into a hybrid. */
export interface HybridAsked {
  readonly asked: AskedPlan & { readonly dig: AskedDig; readonly radio: AskedRadio };
  /** All hubs that are to be thought of, and whom each serves. */
  readonly radio: PlanDesign;
  readonly dig: PlanDesign;
  readonly pace: DigPace;
}

/**
 * A trench to hubs and to premises, radio to others: one tree in which leaving a premises to radio costs what radio costs
 * there, and who no radio reaches is dug to. Hubs are dropped one by one while that serves as many for less. Never worse
 * than the dig or the hubs alone, which are hybrids too. Throws DigImpossible, RateMissing.
 */
export function* hybridAnswer({ asked, radio, dig, pace }: HybridAsked): Generator<WorkStep, PlanDesign> {
  const { question, ground } = asked;
  const { takeUpPercent } = question;
  const { clientsPerSector } = asked.radio.device;
  const sizes = { takeUpPercent, mostUnits: mostUnitsPerSector(clientsPerSector.value, takeUpPercent) };
  const all = radio.radio;
  const plain = asHybrid(dig, 'Hybrid: no hub pays for itself beside the trench, so it is the dig alone.');
  if (!all || all.hubs.length === 0) return plain;
  const bare = asHybrid(
    radio,
    'Hybrid: no premises is cheaper to dig to than to reach by radio, so it is rooftop radio alone.',
  );
  let best = better(ranked(plain, asked), ranked(bare, asked));
  let chosen: ReadonlySet<string> | null = null;
  const mayPay = payingDrop(asked, { dug: dig.trench, hubs: radio });
  const tried = new Set<string>();
  const first = new Set(all.hubs.map(({ roof }) => roof.id));
  let kept: ReadonlySet<string> = first;
  let known: Ranked | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next: ReadonlySet<string> | null =
      known === null ? first : nextWithout({ all, design: known.design, kept, tried, mayPay });
    if (!next) break;
    tried.add(keyOf(next));
    const [from, to] = [tries, tries + 1].map((one) => (TRIES_SHARE * one) / MOST_TRIES);
    const { design, isWhole } = yield* inShare(
      hybridOver(next, { isQuick: true, hasNoDetours: true }),
      from,
      to,
    );
    const made = ranked(design, asked);
    if (known === null || !isBetter(known.standing, made.standing)) {
      known = made;
      kept = next;
    }
    if (!isWhole || !isBetter(made.standing, best.standing)) continue;
    best = made;
    chosen = next;
  }
  if (chosen === null) return best.design;
  const refined = yield* inShare(hybridOver(chosen, pace), TRIES_SHARE, 1);
  return refined.isWhole ? better(ranked(refined.design, asked), best).design : best.design;

  /** `isWhole`: no hub that the trench leads to is without anybody to serve. */
  function* hybridOver(
    ids: ReadonlySet<string>,
    searched: DigPace,
  ): Generator<WorkStep, { readonly design: PlanDesign; readonly isWhole: boolean }> {
    const hubs = partOfRadio(
      all as RadioDesign,
      { hub: (at) => ids.has((all as RadioDesign).hubs[at].roof.id), place: () => true },
      sizes,
    );
    const byRadio = new Map(
      hubs.served.map((place) => [keyOfPlace(place), unitPenceAt(place, asked.radio.prices)]),
    );
    const prizeOf = (place: DigPlace): number =>
      Math.round(place.units * (byRadio.get(keyOfPlace(place)) ?? Number.POSITIVE_INFINITY));
    const trench = yield* digAnswer(asked.dig, { rows: ground.rows, radio: hubs, prizeOf }, searched);
    const byTrench = new Set(trench.served.filter(({ ids: own }) => own.length > 0).map(keyOfPlace));
    const part = partOfRadio(
      hubs,
      { hub: () => true, place: (place) => !byTrench.has(keyOfPlace(place)) },
      sizes,
    );
    return {
      design: withoutEachOther({ kind: 'hybrid', trench, radio: part.hubs.length > 0 ? part : null }),
      isWhole: part.hubs.length === hubs.hubs.length,
    };
  }
}

/** Trees are looked for at most so often. */
const MOST_TRIES = 8;
const TRIES_SHARE = 0.8;

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

/**
 * The hubs but those that nobody needs; where all are needed, but that which serves least of those that were not tried to be
 * dropped and may pay.
 */
function nextWithout({
  all,
  design,
  kept,
  tried,
  mayPay,
}: {
  readonly all: RadioDesign;
  readonly design: PlanDesign;
  readonly kept: ReadonlySet<string>;
  readonly tried: ReadonlySet<string>;
  readonly mayPay: (design: PlanDesign, dropped: ReadonlySet<string>) => boolean;
}): ReadonlySet<string> | null {
  const hubs = design.radio?.hubs ?? [];
  const needed = new Set(hubs.map(({ roof }) => roof.id));
  if (needed.size > 0 && needed.size < kept.size && !tried.has(keyOf(needed))) return needed;
  const units = new Map(
    hubs.map(({ roof, sectors }) => [roof.id, sectors.reduce((sum, one) => sum + one.units, 0)]),
  );
  const order = all.hubs
    .filter(({ roof }) => kept.has(roof.id))
    .toSorted((one, other) => (units.get(one.roof.id) ?? 0) - (units.get(other.roof.id) ?? 0));
  for (const { roof } of order) {
    const dropped = new Set([roof.id]);
    for (const { roof: linked, backhaul } of all.hubs)
      if (backhaul.kind === 'link' && backhaul.to === roof.id) dropped.add(linked.id);
    const without = new Set([...kept].filter((id) => !dropped.has(id)));
    if (without.size > 0 && !tried.has(keyOf(without)) && mayPay(design, dropped)) return without;
  }
  return null;
}

/**
 * Whether a hybrid without some hubs can be cheaper at all: it saves at most what they cost and the trench to all hubs, and
 * each place that they serve costs at least its lead-in and connections more, less its radios.
 */
function payingDrop(
  { dig, radio }: HybridAsked['asked'],
  { dug, hubs }: { readonly dug: DigResult | null; readonly hubs: PlanDesign },
): (design: PlanDesign, dropped: ReadonlySet<string>) => boolean {
  const leadIns = new Map(
    dug?.pieces.flatMap((piece) =>
      piece.kind === 'lead-in' ? endsOf(piece.line).map((end) => [end, midOf(piece)] as const) : [],
    ),
  );
  const connection = connectionPence(dig.rates, dig.question.takeUpPercent).mid;
  const trench = hubs.trench ? trenchPence(hubs.trench, dig) : 0;
  return (design, dropped) => {
    if (!design.radio) return false;
    const lost = partOfHubs(design.radio, dropped);
    const saved = trench + hubsPence({ hubs: lost.hubs, served: [] }, radio);
    const added = lost.served.reduce((sum, place) => {
      const { lon, lat, units } = place;
      const leadIn = leadIns.get(`${rounded(lon)} ${rounded(lat)}`) ?? Number.POSITIVE_INFINITY;
      return sum + leadIn + units * (connection - unitPenceAt(place, radio.prices));
    }, 0);
    return added < saved;
  };
}

function partOfHubs(
  { hubs, served }: RadioDesign,
  ids: ReadonlySet<string>,
): Pick<RadioDesign, 'hubs' | 'served'> {
  return {
    hubs: hubs.filter(({ roof }) => ids.has(roof.id)),
    served: served.filter(({ hub }) => ids.has(hubs[hub].roof.id)),
  };
}

/** Lines of pieces are to 1e-7 of a degree. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function endsOf(line: readonly number[]): string[] {
  return [`${line[0]} ${line[1]}`, `${line.at(-2)} ${line.at(-1)}`];
}

function keyOf(ids: ReadonlySet<string>): string {
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
