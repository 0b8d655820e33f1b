import type { LinkAnswer } from '../../domain/radio/one-link.ts';
import type { ReachQuality } from '../../domain/radio/reach-answer.ts';

/** How one link reaches, by the same rule as a roof its premises: a free path alone does not do where no rate is held. */
export function linkQuality({ class: found, budget, budgetBack }: LinkAnswer): ReachQuality {
  if (found === 'no link' || found === 'not known') return found;
  const isBlocked = found === 'blocked';
  const margin = linkMarginDecibels({ budget, budgetBack });
  if (margin === null) return isBlocked ? 'blocked' : 'not known';
  const holds = margin >= 0;
  if (isBlocked) return holds ? 'obstructed' : 'blocked';
  return holds ? found : 'too weak';
}

/** How far the weaker way is over what the lowest rate needs; null where nothing is reckoned. */
export function linkMarginDecibels({
  budget,
  budgetBack,
}: Pick<LinkAnswer, 'budget' | 'budgetBack'>): number | null {
  return budget && Math.min(budget.marginDecibels, (budgetBack ?? budget).marginDecibels);
}
