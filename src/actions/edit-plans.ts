import type { BuiltIntervention } from '../domain/plan/intervention.ts';
import { BUILT_INTERVENTIONS } from '../domain/plan/intervention.ts';
import type { Lever } from '../domain/plan/lever.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanQuestion, PlanRadio } from '../domain/plan/plan-question.ts';
import { USUAL_DEVICE_ID, USUAL_PLAN } from '../domain/plan/usual-plan-question.ts';
import type { Change } from '../domain/project/change.ts';
import { datasetInRole } from '../domain/project/project.ts';
import type { Selection } from '../domain/project/selection.ts';
import { today } from '../domain/project/today.ts';
import type { DeviceProfile } from '../domain/radio/device.ts';
import { GENERIC_DEVICES } from '../domain/radio/generic-devices.ts';
import { startingChoices } from '../domain/radio/starting-choices.ts';
import type { AppContext } from './app-context.ts';
import { findPlan } from './find-plan.ts';
import { runPlan } from './run-plan.ts';
import { openInterventionTopic, openPlan } from './set-interventions-view.ts';

/** What a new plan is asked for; the rest is as usual until a person says otherwise. */
export interface NewPlan {
  /** What the premises are called: "Hollowbeck". */
  readonly of: string;
  readonly selection: Selection;
  readonly onlyNotSpots: boolean;
  /** Fibre points to begin with. */
  readonly rootIds: readonly string[];
}

/**
 * Adds a plan as one step of undo and opens it; a project that has chosen no radio begins with the usual one in the same
 * step. Returns its id; null where no premises are loaded, or the work is read-only.
 */
export function addPlan(
  context: AppContext,
  { of, selection, onlyNotSpots, rootIds }: NewPlan,
): string | null {
  const { project } = context.project.getState();
  const premises = datasetInRole(project, 'premises');
  if (!premises) return null;
  const { deviceId, changes } = radioToBeginWith(context);
  const question: PlanQuestion = {
    selection,
    premisesContentId: premises.contentId,
    onlyNotSpots,
    rootIds,
    ownRoots: [],
    blocked: [],
    forced: [],
    worksFrom: today(),
    passed: USUAL_PLAN.passed,
    takeUpPercent: USUAL_PLAN.takeUpPercent,
    radio: { deviceId, ...USUAL_PLAN.radio },
  };
  const plan = { name: freeName(context, of), question, levers: [], designs: null, chosen: [] };
  return insert(context, 'Planned', plan, changes);
}

/**
 * Adds a plan that a file brought and opens it. Its name, and its id, are its own where they are free; the radio that it was
 * made with, or else the generic one of that id, is taken on in the same step where the project has none of its id. Returns
 * its id.
 */
export function addFoundPlan(
  context: AppContext,
  { id, ...plan }: Plan,
  device: DeviceProfile | null,
): string | null {
  const named = { ...plan, name: freeName(context, plan.name) };
  const { deviceId } = plan.question.radio;
  const radio = [device, ...GENERIC_DEVICES].find((one) => one?.id === deviceId);
  const before = radio ? takingOn(context, radio) : [];
  return insert(context, 'Opened', findPlan(context, id) ? named : { id, ...named }, before);
}

/** Copies a plan with its designs, and opens the copy. */
export function copyPlan(context: AppContext, id: string): string | null {
  const plan = findPlan(context, id);
  if (!plan) return null;
  const { id: _, ...same } = plan;
  return insert(context, 'Copied', { ...same, name: freeName(context, `${plan.name} (copy)`) }, []);
}

export function renamePlan(context: AppContext, id: string, name: string): void {
  const plan = findPlan(context, id);
  if (plan && name.trim() !== '' && name.trim() !== plan.name)
    replace(context, `Renamed ${plan.name}`, { ...plan, name: name.trim() });
}

export function removePlan(context: AppContext, id: string): void {
  const { plans } = context.project.getState().project;
  const at = plans.findIndex((one) => one.id === id);
  if (at < 0) return;
  take(context, `Removed ${plans[at].name}`, { kind: 'remove', list: 'plans', at });
  if (context.view.getState().interventions.planId === id && !findPlan(context, id)) openPlan(context, null);
}

/** Chooses what of a plan is to be built; nothing: leave as it is. One step of undo; the designs stay as they are. */
export function choosePlan(context: AppContext, id: string, chosen: readonly BuiltIntervention[]): void {
  const plan = findPlan(context, id);
  const inOrder = BUILT_INTERVENTIONS.filter((kind) => chosen.includes(kind));
  if (!plan || inOrder.join() === plan.chosen.join()) return;
  const label = inOrder.length === 0 ? 'Chose to leave it as it is' : `Chose ${inOrder.join(' and ')}`;
  replace(context, label, { ...plan, chosen: inOrder });
}

/**
 * Asks another question of a plan, as one step of undo; `label` is what undo says: "Changed the take-up". A plan that was
 * worked out before is worked out again at once; its last designs are shown as earlier until then.
 */
export function askPlan(
  context: AppContext,
  id: string,
  label: string,
  edit: Partial<Omit<PlanQuestion, 'radio'>> & { readonly radio?: Partial<PlanRadio> },
): void {
  const plan = findPlan(context, id);
  if (!plan) return;
  const { radio, ...rest } = edit;
  const question = { ...plan.question, ...rest, radio: { ...plan.question.radio, ...radio } };
  if (JSON.stringify(question) === JSON.stringify(plan.question)) return;
  workOutAnew(context, label, { ...plan, question });
}

/** Asks a plan for another radio, as one step of undo; one that the project has not is copied into it. */
export function choosePlanDevice(context: AppContext, id: string, device: DeviceProfile): void {
  const plan = findPlan(context, id);
  if (!plan || plan.question.radio.deviceId === device.id) return;
  const { question } = plan;
  const next = { ...plan, question: { ...question, radio: { ...question.radio, deviceId: device.id } } };
  workOutAnew(context, `Radio: ${device.name}`, next, takingOn(context, device));
}

/** Pulls a lever; one of its id that is pulled already is pulled as it is given now. */
export function pullLever(context: AppContext, id: string, lever: Lever): void {
  const plan = findPlan(context, id);
  if (!plan) return;
  const at = plan.levers.findIndex((one) => one.id === lever.id);
  if (at >= 0 && JSON.stringify(plan.levers[at]) === JSON.stringify(lever)) return;
  const levers = at < 0 ? [...plan.levers, lever] : plan.levers.with(at, lever);
  workOutAnew(context, `Pulled ${lever.kind}`, { ...plan, levers });
}

/** Puts a lever back, so that what it removed stands in the way again. */
export function putBackLever(context: AppContext, id: string, leverId: string): void {
  const plan = findPlan(context, id);
  const lever = plan?.levers.find((one) => one.id === leverId);
  if (plan && lever)
    workOutAnew(context, `Put back ${lever.kind}`, {
      ...plan,
      levers: plan.levers.filter((one) => one !== lever),
    });
}

/** Puts a changed plan in place of what it was; where that had designs, they are made again. */
function workOutAnew(context: AppContext, label: string, plan: Plan, before: readonly Change[] = []): void {
  const { earlier } = context.plans.getState();
  const last = plan.designs ?? (earlier?.planId === plan.id ? earlier.designs : null);
  // They are there before the plan is without designs, so that nothing that is shown of it goes away between.
  if (last !== null) context.plans.setState({ earlier: { planId: plan.id, designs: last } });
  if (replace(context, label, { ...plan, designs: null }, before) && last !== null)
    void runPlan(context, plan.id);
}

function insert(
  context: AppContext,
  verb: string,
  plan: Omit<Plan, 'id'> & Partial<Pick<Plan, 'id'>>,
  before: readonly Change[],
): string | null {
  const { plans } = context.project.getState().project;
  const number = 1 + Math.max(0, ...plans.map(({ id }) => Number(/^plan-(\d+)$/.exec(id)?.[1] ?? 0)));
  const item: Plan = { id: `plan-${number}`, ...plan };
  const change: Change = { kind: 'insert', list: 'plans', at: plans.length, item };
  const isTaken = take(
    context,
    `${verb} ${item.name}`,
    before.length > 0 ? { kind: 'all', changes: [...before, change] } : change,
  );
  if (!isTaken) return null;
  openInterventionTopic(context, 'duel');
  openPlan(context, item.id);
  return item.id;
}

function replace(context: AppContext, label: string, item: Plan, before: readonly Change[] = []): boolean {
  const { plans } = context.project.getState().project;
  const at = plans.findIndex((one) => one.id === item.id);
  const change: Change = { kind: 'replace', list: 'plans', at, item };
  return (
    at >= 0 &&
    take(context, label, before.length > 0 ? { kind: 'all', changes: [...before, change] } : change)
  );
}

/** False: the work is read-only here, and nothing was changed. */
function take(context: AppContext, label: string, change: Change): boolean {
  const { version } = context.project.getState();
  context.project.getState().change(label, change);
  return context.project.getState().version !== version;
}

/** The project's radio; where it has chosen none, the usual one, with what choosing it changes. */
function radioToBeginWith(context: AppContext): { deviceId: string; changes: readonly Change[] } {
  const { radio, devices } = context.project.getState().project;
  if (radio && devices.some(({ id }) => id === radio.deviceId))
    return { deviceId: radio.deviceId, changes: [] };
  const usual = GENERIC_DEVICES.find(({ id }) => id === USUAL_DEVICE_ID) ?? GENERIC_DEVICES[0];
  return { deviceId: usual.id, changes: takingOn(context, usual) };
}

/** What makes a radio one of the project's, and the project's where it has chosen none. */
function takingOn(context: AppContext, device: DeviceProfile): readonly Change[] {
  const { radio, devices } = context.project.getState().project;
  const changes: Change[] = [];
  if (devices.every(({ id }) => id !== device.id))
    changes.push({ kind: 'insert', list: 'devices', at: devices.length, item: device });
  if (!radio) changes.push({ kind: 'set-radio', radio: startingChoices(device.id) });
  return changes;
}

/** The name, or the name with the first free number behind it. */
function freeName(context: AppContext, name: string): string {
  const taken = new Set(context.project.getState().project.plans.map((one) => one.name));
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
  return free;
}
