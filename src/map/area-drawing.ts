import type { AppContext } from '../actions/app-context.ts';
import type { AreaAnalysis } from '../domain/areas/area-analysis.ts';
import { recipeInForce } from '../stores/derived/recipe-in-force.ts';
import type { AreaLayersInput } from './layers/area-layers.ts';

/**
 * What of the areas the map is to draw now: the last shapes made, while their topic is open and they are of the project
 * and the definition on show; else null. The very same object as long as nothing changes.
 */
export function createAreaDrawing(context: AppContext): () => AreaLayersInput | null {
  let last: { readonly answer: unknown; readonly input: AreaLayersInput } | null = null;
  return () => {
    const { answer, answered } = context.studies['area-shapes'].getState();
    if (!answer || !isOnShow(context, answered)) return null;
    const { technology } = answered.question;
    if (last?.answer !== answer) {
      const operators =
        technology === null || answer.operators === null ? null : { technology, count: answer.operators };
      last = { answer, input: { version: (last?.input.version ?? 0) + 1, operators } };
    }
    return last.input;
  };
}

/** The measured areas, while their topic is open and they are of the project and the definition on show; else null. */
export function measuredAreas(context: AppContext): AreaAnalysis | null {
  const { answer, answered } = context.studies.areas.getState();
  return isOnShow(context, answered) ? answer : null;
}

interface Answered {
  readonly question: { readonly recipeText: string };
  readonly version: number;
}

function isOnShow<Of extends Answered>(context: AppContext, answered: Of | null): answered is Of {
  const { page, topic } = context.view.getState();
  const { project, version } = context.project.getState();
  if (page !== 'not-spots' || topic !== 'areas') return false;
  return answered?.version === version && answered.question.recipeText === recipeInForce(project).text;
}
