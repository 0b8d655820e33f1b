import type { Evaluated, PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import type { Figure } from '../domain/project/figure.ts';
import { lackWords } from '../domain/project/lacks.ts';

/**
 * What a duel comes to, line by line for a terminal: each intervention with the same lines, why this and not that, and at the
 * end what is to be said of them, once.
 */
export function duelLines({ interventions, sentences }: PlanEvaluation): string[] {
  const kindsOf = new Map<string, string[]>();
  for (const { kind, refused, notes } of interventions)
    for (const note of refused === null ? notes : []) kindsOf.set(note, [...(kindsOf.get(note) ?? []), kind]);
  return [
    ...interventions.flatMap(linesOf),
    'why this and not that:',
    ...sentences.map((sentence) => `  ${sentence}`),
    'to be said of it:',
    ...Array.from(kindsOf, ([note, kinds]) => `  ${kinds.length === 1 ? `${kinds[0]}: ` : ''}${note}`),
  ];
}

function linesOf({ kind, refused, lines }: Evaluated): string[] {
  if (refused !== null) return [`${kind}: not designed. ${refused}`];
  return [
    `${kind}:`,
    ...lines.map(
      ({ key, figure, why }) =>
        `  ${lineWords(key).label}: ${figure ? figureWords(figure) : `not known${why ? ` (${why})` : ''}`}`,
    ),
  ];
}

function figureWords({ value: { low, mid, high, unit, basis, lacks }, denominator }: Figure): string {
  const [least, middle, most] = [low, mid, high].map((one) =>
    one.toLocaleString('en-GB', { maximumFractionDigits: unit === 'pounds' ? 0 : 1 }),
  );
  const range = lackWords(low === high ? middle : `${least} – ${middle} – ${most}`, lacks);
  const of = denominator === null ? '' : ` of ${denominator.toLocaleString('en-GB')}`;
  return `${range}${of} ${unit}${basis === 'assumed' ? ' (assumed)' : ''}`;
}
