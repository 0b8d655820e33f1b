import type { AskedAt } from '../domain/explain/cell-question.ts';
import type { AppContext } from './app-context.ts';

/** Opens the explanation of a printed figure; null closes it. */
export function explainFigure(context: AppContext, question: AskedAt | null): void {
  context.view.setState({ explained: question });
}
