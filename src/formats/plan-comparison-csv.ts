import type { Evaluated, EvaluatedLine, PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { type Lacks, lackWords } from '../domain/project/lacks.ts';
import type { DigColumn } from './dig-columns.ts';
import { type PlanTold, planToldColumns } from './plan-told.ts';
import { toldTable } from './told-table.ts';

/**
 * What each intervention of a plan is judged by as CSV, a line for each intervention and key, in the order of both: low, mid
 * and high with their unit, what they are out of, whether they are at least or at most that, definition, and what nobody sourced. Blank is not known, for `why`.
 */
export function planComparisonCsv(plan: Plan, evaluation: PlanEvaluation, told: PlanTold): string {
  const lines = [...evaluation.interventions, evaluation.chosen].flatMap((judged): Line[] =>
    judged.refused === null
      ? judged.lines.map((line) => ({ kind: judged.kind, line, why: line.why }))
      : [{ kind: judged.kind, line: null, why: judged.refused }],
  );
  return toldTable(COLUMNS, lines, planToldColumns(plan, told, LACKS));
}

interface Line {
  readonly kind: Evaluated['kind'];
  /** null: there is no such design. */
  readonly line: EvaluatedLine | null;
  readonly why: string | null;
}

const COLUMNS: readonly DigColumn<Line>[] = [
  ['intervention', ({ kind }) => kind],
  ['key', ({ line }) => line?.key ?? null],
  ['low', ({ line }) => line?.figure?.value.low ?? null],
  ['mid', ({ line }) => line?.figure?.value.mid ?? null],
  ['high', ({ line }) => line?.figure?.value.high ?? null],
  ['unit', ({ line }) => line?.figure?.value.unit ?? null],
  ['of', ({ line }) => line?.figure?.denominator ?? null],
  ['basis', ({ line }) => line?.figure?.value.basis ?? null],
  ['not_in_it', ({ line }) => notInIt(line)],
  ['why_not_known', ({ why }) => why],
  ['definition', ({ line }) => line?.figure?.definition ?? null],
  [
    'assumed',
    ({ line }) =>
      line?.figure?.assumptions
        .filter(({ source }) => source === null)
        .map(({ text }) => text)
        .join('; ') ?? null,
  ],
  ['figure_sources', ({ line }) => line?.figure?.sources.map(({ title }) => title).join('; ') ?? null],
];

/** That low, mid and high are at least, or at most, what they say; blank: they are the whole. */
function notInIt(line: EvaluatedLine | null): string | null {
  const lacks = line?.figure?.value.lacks;
  return lacks ? `${lackWords('what is told', lacks)}: ${numberOfThings(lacks)} not known` : null;
}

function numberOfThings({ above, below }: Lacks): string {
  const many = above.length + below.length;
  return many === 1 ? 'one thing is' : `${many} things are`;
}

const LACKS =
  'the trenches, hubs and premises, wards, barriers, levers, notes on the designs, and what was asked; the plan as GeoJSON holds these, the page the rest';
