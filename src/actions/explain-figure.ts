import type { FigureQuestion } from '../domain/explain/figure-question.ts';
import type { AppContext } from './app-context.ts';

/** Opens the explanation of a printed figure; null closes it. */
export function explainFigure(context: AppContext, question: FigureQuestion | null): void {
  context.view.setState({ explained: question });
}
