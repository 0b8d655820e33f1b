import { LEVELS } from '../cost/check-rate-card.ts';
import type { RateCard, Spread } from '../cost/rate-card.ts';
import { worksOfPiece } from '../cost/works-of-piece.ts';
import type { PlanCard, PlanItem } from '../plan/plan-card.ts';
import type { RoofTerms } from '../plan/roof-terms.ts';
import { formulaNumber } from '../project/formula-number.ts';
import type { Built } from './built-together.ts';
import { unitsBehindHubs } from './failure-points.ts';
import type { TrenchTree } from './trench-tree.ts';

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
}

/** What weeks are reckoned with. */
export interface WeeksGiven {
  readonly tree: TrenchTree;
  readonly rates: RateCard;
  readonly card: Pick<PlanCard, 'items'>;
  readonly termsOf: (roof: Built['hubs'][number]['roof']) => RoofTerms;
  /** Units that take the service. */
  readonly connected: number;
}

/**
 * The longest way through the work. Design; then, side by side, each roof until works at it may begin, and the streets:
 * permits, crossings and waits side by side, then digging by all gangs. A hub is built when its roof and its trench are
 * ready (of a link: those of the hub it is linked to), the gangs sharing the hubs. Connections begin with the first service.
 * The first service is the nearest to fibre by days of digging, or the first hub. Low is everything quick at once.
 */
export function weeksOf(built: Built, given: WeeksGiven): WeeksOf {
  const { hubs, fibre, radio, pieces } = built;
  if (fibre.length + radio.length === 0)
    return { first: null, last: null, why: 'Nobody is served, so no service begins.', steps: [], items: [] };
  const { items } = given.card;
  const waits = streetWaits(built, items);
  const days = daysTo(built, given);
  const terms = hubs.map(({ roof }) => given.termsOf(roof));
  const behind = unitsBehindHubs(built);
  const later = hubs.flatMap(({ roof }, hub) => (terms[hub].weeks === null ? [roof.name] : []));
  const first: number[] = [];
  const last: number[] = [];
  for (const level of LEVELS) {
    const slow = level === 'low' ? 'high' : level === 'high' ? 'low' : 'mid';
    const gangs = Math.max(1, items.gangsAtOnce.value[slow]);
    const weeks = (one: Spread): number => one[level] / (gangs * items.workingDaysAWeek.value[slow]);
    const design = items.weeksToDesign.value[level];
    const build = items.weeksToBuildHub.value[level];
    const wait = pieces.some(({ method }) => method !== null) ? waits.weeks[level] : 0;
    const dug = wait + weeks(days.all);
    const siteOf = (hub: number): number => terms[hub].weeks?.[level] ?? Number.POSITIVE_INFINITY;
    const readyAt = (hub: number, trench: (hub: number) => number): number => {
      const { backhaul } = hubs[hub];
      if (backhaul.kind === 'trench') return Math.max(siteOf(hub), trench(hub));
      const other = hubs.findIndex(({ roof }) => roof.id === backhaul.to);
      return Math.max(siteOf(hub), other < 0 ? 0 : Math.max(siteOf(other), trench(other)));
    };
    const dugTo = (hub: number): number => {
      const own = days.toHub[hub];
      return own ? wait + weeks(own) : 0;
    };
    const ways = [
      ...fibre.map((_, at) => wait + weeks(days.toFibre[at])),
      ...hubs.flatMap((_, hub) => (behind[hub] > 0 ? [readyAt(hub, dugTo) + build] : [])),
    ];
    const begins = design + ways.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
    const ready = hubs.map((_, hub) => readyAt(hub, (at) => (days.toHub[at] ? dug : 0)));
    const hubsEnd =
      hubs.length === 0
        ? 0
        : ready.reduce((one, other) => Math.max(one, other), 0) + build * Math.ceil(hubs.length / gangs);
    const connecting = given.connected / items.connectionsAWeek.value[slow];
    first.push(begins);
    last.push(Math.max(design + Math.max(dug, hubsEnd), begins + connecting));
  }
  return {
    first: spreadOf(first),
    last: spreadOf(last),
    why:
      later.length > 0
        ? `How long it takes until works may begin is not known at ${later.join(', ')}.`
        : null,
    steps: stepsOf(built, given, { waits, days, terms }),
    items: itemsUsed(built, waits),
  };
}

function spreadOf([low, mid, high]: readonly number[]): Spread | null {
  return [low, mid, high].every(Number.isFinite) ? { low, mid, high } : null;
}

interface StreetWaits {
  readonly weeks: Spread;
  /** What is waited for, the longest first. */
  readonly what: readonly { readonly name: string; readonly weeks: Spread }[];
  readonly hasCrossing: boolean;
}

function streetWaits({ pieces, barriers }: Built, items: PlanCard['items']): StreetWaits {
  const hasCrossing = pieces.some(
    ({ crossing, kind }) =>
      crossing !== 'none' && crossing !== 'street' && kind !== 'duct' && kind !== 'pole route',
  );
  const met = new Set(pieces.flatMap(({ barriers: ids }) => ids));
  const what = [
    { name: 'permits', weeks: items.weeksForStreetWorksPermit.value },
    ...(hasCrossing
      ? [{ name: 'agreement for a crossing', weeks: items.weeksForCrossing.value as Spread }]
      : []),
    ...barriers.flatMap(({ id, kind, place, effect: { weeks, forbids } }) =>
      met.has(id) && weeks && !forbids ? [{ name: `${kind} at ${place}`, weeks: weeks as Spread }] : [],
    ),
  ].sort((one, other) => other.weeks.mid - one.weeks.mid);
  const most = (level: keyof Spread): number => Math.max(...what.map(({ weeks }) => weeks[level]));
  return { weeks: { low: most('low'), mid: most('mid'), high: most('high') }, what, hasCrossing };
}

interface DaysTo {
  readonly all: Spread;
  readonly toFibre: readonly Spread[];
  /** null: no trench leads to it. */
  readonly toHub: readonly (Spread | null)[];
}

/** Days of digging by one gang, in all and on the way to each place and hub. */
function daysTo({ pieces, fibre, hubs }: Built, { tree, rates }: WeeksGiven): DaysTo {
  const own = pieces.map((piece) => worksOfPiece(piece, rates)?.days ?? NONE);
  const until: Spread[] = [];
  for (const { before, piece } of tree.nodes) {
    const on = before < 0 ? NONE : until[before];
    const more = piece < 0 ? NONE : own[piece];
    until.push({ low: on.low + more.low, mid: on.mid + more.mid, high: on.high + more.high });
  }
  const at = (node: number): Spread => (node < 0 ? NONE : until[node]);
  const sum = (level: keyof Spread): number => own.reduce((total, days) => total + days[level], 0);
  return {
    all: { low: sum('low'), mid: sum('mid'), high: sum('high') },
    toFibre: fibre.map((place) => at(tree.nodeAt(place))),
    toHub: hubs.map(({ roof, backhaul }) =>
      backhaul.kind === 'trench' && pieces.length > 0 ? at(tree.nodeAt(roof)) : null,
    ),
  };
}

const NONE: Spread = { low: 0, mid: 0, high: 0 };

function itemsUsed({ hubs, pieces }: Built, { hasCrossing }: StreetWaits): PlanItem[] {
  const isDug = pieces.some(({ method }) => method !== null);
  return [
    'weeksToDesign',
    ...(isDug ? (['weeksForStreetWorksPermit'] as const) : []),
    ...(hasCrossing ? (['weeksForCrossing'] as const) : []),
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
}

function stepsOf(
  { hubs, pieces }: Built,
  { card: { items }, connected }: WeeksGiven,
  {
    waits,
    days,
    terms,
  }: { readonly waits: StreetWaits; readonly days: DaysTo; readonly terms: readonly RoofTerms[] },
): string[] {
  const mid = (item: PlanItem): string => formulaNumber(items[item].value.mid);
  const steps = [`Design and survey: ${weekWords(items.weeksToDesign.value.mid)}.`];
  if (pieces.some(({ method }) => method !== null)) {
    const pace = items.gangsAtOnce.value.mid * items.workingDaysAWeek.value.mid;
    steps.push(
      `Streets: ${waits.what[0].name} ${weekWords(waits.weeks.mid)}, then ${formulaNumber(Math.round(days.all.mid * 10) / 10)} days of digging by ${mid('gangsAtOnce')} at once, ${mid('workingDaysAWeek')} days a week: ${weekWords(days.all.mid / pace)}.`,
    );
  }
  if (hubs.length > 0) {
    const slowest = terms.reduce(
      (worst, { weeks: own }, hub) => ((own?.mid ?? -1) > (terms[worst].weeks?.mid ?? -1) ? hub : worst),
      0,
    );
    steps.push(
      `Roofs, beside the streets: the slowest, ${hubs[slowest].roof.name}, may be worked on after ${terms[slowest].weeks ? weekWords(terms[slowest].weeks.mid) : 'a time that is not known'}.`,
      `Hubs: ${hubs.length}, ${weekWords(items.weeksToBuildHub.value.mid)} each, ${mid('gangsAtOnce')} at once.`,
    );
  }
  steps.push(
    `Connecting ${formulaNumber(connected)}, ${mid('connectionsAWeek')} a week, from the first service on.`,
  );
  return steps;
}

/** "3.2 weeks"; what is not nothing and would be 0 is "under 0.1 weeks". */
function weekWords(count: number): string {
  const tenths = Math.round(count * 10) / 10;
  if (tenths === 0 && count > 0) return 'under 0.1 weeks';
  return `${formulaNumber(tenths)} ${tenths === 1 ? 'week' : 'weeks'}`;
}
