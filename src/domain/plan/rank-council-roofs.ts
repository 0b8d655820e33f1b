import { judgeRoofs } from '../hubs/judge-roofs.ts';
import type { Unit } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { askedPlan } from './asked-plan.ts';
import type { RankedRoof, RoofRanking } from './barrier-ledger.ts';
import type { Plan } from './plan.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';

/** A link so fast counts as gigabit, Mbit/s. */
const GIGABIT = 1000;

/**
 * Each roof, mast and column of the council as a hub by itself: whom of the plan's premises it reaches, and whom of those no
 * hub of the plan's rooftop radio serves. All that are listed within the radius are judged. Most
 * newly reached first, then most that no other owner's hub serves, then most reached, then by name. Needs `loadGrid`.
 * @throws HeightsRefused, OutOfRange as judging roofs does; RangeError in words where radio cannot be reckoned with
 */
export function* rankCouncilRoofs(
  plan: Plan,
  ground: PlanGround,
  unit: Unit,
): Generator<WorkStep, RoofRanking> {
  const { radio } = askedPlan(plan.question, plan.levers, ground);
  if (!radio) throw new RangeError(isRefused(ground.radio) ? ground.radio.refused : 'No radio is chosen.');
  const design = plan.designs?.outcomes.find(({ kind }) => kind === 'rooftop radio')?.design?.radio;
  const { places } = ground;
  const served = new Set((design?.served ?? []).map(keyOf));
  const others = new Set(
    (design?.served ?? []).filter(({ hub }) => design?.hubs[hub]?.roof.isCouncils !== true).map(keyOf),
  );
  const hubs = new Set((design?.hubs ?? []).map(({ roof }) => roof.id));
  const { radio: question } = plan.question;
  const judged = yield* judgeRoofs({ ...radio, candidates: radio.councils.roofs, places, question });
  const roofs = judged.roofs.map(({ roof, reach }): RankedRoof => {
    const terms = radio.termsOf(roof);
    const barrier = terms.barriers.find(({ id }) => id === terms.barredBy);
    const sum = (counts: (at: number) => boolean): number =>
      reach.place.reduce((units, place, at) => units + (counts(at) ? places[place].units : 0), 0);
    const { id, name, kind, lon, lat, wayleave } = roof;
    return {
      ...{ roof: id, name, kind, lon, lat, wayleave },
      barredBy: barrier ? `${barrier.kind}: ${barrier.owner}` : null,
      isHub: hubs.has(id),
      reaches: sum(() => true),
      newlyReaches: sum((at) => !served.has(keyOf(places[reach.place[at]]))),
      beyondOthers: sum((at) => !others.has(keyOf(places[reach.place[at]]))),
      gigabit: sum((at) => reach.megabitsPerSecond[at] >= GIGABIT),
    };
  });
  return {
    planId: plan.id,
    madeOf: plan.designs?.madeOf ?? '',
    unit,
    asked: places.reduce((sum, { units }) => sum + units, 0),
    roofs: roofs.sort(byGain),
    notes: notesOf(radio.councils.withoutHeight),
  };
}

function notesOf(withoutHeight: number): string[] {
  if (withoutHeight === 0) return [];
  return [
    `${counted(withoutHeight, 'more roof')} of the council within the radius ${withoutHeight === 1 ? 'is' : 'are'} left out: no height is known there.`,
  ];
}

function keyOf({ lon, lat }: { readonly lon: number; readonly lat: number }): string {
  return `${lon} ${lat}`;
}

function byGain(one: RankedRoof, other: RankedRoof): number {
  return (
    other.newlyReaches - one.newlyReaches ||
    other.beyondOthers - one.beyondOthers ||
    other.reaches - one.reaches ||
    (one.name < other.name ? -1 : one.name > other.name ? 1 : one.roof < other.roof ? -1 : 1)
  );
}
