import { DEFAULT_RATES } from '../cost/default-rates.ts';
import type { RateCard } from '../cost/rate-card.ts';
import type { Project } from '../project/project.ts';
import type { DeviceProfile } from '../radio/device.ts';
import { DEFAULT_PLAN_CARD } from './default-plan-card.ts';
import type { Lever } from './lever.ts';
import type { Plan } from './plan.ts';
import type { PlanCard } from './plan-card.ts';

/** Everything that plans are reckoned with and that somebody states: what it costs, takes and pays, radios, levers pulled. */
export interface Register {
  readonly planCard: PlanCard;
  readonly rates: RateCard;
  /** Each id once. */
  readonly devices: readonly DeviceProfile[];
  /** Of one plan; each id once. */
  readonly levers: readonly Lever[];
}

/** The register of a project, with the levers that a plan pulls. */
export function registerOf(
  { planCard, rates, devices }: Pick<Project, 'planCard' | 'rates' | 'devices'>,
  plan: Plan | null,
): Register {
  return {
    planCard: planCard ?? DEFAULT_PLAN_CARD,
    rates: rates ?? DEFAULT_RATES,
    devices,
    levers: plan?.levers ?? [],
  };
}
