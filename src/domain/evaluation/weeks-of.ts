import { LEVELS } from '../cost/check-rate-card.ts';
import type { Spread } from '../cost/rate-card.ts';
import type { PlanItem } from '../plan/plan-card.ts';
import type { Built } from './built-together.ts';
import { unitsBehindHubs } from './failure-points.ts';
import { type StreetWaits, streetWaits } from './street-waits.ts';
import { diggingDays, trenchTimes } from './trench-times.ts';
import { weekSteps } from './week-steps.ts';
import type { WeeksGiven } from './weeks-given.ts';

/** Weeks from the decision, and the longest way through the work in words. */
export interface WeeksOf {
  /** null: not known, for `why`. */
  readonly first: Spread | null;
  readonly last: Spread | null;
  readonly why: string | null;
  /** Each a sentence: how the weeks come about, at the mid figures. */
  readonly steps: readonly string[];
  /** Items of the plan card that went into it. */
  readonly items: readonly PlanItem[];
  /** Streets whose trench is shared with others, and whose works are waited for. */
  readonly sharedStreets: number;
}

/**
 * The longest way through the work. Design; then, side by side, each roof until works at it may begin, and the streets: permits,
 * then digging by all gangs towards one after the other, the nearest first. A stretch that needs a consent or crosses something waits for
 * that, one that is shared until the others begin; who lies behind it comes after those who do not. A hub is built when
 * its roof and its trench are ready (of a link: those of the hub it is linked to), by so many gangs at once. Who takes the service is
 * connected once the trench or hub is ready: the last, by the time from which so many are still to be connected. The first service
 * is the nearest to fibre, or the first hub. Low is everything quick at once.
 */
export function weeksOf(built: Built, given: WeeksGiven): WeeksOf {
  const { hubs, fibre, radio, pieces } = built;
  if (fibre.length + radio.length === 0)
    return {
      first: null,
      last: null,
      why: 'Nobody is served, so no service begins.',
      steps: [],
      items: [],
      sharedStreets: 0,
    };
  const { items } = given.card;
  const waits = streetWaits(built, given);
  const days = diggingDays(built, given.rates);
  const terms = hubs.map(({ roof }) => given.termsOf(roof));
  const behind = unitsBehindHubs(built);
  const units = unitsByHub(built);
  const all = [...units, ...fibre.map((place) => place.units)].reduce((sum, own) => sum + own, 0);
  const later = hubs.flatMap(({ roof }, hub) => (terms[hub].weeks === null ? [roof.name] : []));
  const isDug = pieces.some(({ method }) => method !== null);
  const first: number[] = [];
  const last: number[] = [];
  let deciding: Deciding = { week: 0, units: 0 };
  for (const level of LEVELS) {
    const slow = level === 'low' ? 'high' : level === 'high' ? 'low' : 'mid';
    const gangs = Math.max(1, items.gangsAtOnce.value[slow]);
    const design = items.weeksToDesign.value[level];
    const build = items.weeksToBuildHub.value[level];
    const trench = trenchTimes(built, given.tree, {
      from: design + (isDug ? items.weeksForStreetWorksPermit.value[level] : 0),
      notBefore: pieces.map((piece) => waits.notBefore(piece, level, design)),
      weeks: days.map((one) => one[level] / (gangs * items.workingDaysAWeek.value[slow])),
    });
    const siteOf = (hub: number): number => design + (terms[hub].weeks?.[level] ?? Number.POSITIVE_INFINITY);
    const linkedTo = hubs.map(({ backhaul }) =>
      backhaul.kind === 'link' ? hubs.findIndex(({ roof }) => roof.id === backhaul.to) : -1,
    );
    const readyAt = (hub: number, dugTo: readonly (number | null)[]): number =>
      hubs[hub].backhaul.kind === 'trench'
        ? Math.max(siteOf(hub), dugTo[hub] ?? 0)
        : Math.max(
            siteOf(hub),
            linkedTo[hub] < 0 ? 0 : Math.max(siteOf(linkedTo[hub]), dugTo[linkedTo[hub]] ?? 0),
          );
    const begins = [
      ...trench.soonestToFibre,
      ...hubs.flatMap((_, hub) => (behind[hub] > 0 ? [readyAt(hub, trench.soonestToHub) + build] : [])),
    ].reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
    const done = builtBy(
      hubs.map((_, hub) => readyAt(hub, trench.dugToHub)),
      { build, gangs: Math.floor(gangs) },
    );
    const readies = [
      ...fibre.map((place, at) => ({ week: trench.dugToFibre[at], units: place.units })),
      ...hubs.map((_, hub) => ({
        week: linkedTo[hub] < 0 ? done[hub] : Math.max(done[hub], done[linkedTo[hub]]),
        units: units[hub],
      })),
    ];
    const perUnit = given.connected / all / items.connectionsAWeek.value[slow];
    const connected = connectedBy(readies, perUnit);
    if (level === 'mid') deciding = connected.deciding;
    first.push(begins);
    last.push([trench.end, connected.week, ...done].reduce((one, other) => Math.max(one, other), 0));
  }
  return {
    first: spreadOf(first),
    last: spreadOf(last),
    why:
      later.length > 0
        ? `How long it takes until works may begin is not known at ${later.join(', ')}.`
        : null,
    steps: weekSteps(built, given, {
      waits,
      terms,
      days: days.reduce((sum, { mid }) => sum + mid, 0),
      last: Math.round((deciding.units * given.connected) / all),
      from: deciding.week,
    }),
    items: itemsUsed(built, waits),
    sharedStreets: waits.shared.length,
  };
}

/** Units that each hub serves by itself. */
function unitsByHub({ hubs, radio }: Built): number[] {
  const units = hubs.map(() => 0);
  for (const { hub, place } of radio) if (hub >= 0) units[hub] += place.units;
  return units;
}

/** Week at which each hub is built: those ready first are begun first, by so many gangs. */
function builtBy(
  ready: readonly number[],
  { build, gangs }: { readonly build: number; readonly gangs: number },
): number[] {
  const free = Array.from({ length: Math.max(1, Math.min(gangs, ready.length)) }, () => 0);
  const done = ready.map(() => 0);
  for (const hub of inOrder(ready)) {
    let gang = 0;
    for (const [at, week] of free.entries()) if (week < free[gang]) gang = at;
    done[hub] = Math.max(ready[hub], free[gang]) + build;
    free[gang] = done[hub];
  }
  return done;
}

/** From which week on how many units are still to be connected, where that decides. */
interface Deciding {
  readonly week: number;
  readonly units: number;
}

/** When the last is connected: of all weeks at which some are ready, the latest of that week and the time for those ready then or after. */
function connectedBy(
  readies: readonly Deciding[],
  weeksPerUnit: number,
): { readonly week: number; readonly deciding: Deciding } {
  let [units, week] = [0, 0];
  let deciding: Deciding = { week: 0, units: 0 };
  for (const at of inOrder(readies.map((one) => one.week)).reverse()) {
    if (readies[at].units === 0) continue;
    units += readies[at].units;
    const then = readies[at].week + units * weeksPerUnit;
    if (then < week) continue;
    week = then;
    deciding = { week: readies[at].week, units };
  }
  return { week, deciding };
}

/** Places of numbers, least first; Infinity may be among them. */
function inOrder(numbers: readonly number[]): number[] {
  return numbers
    .map((_, at) => at)
    .sort((one, other) =>
      numbers[one] < numbers[other] ? -1 : numbers[one] > numbers[other] ? 1 : one - other,
    );
}

function spreadOf([low, mid, high]: readonly number[]): Spread | null {
  return [low, mid, high].every(Number.isFinite) ? { low, mid, high } : null;
}

function itemsUsed({ hubs, pieces }: Built, { items }: StreetWaits): PlanItem[] {
  const isDug = pieces.some(({ method }) => method !== null);
  const used: readonly PlanItem[] = [
    'weeksToDesign',
    ...(isDug ? (['weeksForStreetWorksPermit'] as const) : []),
    ...items,
    ...(hubs.length > 0
      ? ([
          'weeksForWillingRoof',
          'weeksForSilentRoof',
          'weeksForUnaskedRoof',
          'weeksForPlanning',
          'weeksForPowerSupply',
          'weeksToBuildHub',
        ] as const)
      : []),
    'gangsAtOnce',
    ...(isDug ? (['workingDaysAWeek'] as const) : []),
    'connectionsAWeek',
  ];
  return [...new Set(used)];
}
