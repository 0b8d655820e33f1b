import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import type { RateCard, Spread } from '../../domain/cost/rate-card.ts';
import { NO_SPREAD } from '../../domain/cost/spread.ts';
import { sumOfSpreads } from '../../domain/cost/spread-sum.ts';
import { worksOfPiece } from '../../domain/cost/works-of-piece.ts';
import { leverCosts } from '../../domain/evaluation/lever-costs.ts';
import { DEFAULT_PLAN_CARD } from '../../domain/plan/default-plan-card.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { knownOf, LEVERS_KNOWN, leverFrom } from '../../domain/plan/levers-known.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanCard } from '../../domain/plan/plan-card.ts';
import type { PlanDesign } from '../../domain/plan/plan-design.ts';
import type { Project } from '../../domain/project/project.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { leverTitle } from './lever-title.ts';
import { poundsBand, poundsText } from './pounds-text.ts';
import { sourceText } from './source-text.ts';

/** A lever ready to print. */
export interface LeverView {
  readonly lever: Lever;
  /** "Let protected streets be dug: High Street" */
  readonly title: string;
  readonly does: string;
  readonly owner: string;
  /** "£3,000 (£1,000–£8,000)", "nothing", "£57 by rooftop radio; £1,717 by digging", "not known". */
  readonly cost: string;
  /** What the cost consists of. */
  readonly how: string;
  /** Nobody sourced the figure. */
  readonly isAssumed: boolean;
  /** Where the lever is from: "HM Treasury, 2022"; null: nobody sourced it. */
  readonly source: string | null;
}

/** Levers that a plan has pulled, and those of the catalogue that it could pull for all places. */
export interface LeversView {
  readonly pulled: readonly LeverView[];
  readonly others: readonly LeverView[];
}

/** What levers cost by what is built is told of each design of the plan. */
export function leversView(plan: Plan, project: Pick<Project, 'planCard' | 'rates'>): LeversView {
  const pulled = new Set(plan.levers.map(({ id }) => id));
  const view = (lever: Lever): LeverView => leverView(lever, plan, project);
  return {
    pulled: plan.levers.map(view),
    others: LEVERS_KNOWN.filter(({ key }) => !pulled.has(key)).map(({ key }) => view(leverFrom(key, null))),
  };
}

function leverView(
  lever: Lever,
  plan: Plan,
  { planCard, rates }: Pick<Project, 'planCard' | 'rates'>,
): LeverView {
  const known = knownOf(lever);
  const cost = costOf(lever, plan, {
    card: planCard ?? DEFAULT_PLAN_CARD,
    rates: rates ?? DEFAULT_RATES,
  });
  return {
    lever,
    title: leverTitle(lever, plan.designs),
    does: known?.does ?? `It removes ${lever.removes.join(', ')}.`,
    owner: lever.owner,
    cost: cost?.words ?? 'not known',
    how: known?.costsCouncil ?? '',
    isAssumed: cost !== null && cost.high > 0 && lever.cost?.basis !== 'published',
    source: lever.source && `${sourceText(lever.source).title}, ${sourceText(lever.source).details}`,
  };
}

/** What a lever costs: its own sum, or what it comes to with each design, which is named. null: not known. */
function costOf(
  lever: Lever,
  plan: Plan,
  priced: { readonly card: PlanCard; readonly rates: RateCard },
): { readonly words: string; readonly high: number } | null {
  const penceOf = (design: PlanDesign | null): Spread | null =>
    leverCosts(
      [lever],
      {
        roofs: (design?.radio?.hubs ?? []).map(({ roof }) => roof),
        days: sumOfSpreads(
          (design?.trench?.pieces ?? []).map((piece) => worksOfPiece(piece, priced.rates)?.days ?? NO_SPREAD),
        ),
        topUp: NO_SPREAD,
      },
      priced,
    ).pence;
  if (lever.cost) {
    const pence = penceOf(null);
    return pence && { words: sumWords(pence), high: pence.high };
  }
  if (lever.kind === 'top-up') return null;
  const costs = (plan.designs?.outcomes ?? []).flatMap(({ kind, design }) => {
    const pence = design && penceOf(design);
    return pence ? [{ by: INTERVENTION_TEXT[kind].by, words: sumWords(pence), high: pence.high }] : [];
  });
  if (costs.length === 0) return null;
  return {
    words: costs.map(({ by, words }) => `${words} ${by}`).join('; '),
    high: Math.max(...costs.map(({ high }) => high)),
  };
}

function sumWords(pence: Spread): string {
  if (pence.high === 0) return 'nothing';
  const band = poundsBand(pence);
  return `${poundsText(pence.mid)}${band ? ` (${band})` : ''}`;
}
