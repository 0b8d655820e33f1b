import type { Evaluated, PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import { lineWords } from '../domain/evaluation/line-words.ts';
import type { Figure } from '../domain/project/figure.ts';

/** What a duel comes to, line by line for a terminal: each intervention with the same lines, then why this and not that. */
export function duelLines({ interventions, sentences }: PlanEvaluation): string[] {
  return [...interventions.flatMap(linesOf), ...sentences];
}

function linesOf({ kind, refused, lines, notes }: Evaluated): string[] {
  if (refused !== null) return [`${kind}: not designed. ${refused}`];
  return [
    `${kind}:`,
    ...lines.map(
      ({ key, figure, why }) =>
        `  ${lineWords(key).label}: ${figure ? figureWords(figure) : `not known${why ? ` (${why})` : ''}`}`,
    ),
    ...notes.map((note) => `  note: ${note}`),
  ];
}

function figureWords({ value: { low, mid, high, unit, basis } }: Figure): string {
  const [least, middle, most] = [low, mid, high].map((one) =>
    one.toLocaleString('en-GB', { maximumFractionDigits: 1 }),
  );
  const range = low === high ? middle : `${least} – ${middle} – ${most}`;
  return `${range} ${unit}${basis === 'assumed' ? ' (assumed)' : ''}`;
}
