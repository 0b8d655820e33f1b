import type { AskedAt } from '../domain/explain/cell-question.ts';
import type { NumberIn } from '../ui/charts/number-in.ts';
import { ExplainedNumber } from './explained-number.tsx';

/** How a chart's numbers open their explanations: `asks` says what a number is of; null: it is not explained. */
export function explainedIn(asks: (row: string, column: string) => AskedAt | null): NumberIn {
  return ({ row, column }, text) => {
    const asked = asks(row, column);
    return asked ? (
      <ExplainedNumber asks={asked} place={asked.place}>
        {text}
      </ExplainedNumber>
    ) : (
      text
    );
  };
}
