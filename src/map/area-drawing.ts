import type { AppContext } from '../actions/app-context.ts';
import { recipeInForce } from '../stores/derived/recipe-in-force.ts';
import type { AreaLayersInput } from './layers/area-layers.ts';

/**
 * What of the areas the map is to draw now: the last shapes made, while their topic is open and they are of the project
 * and the definition on show; else null. The very same object as long as nothing changes.
 */
export function createAreaDrawing(context: AppContext): () => AreaLayersInput | null {
  let last: { readonly answer: unknown; readonly input: AreaLayersInput } | null = null;
  return () => {
    const { page, topic } = context.view.getState();
    const { answer, answered } = context.studies['area-shapes'].getState();
    const { project, version } = context.project.getState();
    if (page !== 'not-spots' || topic !== 'areas' || !answer || !answered) return null;
    const { technology, recipeText } = answered.question;
    if (answered.version !== version || recipeText !== recipeInForce(project).text) return null;
    if (last?.answer !== answer) {
      const operators =
        technology === null || answer.operators === null ? null : { technology, count: answer.operators };
      last = { answer, input: { version: (last?.input.version ?? 0) + 1, operators } };
    }
    return last.input;
  };
}
