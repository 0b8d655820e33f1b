import { registerOf } from '../domain/plan/register.ts';
import type { AppContext } from './app-context.ts';
import { downloadText } from './download-text.ts';
import { openedPlan } from './find-plan.ts';

/** Saves the register as a file, with the levers of the plan that is open; gives its name. */
export async function exportRegister(context: AppContext, format: 'json' | 'csv'): Promise<string> {
  const { project } = context.project.getState();
  const register = registerOf(project, openedPlan(context));
  const fileName = `${project.name} register.${format}`;
  if (format === 'json') {
    const { writeRegisterJson } = await import('../formats/register-json.ts');
    return downloadText(writeRegisterJson(register), fileName, 'application/json');
  }
  const { writeRegisterCsv } = await import('../formats/register-csv.ts');
  return downloadText(writeRegisterCsv(register), fileName, 'text/csv');
}
