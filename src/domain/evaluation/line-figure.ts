import type { UsedRate } from '../cost/assumed-rates.ts';
import type { Spread } from '../cost/rate-card.ts';
import { sourcesOnce } from '../cost/rate-sources.ts';
import type { PlanItem } from '../plan/plan-card.ts';
import { PLAN_ITEM_WORDS } from '../plan/plan-card-words.ts';
import type { Figure, Source } from '../project/figure.ts';
import { isPartlyAssumed } from '../project/is-partly-assumed.ts';
import { withLacks } from '../project/lacks.ts';
import { type Basis, rangeOf } from '../project/range.ts';
import type { EvaluatedLine, LineKey } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';

/** What a line is made of. */
export interface LineMade {
  readonly value: Spread;
  readonly unit: string;
  readonly definition: string;
  /** What belongs to it, is not known and in none of its three, by name. */
  readonly lacksAbove?: readonly string[];
  readonly lacksBelow?: readonly string[];
  readonly denominator?: number;
  readonly basis?: Basis;
  /** Items of the plan card that went into it: their sources, or that nobody sourced them. */
  readonly items?: readonly PlanItem[];
  /** Rates that went into it, with their sources or that nobody sourced them. */
  readonly rates?: readonly Pick<UsedRate, 'name' | 'source'>[];
  readonly sources?: readonly Source[];
  /** What else is taken for granted, as sentences. */
  readonly notes?: readonly string[];
  /** Of the denominator, how many are not known. */
  readonly notKnown?: number;
  /** Only what is built has a say in it, and no coverage. */
  readonly isOfWorks?: boolean;
}

/** A line with its figure: files, cards and everything assumed go with it. */
export function lineOf(
  key: LineKey,
  made: LineMade,
  { places, card, sources, sourcesOfWorks = sources, assumptions }: EvaluationInput,
): EvaluatedLine {
  const { value, unit, definition, items = [], rates = [], basis = 'modelled' } = made;
  const own = [...new Set(items)];
  const assumed = [
    ...rates.filter(({ source }) => !source).map(({ name }) => `Rate: ${name}.`),
    ...own
      .filter((item) => !card.items[item].source)
      .map((item) => `Plan card: ${PLAN_ITEM_WORDS[item].label}.`),
    ...[
      ...rates.map(({ name, source }) => ({ what: `Rate: ${name}`, source })),
      ...own.map((item) => ({
        what: `Plan card: ${PLAN_ITEM_WORDS[item].label}`,
        source: card.items[item].source,
      })),
    ]
      .filter(({ source }) => source !== null && isPartlyAssumed(source))
      .map(({ what }) => `${what}, in part: its source says which of its figures.`),
    ...(made.notes ?? []),
  ];
  const figure: Figure = {
    value: withLacks(
      rangeOf(value.low, value.mid, value.high, unit, basis),
      made.lacksAbove ?? [],
      made.lacksBelow,
    ),
    denominator: made.denominator ?? null,
    definition,
    sources: sourcesOnce([
      ...(made.isOfWorks ? sourcesOfWorks : sources),
      ...(made.sources ?? []),
      ...rates.flatMap(({ source }) => source ?? []),
      ...own.flatMap((item) => card.items[item].source ?? []),
    ]),
    assumptions: [...[...new Set(assumed)].map((text) => ({ text, source: null })), ...assumptions],
    rowsUsed: places.reduce((sum, { rows }) => sum + rows.length, 0),
    notKnown: made.notKnown ?? 0,
  };
  return { key, figure, why: null };
}

/** A line that is not known, and why. */
export function notKnownLine(key: LineKey, why: string): EvaluatedLine {
  return { key, figure: null, why };
}
