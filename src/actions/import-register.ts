import type { Register } from '../domain/plan/register.ts';
import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import type { AppContext } from './app-context.ts';
import { changeReckoning } from './change-reckoning.ts';
import { openedPlan } from './find-plan.ts';

/** What became of a file of the register. */
export type RegisterImported =
  /** `parts`: what of it was taken, in words. */
  | { readonly state: 'taken'; readonly fileName: string; readonly parts: readonly string[] }
  | { readonly state: 'refused'; readonly message: string };

/** Largest file of a register: far beyond what one can be. */
const MOST_BYTES = 8_000_000;

/**
 * Puts what a file has of a register (JSON or CSV) in force, in one step of undo: its cards, its radios in the place of those
 * of their id or beside the others, its levers in the plan that is open. Never rejects: what is wrong is said with file and
 * row, and nothing of it is taken.
 */
export async function importRegister(context: AppContext, file: File): Promise<RegisterImported> {
  if (file.size > MOST_BYTES)
    return refused(`${file.name} is above 8 MB: registers are far smaller. Give another file.`);
  const { readRegister } = await import('../formats/read-register.ts');
  const { RateCardRefused } = await import('../formats/rate-card-refused.ts');
  try {
    const register = readRegister(new Uint8Array(await file.arrayBuffer()), file.name);
    if (context.project.getState().readOnly)
      return refused('This work is being changed in another tab. Give the file there.');
    const { project } = context.project.getState();
    const plan = openedPlan(context);
    const changes = changesOf(register, project, plan ? project.plans.indexOf(plan) : -1);
    if (changes.length > 0) changeReckoning(context, `Register of ${file.name}`, changes);
    return { state: 'taken', fileName: file.name, parts: partsOf(register, plan !== null) };
  } catch (error) {
    if (error instanceof RateCardRefused) return refused(error.message);
    return refused(`${file.name} could not be read. Choose it again.`);
  }
}

function changesOf(
  { planCard, rates, devices = [], levers }: Partial<Register>,
  project: Project,
  planAt: number,
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
  const plan = project.plans[planAt];
  if (levers && plan) changes.push({ kind: 'replace', list: 'plans', at: planAt, item: { ...plan, levers } });
  return changes;
}

function partsOf({ planCard, rates, devices, levers }: Partial<Register>, hasPlan: boolean): string[] {
  return [
    ...(planCard ? [`plan card “${planCard.name}”`] : []),
    ...(rates ? [`rates “${rates.name}”`] : []),
    ...(devices ? [counted(devices.length, 'radio')] : []),
    ...(levers && levers.length > 0
      ? [`${counted(levers.length, 'lever')}${hasPlan ? '' : ', left out: no plan is open'}`]
      : []),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function refused(message: string): RegisterImported {
  return { state: 'refused', message };
}
