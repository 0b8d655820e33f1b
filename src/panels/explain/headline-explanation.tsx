import { explanationText } from '../../stores/derived/explanation-text.ts';
import { useAnalysis, useProject } from '../app-provider.tsx';
import { FigureAnswer } from './figure-answer.tsx';

const HEADLINE = { kind: 'not-spots', place: 'total' } as const;

/** The headline's explanation, in place. */
export function HeadlineExplanation() {
  const analysis = useAnalysis((state) => state.analysis);
  const project = useProject((state) => state.project);
  const text = analysis ? explanationText(HEADLINE, analysis, project) : null;
  return text ? <FigureAnswer text={text} level={2} /> : null;
}
