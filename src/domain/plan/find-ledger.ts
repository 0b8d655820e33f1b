import type { Spread } from '../cost/rate-card.ts';
import type { Unit } from '../premises/premises-table.ts';
import { type Lacking, lacksOfDifference, withLacks } from '../project/lacks.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import { type AskedPlan, askedPlan } from './asked-plan.ts';
import type { Barrier } from './barrier.ts';
import type { BarrierLedger, LedgerEntry } from './barrier-ledger.ts';
import { betterWithout } from './better-without.ts';
import { designPlan } from './design-plan.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from './intervention.ts';
import { isCostKnown } from './is-cost-known.ts';
import { type LedgerGroup, ledgerGroups } from './ledger-groups.ts';
import type { Lever } from './lever.ts';
import { leverFrom } from './levers-known.ts';
import type { Plan } from './plan.ts';
import type { PlanDesign, PlanDesigns } from './plan-design.ts';
import type { PlanGround } from './plan-ground.ts';

/** What a design comes to, as far as the ledger compares it. */
export interface LedgerFigures {
  /** Units served. */
  readonly units: number;
  /** Whole pence, present value; null: not known. */
  readonly pence: Lacking<Spread> | null;
  /** Weeks until the last service; null: not known. */
  readonly weeks: Spread | null;
  /** Whole pence of building that nobody pays; null: not known. */
  readonly gap: Lacking<Spread> | null;
  /** Street-days; null: not known. */
  readonly streetDays: Spread | null;
  /** Whole pence that the levers pulled cost whoever pulls them; null: not known. */
  readonly leverPence: Spread | null;
}

/** What a ledger is found over. */
export interface LedgerInput {
  /** Worked out: its designs are what barriers are removed from. */
  readonly plan: Plan & { readonly designs: PlanDesigns };
  readonly ground: PlanGround;
  readonly unit: Unit;
  /** What each design of a plan comes to under its levers. */
  readonly judge: (plan: Plan) => Generator<WorkStep, ReadonlyMap<BuiltIntervention, LedgerFigures>>;
}

/**
 * What each barrier of a plan keeps from it: for every decision that would remove some, the plan is designed anew with that
 * lever pulled, and judged. What it may give more premises to is a quick search that is never worse than what the plan has; a
 * design that it only makes cheaper or sooner, or that it cannot touch, is kept: what is saved is then the least. A better design that could be
 * built without the lever as well is not credited to it. The decisions behind which most units
 * stand are worked out first, at most MOST_GROUPS. Deterministic. Needs `loadGrid`.
 */
export function* findLedger({ plan, ground, unit, judge }: LedgerInput): Generator<WorkStep, BarrierLedger> {
  const { question, designs } = plan;
  const { groups: ofBarriers, leftOut } = ledgerGroups(plan, ground);
  const asked = askedPlan(question, plan.levers, ground);
  const pulled = plan.levers.map(atNoCost);
  const before = yield* judge({ ...plan, levers: pulled });
  const groups = [...ofBarriers, ...demandGroups(plan, before)];
  const taken = groups.slice(0, MOST_GROUPS);
  const entries: LedgerEntry[] = [];
  for (const [at, group] of taken.entries()) {
    const what = `Without ${group.placeName}: ${at + 1} of ${taken.length}`;
    yield { what, fraction: at / taken.length };
    const levers = [...plan.levers.filter(({ id }) => id !== group.removal.id), group.removal];
    const { madeOf, asked: aside } = designs;
    const work = designPlan(question, levers, ground, {
      ...{ madeOf, asked: aside, before: designs, isQuick: true },
      anew: group.opens === null ? NONE : OPENED[group.opens],
    });
    const anew = yield* named(inShare(work, at / taken.length, (at + 0.95) / taken.length), what);
    const paid = [...pulled.filter(({ id }) => id !== group.removal.id), group.removal];
    const after = yield* named(
      judge({ ...plan, levers: paid, designs: anew }),
      what,
      (at + 0.95) / taken.length,
    );
    const found = foundMeanwhile(designs, anew, {
      asked,
      among: group.opens === null ? NONE : OPENED[group.opens],
    });
    const without =
      found.kinds.size > 0
        ? yield* named(
            judge({ ...plan, levers: pulled, designs: found.designs }),
            what,
            (at + 0.95) / taken.length,
          )
        : before;
    for (const kind of BUILT_INTERVENTIONS) {
      const entry = entryOf(kind, group, {
        first: before.get(kind),
        before: found.kinds.has(kind) ? without.get(kind) : before.get(kind),
        after: after.get(kind),
      });
      if (entry) entries.push(entry);
    }
  }
  return {
    planId: plan.id,
    madeOf: designs.madeOf,
    unit,
    entries: entries.sort(byUnlocked),
    leftOut:
      groups.length > taken.length
        ? [
            ...leftOut,
            {
              count: groups.length - taken.length,
              why: `only the ${MOST_GROUPS} decisions behind which most stand were worked out`,
            },
          ]
        : leftOut,
  };
}

/** A lever pulled already costs the same before and after: where nobody knows what, it must not hide what another one costs. */
function atNoCost(lever: Lever): Lever {
  return isCostKnown(lever)
    ? lever
    : { ...lever, cost: { low: 0, mid: 0, high: 0, unit: '£', basis: 'assumed' } };
}

/** Each is a design of its own: more would keep a person waiting for minutes. */
export const MOST_GROUPS = 16;

/** Which designs may serve more when something is opened: what is dug to premises needs no roof. */
const OPENED: Readonly<Record<'roofs' | 'streets', ReadonlySet<BuiltIntervention>>> = {
  roofs: new Set(['rooftop radio', 'hybrid']),
  streets: new Set(BUILT_INTERVENTIONS),
};
const NONE: ReadonlySet<BuiltIntervention> = new Set();

/** Steps of other work under one name. */
function* named<Answer>(
  work: Generator<WorkStep, Answer>,
  what: string,
  fraction?: number,
): Generator<WorkStep, Answer> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { what, fraction: fraction ?? step.value.fraction };
  }
}

/** What a design gains; null: it neither met the barrier nor gains anything. */
function entryOf(
  intervention: BuiltIntervention,
  { barrier, places, placeName, metBy, lever }: LedgerGroup,
  {
    first,
    before,
    after,
  }: {
    /** The plan as it is, and as it could be without the lever. */
    readonly first: LedgerFigures | undefined;
    readonly before: LedgerFigures | undefined;
    readonly after: LedgerFigures | undefined;
  },
): LedgerEntry | null {
  if (!after) return null;
  const isMet = metBy.has(intervention);
  const unitsUnlocked = after.units - (before?.units ?? 0);
  const penceSaved = saved(before?.pence ?? null, after.pence);
  const weeksSaved = saved(before?.weeks ?? null, after.weeks);
  const gapClosed = barrier.kind === 'missing demand' ? saved(before?.gap ?? null, after.gap ?? null) : null;
  const gains = unitsUnlocked !== 0 || isSome(penceSaved) || isSome(weeksSaved) || isSome(gapClosed);
  if (!isMet && !gains) return null;
  const leverPence = lever && saved(after.leverPence, before?.leverPence ?? null);
  return {
    ...{ barrier, places, placeName, intervention, isMet, unitsUnlocked, penceSaved, leverPence },
    ...{ weeksSaved, lever, gapClosed },
    foundMeanwhilePence: Math.max(0, (first?.pence?.mid ?? 0) - (before?.pence?.mid ?? 0)),
    highPenceMore:
      before?.pence && after.pence && after.pence.mid <= before.pence.mid
        ? Math.max(0, after.pence.high - before.pence.high)
        : 0,
    streetDaysMore:
      before?.streetDays && after.streetDays ? Math.max(0, after.streetDays.mid - before.streetDays.mid) : 0,
  };
}

function isSome(saved: Lacking<Spread> | null): boolean {
  return (
    saved !== null && (saved.low !== 0 || saved.mid !== 0 || saved.high !== 0 || saved.lacks !== undefined)
  );
}

/** Low before less low after, and so on; the ends put in order round the middle. */
function saved(before: Lacking<Spread> | null, after: Lacking<Spread> | null): Lacking<Spread> | null {
  if (!before || !after) return null;
  const [low, mid, high] = [before.low - after.low, before.mid - after.mid, before.high - after.high];
  const { above, below } = lacksOfDifference(before.lacks, after.lacks);
  return withLacks({ low: Math.min(low, mid, high), mid, high: Math.max(low, mid, high) }, above, below);
}

function byUnlocked(one: LedgerEntry, other: LedgerEntry): number {
  return (
    other.unitsUnlocked - one.unitsUnlocked ||
    standOf(one) - standOf(other) ||
    netPounds(other) - netPounds(one) ||
    (other.weeksSaved?.mid ?? 0) - (one.weeksSaved?.mid ?? 0) ||
    Number(one.leverPence === null) - Number(other.leverPence === null) ||
    (other.gapClosed?.mid ?? 0) - (one.gapClosed?.mid ?? 0)
  );
}

/** 0: it saves more than its lever is known to cost; 1: it saves, and nobody knows for how much; 2: neither saves nor costs; 3: it costs more. */
function standOf(entry: LedgerEntry): number {
  const net = netPounds(entry);
  if (net === 0) return 2;
  if (net < 0) return 3;
  return entry.leverPence === null ? 1 : 0;
}

/** Whole pounds saved less what the lever costs, where that is known: a cost that only moves to the council saves nothing. */
function netPounds({ penceSaved, leverPence }: LedgerEntry): number {
  return Math.round(((penceSaved?.mid ?? 0) - (leverPence?.mid ?? 0)) / 100);
}

/** The designs of before, those found meanwhile in the stead of worse ones as far as they may be built without the lever. */
function foundMeanwhile(
  designs: PlanDesigns,
  anew: PlanDesigns,
  {
    asked,
    among,
  }: {
    readonly asked: AskedPlan;
    /** Those that were looked for anew. */
    readonly among: ReadonlySet<BuiltIntervention>;
  },
): { readonly designs: PlanDesigns; readonly kinds: ReadonlySet<BuiltIntervention> } {
  const kinds = new Set<BuiltIntervention>();
  const outcomes = designs.outcomes.map((outcome) => {
    const better = among.has(outcome.kind)
      ? betterWithout(outcome.design, designOf(anew, outcome.kind), asked)
      : null;
    if (better) kinds.add(outcome.kind);
    return better ? { kind: outcome.kind, design: better, refused: null } : outcome;
  });
  return { designs: { ...designs, outcomes }, kinds };
}

function designOf({ outcomes }: PlanDesigns, kind: BuiltIntervention): PlanDesign | null {
  return outcomes.find((one) => one.kind === kind)?.design ?? null;
}

/** What pays for those who take the service: of what is built, as it is. */
function demandGroups(
  { levers }: Pick<Plan, 'levers'>,
  before: ReadonlyMap<BuiltIntervention, LedgerFigures>,
): LedgerGroup[] {
  const metBy = new Set(BUILT_INTERVENTIONS.filter((kind) => (before.get(kind)?.gap?.mid ?? 0) > 0));
  if (metBy.size === 0) return [];
  return DEMAND_LEVERS.filter((key) => levers.every(({ kind }) => kind !== key)).map((key) => {
    const lever = leverFrom(key, null);
    return {
      ...{ key, placeName: 'the gap to fund', lever, removal: lever, opens: null },
      ...{ barrier: GAP_TO_FUND, places: [], metBy, units: 0 },
    };
  });
}

const DEMAND_LEVERS = ['voucher', 'top-up', 'demand aggregation'] as const;

const GAP_TO_FUND: Barrier = {
  ...{ id: 'too little demand', kind: 'missing demand', place: '' },
  owner: 'those who could take the service, and who pays beside them',
  ...{ effect: { pounds: null, weeks: null, forbids: false }, from: null, until: null, source: null },
};
