import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesign } from '../domain/plan/plan-design.ts';
import type { Unit } from '../domain/premises/premises-table.ts';
import { fingerprintMembers } from '../domain/project/fingerprints.ts';
import type { DigTold } from './dig-told.ts';

/** What every file of a plan says of the work that it is out of. */
export type PlanTold = DigTold;

/** The same as members of an object or columns of a table; `lacks` says in words what the file does not hold. */
export function planToldMembers(
  plan: Plan,
  { projectName, sources, madeOn, remark, fingerprints }: PlanTold,
  lacks: string,
): Readonly<Record<string, string>> {
  const notes = designsOf(plan).flatMap(({ kind, radio, trench }) =>
    [...(radio?.notes ?? []), ...(trench?.notes ?? [])].map((note) => `${kind}: ${note}`),
  );
  return {
    plan: plan.name,
    chosen: plan.chosen.length > 0 ? plan.chosen.join('; ') : 'leave as it is',
    project: projectName,
    made_on: madeOn,
    counted_in: unitOf(plan),
    remark,
    lacks,
    notes: notes.join(' '),
    sources,
    ...fingerprintMembers(fingerprints),
    // The print of all that it was made of; the lines behind it are the program's own ids.
    plan_made_of: plan.designs?.madeOf.split('\n')[0] ?? '',
  };
}

/** The same for the columns of a table, where a line end or a long text would be in the way: without the notes. */
export function planToldColumns(plan: Plan, told: PlanTold, lacks: string): Readonly<Record<string, string>> {
  const { notes: _, ...columns } = planToldMembers(plan, told, lacks);
  return columns;
}

/** Those of its designs that there are, in the order of BUILT_INTERVENTIONS. */
export function designsOf({ designs }: Plan): readonly PlanDesign[] {
  return designs?.outcomes.flatMap(({ design }) => (design ? [design] : [])) ?? [];
}

/** Its designs. Throws RangeError in words where there are none: there is then nothing to hand over. */
export function designsToHandOver(plan: Plan): readonly PlanDesign[] {
  const designs = designsOf(plan);
  if (designs.length > 0) return designs;
  throw new RangeError(`${plan.name} has no design yet. Run it first.`);
}

/** What the plan's counts are of. */
export function unitOf(plan: Plan): Unit {
  for (const { radio, trench } of designsOf(plan)) {
    const unit = radio?.unit ?? trench?.unit;
    if (unit) return unit;
  }
  return 'premises';
}
