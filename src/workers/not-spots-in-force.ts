import { ClustersRefused, notSpotRows } from '../domain/clusters/not-spot-rows.ts';
import type { NotSpotsInForce } from '../domain/dig/chosen-premises.ts';
import { layersAside } from '../domain/not-spots/layers-aside.ts';
import { parseRecipe } from '../domain/not-spots/parse-recipe.ts';
import { RecipeError } from '../domain/not-spots/recipe.ts';
import { resolveRecipe } from '../domain/not-spots/resolve-recipe.ts';
import type { Prepared } from '../domain/project/prepared.ts';
import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { countInForce } from './count-in-force.ts';
import type { StudyBench } from './study-bench.ts';

/** Which premises are not-spots of the definition in force; where that is told of no single one, why. */
export function* notSpotsInForce(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  prepared: Prepared,
): Generator<WorkStep, NotSpotsInForce> {
  try {
    const analysis = yield* countInForce(bench, project, prepared);
    if (!analysis) return NONE;
    const { answers, premises } = prepared;
    const aside = new Set(layersAside(project.layers, answers, premises.count).map(({ layer }) => layer.id));
    const names = resolveRecipe(parseRecipe(analysis.recipeText), project.layers, aside);
    try {
      const rows = yield* notSpotRows(analysis, names, answers, premises.unit);
      return { rows, whyNotTold: null, rowState: analysis.rowState };
    } catch (error) {
      if (!(error instanceof ClustersRefused)) throw error;
      const whyNotTold = error.message.replace(
        'so no cluster can be drawn',
        'so a dig cannot be asked for them alone',
      );
      return { rows: null, whyNotTold, rowState: analysis.rowState };
    }
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    return { ...NONE, whyNotTold: error.message };
  }
}

const NONE: NotSpotsInForce = {
  rows: null,
  whyNotTold:
    'No coverage is loaded, so nothing says which premises are not-spots. Load coverage, or ask for all premises.',
  rowState: new Uint8Array(0),
};
