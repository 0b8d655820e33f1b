import type { Lever } from '../domain/plan/lever.ts';
import type { Register } from '../domain/plan/register.ts';
import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';
import { openedPlan } from './find-plan.ts';
import { readReckoning } from './read-reckoning.ts';

/** What became of a file of the register. */
export type RegisterImported =
  | {
      readonly state: 'taken';
      readonly fileName: string;
      /** What of it was taken, in words. */
      readonly parts: readonly string[];
      /** Those that it names and the plan that is open does not pull so: a lever is a decision of one plan, and is left to a person. */
      readonly levers: readonly Lever[];
    }
  | { readonly state: 'refused'; readonly message: string };

/** Largest file of a register: far beyond what one can be. */
const MOST_BYTES = 8_000_000;

/**
 * Puts what a file has of a register (JSON or CSV) in force, in one step of undo: its cards, its radios in the place of those
 * of their id or beside the others. Its levers are only told (`pullRegisterLevers`). Never rejects: what is wrong is said with
 * file and row, and nothing of it is taken.
 */
export async function importRegister(
  context: AppContext,
  file: File,
  options: JobOptions = {},
): Promise<RegisterImported> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} is above 8 MB: registers are far smaller. Give another file.`);
  const read = await readReckoning(context, 'register', file, options);
  if (read.state === 'refused') return read;
  const { register } = read;
  const changes = changesOf(register, context.project.getState().project);
  if (changes.length > 0) changeReckoning(context, `Register of ${file.name}`, changes);
  const pulled = new Set(openedPlan(context)?.levers.map((lever) => JSON.stringify(lever)));
  const levers = (register.levers ?? []).filter((lever) => !pulled.has(JSON.stringify(lever)));
  return { state: 'taken', fileName: file.name, parts: partsOf(register), levers };
}

/** Pulls levers of a register in one plan, beside those it pulls and in the place of those of their id, in one step of undo. */
export function pullRegisterLevers(context: AppContext, planId: string, levers: readonly Lever[]): void {
  const { plans } = context.project.getState().project;
  const at = plans.findIndex(({ id }) => id === planId);
  if (at < 0 || levers.length === 0) return;
  const anew = new Set(levers.map(({ id }) => id));
  const kept = plans[at].levers.filter(({ id }) => !anew.has(id));
  const item = { ...plans[at], levers: [...kept, ...levers] };
  changeReckoning(context, `Pulled ${counted(levers.length, 'lever')} of a register`, [
    { kind: 'replace', list: 'plans', at, item },
  ]);
}

function changesOf(
  { planCard, rates, devices = [] }: Partial<Register>,
  project: Pick<Project, 'devices'>,
): Change[] {
  const changes: Change[] = [];
  if (planCard) changes.push({ kind: 'set-plan-card', planCard });
  if (rates) changes.push({ kind: 'set-rates', rates });
  let more = project.devices.length;
  for (const item of devices) {
    const at = project.devices.findIndex(({ id }) => id === item.id);
    if (at >= 0) changes.push({ kind: 'replace', list: 'devices', at, item });
    else changes.push({ kind: 'insert', list: 'devices', at: more++, item });
  }
  return changes;
}

function partsOf({ planCard, rates, devices }: Partial<Register>): string[] {
  return [
    ...(planCard ? [`plan card “${planCard.name}”`] : []),
    ...(rates ? [`rates “${rates.name}”`] : []),
    ...(devices ? [counted(devices.length, 'radio')] : []),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function refused(message: string): RegisterImported {
  return { state: 'refused', message };
}
