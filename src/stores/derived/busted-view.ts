import type { Evaluated, LineKey, PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import { lineWords } from '../../domain/evaluation/line-words.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../../domain/plan/intervention.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { rangeMid, valueText } from './range-text.ts';

/** What a plan came to before a lever was pulled, and what it comes to with it. */
export interface BustedView {
  readonly designs: readonly {
    readonly kind: BuiltIntervention;
    readonly name: string;
    /** Why there is no such design now; null: there is. */
    readonly refused: string | null;
    readonly lines: readonly BustedLine[];
  }[];
  /** Whether any figure differs. */
  readonly isChanged: boolean;
}

export interface BustedLine {
  readonly key: LineKey;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** "+38", "−£12,300"; null: the same, or not known. */
  readonly change: string | null;
  /** Whether the change is for the better; null: neither, or nobody can say. */
  readonly isBetter: boolean | null;
}

const SHOWN: readonly LineKey[] = [
  'served',
  'gigabit',
  'capital',
  'present value',
  'weeks to first service',
  'weeks to last service',
  'days of road works',
  'consents',
  'gap',
];

/** The lines of each design that people ask about first; those that neither design knows are left out. */
export function bustedView(before: PlanEvaluation, after: PlanEvaluation): BustedView {
  const designs = BUILT_INTERVENTIONS.flatMap((kind) => {
    const [was, is] = [before, after].map(({ interventions }) =>
      interventions.find((one) => one.kind === kind),
    );
    if (!is) return [];
    const lines = SHOWN.flatMap((key) => lineOf(key, was, is));
    return [{ kind, name: INTERVENTION_TEXT[kind].name, refused: is.refused, lines }];
  });
  return { designs, isChanged: designs.some(({ lines }) => lines.some(({ change }) => change !== null)) };
}

function lineOf(key: LineKey, was: Evaluated | undefined, is: Evaluated): BustedLine[] {
  const figureOf = (one: Evaluated | undefined) =>
    one?.lines.find((line) => line.key === key)?.figure?.value ?? null;
  const [before, after] = [figureOf(was), figureOf(is)];
  if (!before && !after) return [];
  const { label, better } = lineWords(key);
  const by = before && after ? after.mid - before.mid : 0;
  const unit = after?.unit ?? before?.unit ?? '';
  const words = valueText(Math.abs(by), unit);
  const isSame = before && after ? rangeMid(before) === rangeMid(after) : true;
  return [
    {
      key,
      label,
      before: before ? rangeMid(before) : 'not known',
      after: after ? rangeMid(after) : 'not known',
      change: isSame ? null : `${by > 0 ? '+' : '−'}${words}`,
      isBetter: isSame || better === null ? null : better === 'more' ? by > 0 : by < 0,
    },
  ];
}
