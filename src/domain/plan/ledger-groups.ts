import { type AskedPlan, askedPlan } from './asked-plan.ts';
import type { Barrier } from './barrier.ts';
import type { HubRoof } from './hub-roof.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from './intervention.ts';
import { isInForce } from './is-in-force.ts';
import { type LedgerDecision, ledgerDecision } from './ledger-decision.ts';
import type { Plan } from './plan.ts';
import type { PlanDesign } from './plan-design.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';

/** Barriers that one decision removes. */
export interface LedgerGroup extends LedgerDecision {
  /** The first of them. */
  readonly barrier: Barrier;
  /** Ids of the roofs or streets that they lie on, none twice. */
  readonly places: readonly string[];
  /** Designs that meet one of them, or are kept from premises by one. */
  readonly metBy: ReadonlySet<BuiltIntervention>;
  /** Units that they keep from being served, of the design that loses most: for the order of work. */
  readonly units: number;
}

/** Barriers of a plan by the decisions that remove them, those before which most units stand first; and what is left out. */
export interface LedgerGroups {
  readonly groups: readonly LedgerGroup[];
  readonly leftOut: readonly { readonly count: number; readonly why: string }[];
}

/**
 * Barriers that a plan's designs meet, or that keep them from premises; and of roofs that it does not use, those that a lever of the catalogue
 * removes, as such a roof may be the better one without them. @param plan under whose levers they are met */
export function ledgerGroups(
  { question, levers, designs }: Pick<Plan, 'question' | 'levers' | 'designs'>,
  ground: PlanGround,
): LedgerGroups {
  const asked = askedPlan(question, levers, ground);
  const gathered = new Gathered();
  for (const kind of BUILT_INTERVENTIONS) {
    const design = designs?.outcomes.find((one) => one.kind === kind)?.design;
    if (!design) continue;
    for (const met of [...metByHubs(design, asked), ...metByTrench(design, asked)]) {
      const decision = ledgerDecision(met.barrier, met.roof, asked);
      if (decision && 'left' in decision) gathered.leave(met.barrier.id, decision.left);
      else if (decision) gathered.add(decision, met, kind);
    }
  }
  if (designs?.outcomes.some(({ design }) => design?.radio)) {
    const used = new Set(
      designs.outcomes.flatMap(({ design }) => design?.radio?.hubs.map(({ roof }) => roof.id) ?? []),
    );
    for (const roof of asked.radio?.candidates ?? [])
      if (!used.has(roof.id))
        for (const barrier of asked.radio?.termsOf(roof).barriers ?? []) {
          const decision = ledgerDecision(barrier, roof, asked);
          if (!decision || 'left' in decision) continue;
          if (decision.lever) gathered.add(decision, { barrier, roof, units: 0 }, null);
          else gathered.leave(barrier.id, 'on roofs that the plan does not use, where no lever is known');
        }
  }
  return gathered.done();
}

interface Met {
  readonly barrier: Barrier;
  readonly roof: HubRoof | null;
  /** Units behind it. */
  readonly units: number;
}

function* metByHubs({ radio }: PlanDesign, { radio: asked }: AskedPlan): Generator<Met> {
  if (!radio || !asked) return;
  const roofs = new Map(asked.candidates.map((roof) => [roof.id, roof]));
  for (const { roof } of radio.hubs)
    for (const barrier of asked.termsOf(roof).barriers) yield { barrier, roof, units: 0 };
  for (const { behind, units } of radio.missed) {
    const roof = behind && roofs.get(behind.roof);
    const barrier = roof && asked.termsOf(roof).barriers.find(({ id }) => id === behind.barrier);
    if (barrier) yield { barrier, roof, units };
  }
}

function* metByTrench({ trench }: PlanDesign, { question, ground }: AskedPlan): Generator<Met> {
  if (!trench || isRefused(ground.network)) return;
  const { barriers } = ground.network;
  for (const barrier of trench.barriers)
    if (isInForce(barrier, question.worksFrom)) yield { barrier, roof: null, units: 0 };
  for (const { behind, units } of trench.missed) {
    const barrier =
      behind &&
      barriers.find(
        (one) => one.place === behind.street && one.effect.forbids && isInForce(one, question.worksFrom),
      );
    if (barrier) yield { barrier, roof: null, units };
  }
  if (trench.pieces.some(({ method }) => method !== null)) yield { barrier: PERMITS, roof: null, units: 0 };
}

/** Whether or not a file says so, a permit is charged for every day of works. */
const PERMITS: Barrier = {
  id: 'permits',
  kind: 'permit',
  place: '',
  owner: 'the street authority',
  effect: { pounds: null, weeks: null, forbids: false },
  from: null,
  until: null,
  source: null,
};

/** Levers that make some roofs cheaper or sooner and not others. */
const CHOOSES_ROOFS: ReadonlySet<string> = new Set([
  'standard wayleave',
  'live columns',
  'planning reform',
  'heritage order',
]);

/** Decisions with their barriers, and what is left out, in the order met. */
class Gathered {
  private readonly groups = new Map<
    string,
    {
      readonly decision: LedgerDecision;
      readonly barrier: Barrier;
      readonly places: Set<string>;
      readonly units: Map<BuiltIntervention, number>;
    }
  >();
  private readonly left = new Map<string, Set<string>>();

  /** @param kind null: no design meets it */
  add(decision: LedgerDecision, { barrier, units }: Met, kind: BuiltIntervention | null): void {
    const { key, lever, removal } = decision;
    const group = this.groups.get(key) ?? { decision, barrier, places: new Set(), units: new Map() };
    this.groups.set(key, group);
    for (const place of lever === null ? (removal.places ?? []) : [barrier.place])
      if (place !== '') group.places.add(place);
    if (kind) group.units.set(kind, (group.units.get(kind) ?? 0) + units);
  }

  leave(barrier: string, why: string): void {
    this.left.set(why, (this.left.get(why) ?? new Set()).add(barrier));
  }

  done(): LedgerGroups {
    const groups = Array.from(
      this.groups.values(),
      ({ decision, barrier, places, units }): LedgerGroup => ({
        ...decision,
        // Other roofs may be the better ones then.
        opens: decision.opens ?? (CHOOSES_ROOFS.has(decision.key) ? 'roofs' : null),
        barrier,
        places: [...places],
        metBy: new Set(units.keys()),
        units: Math.max(0, ...units.values()),
      }),
    );
    return {
      groups: groups.sort((one, other) => other.units - one.units),
      leftOut: Array.from(this.left, ([why, ids]) => ({ count: ids.size, why })),
    };
  }
}
