import { type AskedPlan, askedPlan } from './asked-plan.ts';
import type { Barrier } from './barrier.ts';
import type { HubRoof } from './hub-roof.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from './intervention.ts';
import { isInForce } from './is-in-force.ts';
import type { Lever } from './lever.ts';
import { leverFrom } from './levers-known.ts';
import type { Plan } from './plan.ts';
import type { PlanDesign } from './plan-design.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';
import { wayleaveOf } from './roof-terms-of.ts';

/** Barriers that one decision removes. */
export interface LedgerGroup {
  readonly key: string;
  readonly barrier: Barrier;
  readonly places: readonly string[];
  readonly placeName: string;
  /** Designs that meet one of them, or are kept from premises by one. */
  readonly metBy: ReadonlySet<BuiltIntervention>;
  /** The lever to be pulled; null: none that we know. */
  readonly lever: Lever | null;
  /** What is supposed in its stead, so that what it would unlock can be worked out all the same. */
  readonly removal: Lever;
  /** Units that it keeps from being served, as the designs say it: for the order of work. */
  readonly units: number;
}

/** Barriers that a plan meets or that keep it from premises, grouped by who decides, those before which most units stand first. */
export interface LedgerGroups {
  readonly groups: readonly LedgerGroup[];
  readonly leftOut: readonly { readonly count: number; readonly why: string }[];
}

/** @param plan with designs, under whose levers the barriers are met */
export function ledgerGroups(plan: Pick<Plan, 'question' | 'levers' | 'designs'>, ground: PlanGround): LedgerGroups {
  const asked = askedPlan(plan.question, plan.levers, ground);
  const gathered = new Gathered();
  for (const kind of BUILT_INTERVENTIONS) {
    const design = plan.designs?.outcomes.find((one) => one.kind === kind)?.design;
    if (!design) continue;
    for (const met of metBy(design, asked)) sort(met, { kind, asked, ground, gathered });
  }
  return gathered.done();
}

interface Met {
  readonly barrier: Barrier;
  readonly roof: HubRoof | null;
  /** Units behind it. */
  readonly units: number;
}

/** Barriers on hubs and trenches of a design, and those that premises are missed behind. */
function* metBy({ radio, trench }: PlanDesign, { radio: asked, question, ground }: AskedPlan): Generator<Met> {
  const roofs = new Map((asked?.candidates ?? []).map((roof) => [roof.id, roof]));
  const termsAt = (id: string): readonly Barrier[] => {
    const roof = roofs.get(id);
    return roof && asked ? asked.termsOf(roof).barriers : [];
  };
  for (const { roof } of radio?.hubs ?? [])
    for (const barrier of termsAt(roof.id)) yield { barrier, roof, units: 0 };
  for (const { behind, units } of radio?.missed ?? []) {
    const barrier = behind && termsAt(behind.roof).find(({ id }) => id === behind.barrier);
    if (behind && barrier) yield { barrier, roof: roofs.get(behind.roof) ?? null, units };
  }
  if (!trench) return;
  const known = isRefused(ground.network) ? [] : ground.network.barriers;
  const closed = (street: string): Barrier | undefined =>
    known.find(
      ({ place, effect, from, until }) =>
        place === street && effect.forbids && isInForce({ from, until }, question.worksFrom),
    );
  for (const barrier of trench.barriers)
    if (isInForce(barrier, question.worksFrom)) yield { barrier, roof: null, units: 0 };
  for (const { behind, units } of trench.missed) {
    const barrier = behind && closed(behind.street);
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

interface Sorting {
  readonly kind: BuiltIntervention;
  readonly asked: AskedPlan;
  readonly ground: PlanGround;
  readonly gathered: Gathered;
}

function sort(met: Met, { kind, asked, ground, gathered }: Sorting): void {
  const { barrier, roof } = met;
  const lifted = new Set(asked.dig?.question.lifted.map(({ street }) => street));
  const add = (key: string, placeName: string, lever: Lever | null, removal: Lever | null = lever): void => {
    if (removal) gathered.add({ key, placeName, lever, removal, kind, met });
  };
  const leave = (why: string): void => gathered.leave(barrier.id, why);
  const owned = roof && (roof.owner ?? roof.name);
  switch (barrier.kind) {
    case 'wayleave':
      if (!roof) return leave('a private street’s owner must agree; no lever is known, and what it costs is not');
      if (barrier.id.endsWith('/ruled out')) return leave('ruled out by whoever made this plan');
      if (roof.isCouncils === true)
        return add('council roofs', 'the council’s roofs and columns', leverFrom('council-roof access', null));
      if (barrier.effect.forbids) {
        const roofs = refusedBy(roof, asked);
        return add(`refused: ${owned}`, `${owned}, who refuses`, null, supposed(['wayleave'], roofs));
      }
      if (wayleaveOf(roof, asked.question.radio) === 'willing')
        return leave('willing owners have only to sign');
      return add('standard wayleave', 'owners who are silent or were not asked', leverFrom('standard wayleave', null));
    case 'planning prior approval':
      return add('planning reform', 'hubs that need prior approval', leverFrom('planning reform', null));
    case 'listed building or conservation area':
      if (!roof) return leave('who protects the area is asked before its streets are dug; no cost of it is known');
      return add('heritage order', 'hubs on protected buildings or land', leverFrom('heritage order', null));
    case 'business rates':
      return add('rates relief', 'all hubs', leverFrom('rates relief', null));
    case 'no power':
      if (roof?.isCouncils === true)
        return add('live columns', 'the council’s roofs and columns', leverFrom('live columns', null));
      return add(`no power: ${owned}`, `${owned}`, null, supposed(['no power'], [barrier.place]));
    case 'spectrum':
      if (!barrier.effect.forbids) return leave('a licence for the radio is to be had by asking for it');
      return add('spectrum sharing', 'every hub with this radio', leverFrom('spectrum sharing', null));
    case 'road-works restriction':
      if (!barrier.effect.forbids || lifted.has(barrier.place)) return;
      return add(
        `street: ${barrier.place}`,
        streetName(barrier.place, ground),
        leverFrom('section 58 waiver', [barrier.place]),
      );
    case 'lane rental':
      return add('lane rental', 'streets with lane rental', leverFrom('lane-rental waiver', null));
    case 'traffic-sensitive street':
      return add('working hours', 'traffic-sensitive streets', leverFrom('working hours', null));
    case 'permit':
      if (asked.dig && asked.dig.rates.items.poundsPerDayOfPermit.value.high === 0) return;
      return add('permits', 'all streets that are dug', leverFrom('permit-fee waiver', null));
    case 'crossing':
      return leave('who owns what is crossed must agree; no lever is known, and the rate card says what it costs');
    case 'missing demand':
      return leave('it is no matter of design: the funding says what levers against it bring');
  }
}

/** All roofs of an owner who refuses: one decision. Without a known owner, that roof alone. */
function refusedBy(roof: HubRoof, { radio, question }: AskedPlan): string[] {
  if (roof.owner === null) return [roof.id];
  return (radio?.candidates ?? [])
    .filter((one) => one.owner === roof.owner && wayleaveOf(one, question.radio) === 'refusing')
    .map(({ id }) => id);
}

/** Names roofs, so that it opens whoever's they are: never shown nor pulled. */
function supposed(removes: Lever['removes'], places: readonly string[]): Lever {
  return {
    id: 'supposed',
    kind: 'council-roof access',
    removes,
    places,
    owner: '',
    cost: null,
    from: null,
    until: null,
    source: null,
  };
}

function streetName(id: string, { network }: PlanGround): string {
  if (isRefused(network)) return id;
  return network.streets.find((street) => street.id === id)?.name ?? id;
}

/** Groups and what is left out, in the order met. */
class Gathered {
  private readonly groups = new Map<
    string,
    Omit<LedgerGroup, 'places' | 'metBy' | 'units'> & {
      readonly places: Set<string>;
      readonly metBy: Set<BuiltIntervention>;
      readonly units: Map<BuiltIntervention, number>;
    }
  >();
  private readonly left = new Map<string, Set<string>>();

  add(one: {
    readonly key: string;
    readonly placeName: string;
    readonly lever: Lever | null;
    readonly removal: Lever;
    readonly kind: BuiltIntervention;
    readonly met: Met;
  }): void {
    const { key, placeName, lever, removal, kind, met } = one;
    const group = this.groups.get(key) ?? {
      ...{ key, placeName, lever, removal, barrier: met.barrier },
      places: new Set(),
      metBy: new Set(),
      units: new Map(),
    };
    this.groups.set(key, group);
    for (const place of removal.id === 'supposed' ? (removal.places ?? []) : [met.barrier.place])
      if (place !== '') group.places.add(place);
    group.metBy.add(kind);
    group.units.set(kind, (group.units.get(kind) ?? 0) + met.units);
  }

  leave(barrier: string, why: string): void {
    const ids = this.left.get(why) ?? new Set();
    this.left.set(why, ids.add(barrier));
  }

  done(): LedgerGroups {
    const groups = Array.from(this.groups.values(), ({ places, units, ...group }): LedgerGroup => ({
      ...group,
      places: [...places],
      units: Math.max(0, ...units.values()),
    }));
    return {
      groups: groups.sort((one, other) => other.units - one.units),
      leftOut: Array.from(this.left, ([why, ids]) => ({ count: ids.size, why })),
    };
  }
}
