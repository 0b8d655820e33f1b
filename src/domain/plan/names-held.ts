import type { ConfidentialPlan } from './confidential-plan.ts';
import type { Plan } from './plan.ts';

/**
 * Names in a plan's designs, lower case, that tell where confidential things are: of roofs, which bear addresses and streets as
 * well, where premises, roofs or streets are confidential; of streets that are dug, where those are. Each once.
 */
export function namesHeld(
  { designs }: Pick<Plan, 'designs'>,
  { route, roofs, premises }: Pick<ConfidentialPlan, 'route' | 'roofs' | 'premises'>,
): string[] {
  if (route === null && roofs === null && premises === null) return [];
  const names = new Set<string>();
  for (const { design } of designs?.outcomes ?? []) {
    for (const { roof } of design?.radio?.hubs ?? []) names.add(roof.name);
    for (const { behind } of design?.radio?.missed ?? []) if (behind) names.add(behind.roofName);
    if (route === null) continue;
    for (const { streetName } of design?.trench?.pieces ?? []) if (streetName) names.add(streetName);
  }
  return [...names].map((name) => name.toLowerCase());
}
