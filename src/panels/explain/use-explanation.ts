import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { compareAreas, comparisonAsked } from '../../actions/compare-areas.ts';
import { isAnswerTo } from '../../actions/run-study.ts';
import type { AskedAt, CellQuestion } from '../../domain/explain/cell-question.ts';
import type { FigureQuestion } from '../../domain/explain/figure-question.ts';
import { cellExplanationText } from '../../stores/derived/cell-explanation-text.ts';
import { type ExplanationText, explanationText } from '../../stores/derived/explanation-text.ts';
import { isCellQuestion } from '../../stores/derived/is-cell-question.ts';
import { mayBePublished, publishedFor } from '../../stores/derived/published-for.ts';
import type { ResultState } from '../../stores/result-store.ts';
import { useAnalysis, useApp, useProject } from '../app-provider.tsx';

/** The explanation of what is asked; `text` null where there is no such number. `isEarlier`: another count is under way. */
export interface ShownExplanation {
  readonly text: ExplanationText | null;
  readonly isEarlier: boolean;
}

export function useExplanation(asked: AskedAt | null): ShownExplanation {
  const ofTopic = asked && isCellQuestion(asked) ? asked : null;
  const ofCount = asked && !isCellQuestion(asked) ? asked : null;
  const count = useCountText(ofCount);
  const topic = useTopicText(ofTopic);
  return ofTopic ? topic : { text: count, isEarlier: false };
}

function useCountText(asked: FigureQuestion | null): ExplanationText | null {
  const context = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const project = useProject((state) => state.project);
  const version = useProject((state) => state.version);
  const comparison = useStore(context.studies.comparison, (state) =>
    isAnswerTo(state, comparisonAsked(context), version) ? state.answer : null,
  );
  useEffect(() => {
    if (asked && mayBePublished(asked)) void compareAreas(context);
  }, [context, asked]);
  const published = useMemo(
    () => (asked ? publishedFor(asked, project, comparison) : undefined),
    [asked, project, comparison],
  );
  return asked && analysis ? explanationText(asked, analysis, project, published) : null;
}

function useTopicText(asked: CellQuestion | null): ShownExplanation {
  const { studies } = useApp();
  const analysis = useAnalysis((state) => state.analysis);
  const counting = useAnalysis((state) => state.status === 'working');
  const project = useProject((state) => state.project);
  const clusters = useStore(studies.clusters);
  const areas = useStore(studies.areas);
  const comparison = useStore(studies.comparison);
  const changes = useStore(studies['before-after']);
  const text = useMemo(() => {
    const compared = shown(changes);
    const sides = changes.answered?.question;
    return asked
      ? cellExplanationText(asked, {
          analysis,
          project,
          clusters: shown(clusters),
          areas: shown(areas),
          comparison: shown(comparison),
          compared: compared && sides ? { ...compared, sides } : null,
        })
      : null;
  }, [asked, analysis, project, clusters, areas, comparison, changes]);
  const behind =
    asked &&
    {
      cluster: clusters,
      area: areas,
      compared: comparison,
      published: comparison,
      dated: comparison,
      change: changes,
      'use-change': changes,
      'operators-part': null,
    }[asked.kind];
  return { text, isEarlier: counting || behind?.status === 'working' };
}

/** The answer that the tables show: the last one, also while another is made. */
function shown<Answer>({ status, answer }: ResultState<unknown, Answer>): Answer | null {
  return status === 'ready' || status === 'working' ? answer : null;
}
