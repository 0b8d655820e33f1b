import { type TopicNumber, topicFigure } from '../stores/derived/topic-figure.ts';
import { useProject } from './app-provider.tsx';
import { FigureExplanation } from './figure-explanation.tsx';

/** The explanation of a topic's number. */
export function TopicFigure({ of }: { readonly of: TopicNumber }) {
  const project = useProject((state) => state.project);
  const figure = topicFigure(of, project);
  if (!figure) return <p>What this was counted from is no longer loaded.</p>;
  return <FigureExplanation figure={figure} />;
}
