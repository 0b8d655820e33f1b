import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import { NO_SPREAD } from '../../domain/cost/spread.ts';
import { sumOfSpreads } from '../../domain/cost/spread-sum.ts';
import { worksOfPiece } from '../../domain/cost/works-of-piece.ts';
import { leverCosts } from '../../domain/evaluation/lever-costs.ts';
import { DEFAULT_PLAN_CARD } from '../../domain/plan/default-plan-card.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { knownOf, LEVERS_KNOWN, leverFrom } from '../../domain/plan/levers-known.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
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
  /** "£3,000 (£1,000–£8,000)", "nothing", "not known". */
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

/** What levers cost is of what is chosen to be built, else of the rooftop radio, else of the first design that there is. */
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
  const design = designOf(plan);
  const card = planCard ?? DEFAULT_PLAN_CARD;
  const priced = rates ?? DEFAULT_RATES;
  const built = {
    roofs: (design?.radio?.hubs ?? []).map(({ roof }) => roof),
    days: sumOfSpreads(
      (design?.trench?.pieces ?? []).map((piece) => worksOfPiece(piece, priced)?.days ?? NO_SPREAD),
    ),
    funding: { topUp: NO_SPREAD },
    moreConnections: NO_SPREAD,
  };
  const isKnown = lever.cost !== null || (design !== null && lever.kind !== 'top-up');
  const { pence } = isKnown ? leverCosts([lever], built, { card, rates: priced }) : { pence: null };
  const band = pence && poundsBand(pence);
  return {
    lever,
    title: leverTitle(lever, plan.designs),
    does: known?.does ?? `It removes ${lever.removes.join(', ')}.`,
    owner: lever.owner,
    cost:
      pence === null
        ? 'not known'
        : pence.high === 0
          ? 'nothing'
          : `${poundsText(pence.mid)}${band ? ` (${band})` : ''}`,
    how: known?.costsCouncil ?? '',
    isAssumed: pence !== null && pence.high > 0 && lever.cost?.basis !== 'published',
    source: lever.source && `${sourceText(lever.source).title}, ${sourceText(lever.source).details}`,
  };
}

function designOf({ designs, chosen }: Plan) {
  const made = designs?.outcomes.flatMap(({ design }) => design ?? []) ?? [];
  return (
    made.find(({ kind }) => kind === chosen[0]) ??
    made.find(({ kind }) => kind === 'rooftop radio') ??
    made[0] ??
    null
  );
}
