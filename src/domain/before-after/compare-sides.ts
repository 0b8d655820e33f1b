import { analyse } from '../not-spots/analyse.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { askedLayers } from '../not-spots/asked-layers.ts';
import { RecipeError } from '../not-spots/recipe.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import type { Prepared } from '../project/prepared.ts';
import { datasetInRole, type Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Workbench } from '../project/workbench.ts';
import { type CountComparison, compareCounts } from './compare-counts.ts';
import { type CountSides, isSameSide, type SideName } from './count-side.ts';
import { KnownCounts } from './known-counts.ts';
import { preparedWithout } from './prepared-without.ts';
import { otherPremises, projectsOfSides, releasedProject } from './project-of-side.ts';
import { SideRefused } from './side-refused.ts';

/** Both counts and what lies between them. */
export interface SidesCompared {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly comparison: CountComparison;
  readonly premises: PremisesTable;
}

/**
 * Counts both sides of a project and compares them. Quick where a side was counted before: `known` keeps a few counts.
 * Throws SideRefused where the sides cannot be compared, where a recipe cannot be read (the message names the side), and
 * where there are no premises.
 */
export function* compareSides(
  bench: Workbench,
  project: Project,
  sides: CountSides,
  known: KnownCounts = new KnownCounts(),
): Generator<WorkStep, SidesCompared> {
  const projects = projectsOfSides(project, sides);
  const count = (name: SideName) =>
    countSide(bench, { all: releasedProject(project, sides[name]), own: projects[name], name }, known);
  const before = yield* count('before');
  const after = yield* count('after');
  if (before.prepared.membership !== after.prepared.membership) {
    const [one, other] = [
      datasetInRole(projects.before, 'premises'),
      datasetInRole(projects.after, 'premises'),
    ];
    throw otherPremises(one?.fileName ?? '', other?.fileName ?? '');
  }
  yield { what: 'Comparing the two counts', fraction: 1 };
  const { premises, membership, uses } = before.prepared;
  const isSameQuestion = isSameSide(sides.before, sides.after) || asksTheSame(sides, projects);
  const comparison = compareCounts(before.analysis, after.analysis, {
    premises,
    membership,
    uses,
    isSameQuestion,
  });
  return { before: before.analysis, after: after.analysis, comparison, premises };
}

/** Whether the sides differ only in layers that their definition does not ask for. */
function asksTheSame({ before, after }: CountSides, projects: Readonly<Record<SideName, Project>>): boolean {
  const alike = { withoutLayers: [] };
  if (!isSameSide({ ...before, ...alike }, { ...after, ...alike })) return false;
  const asked = (side: SideName): string =>
    JSON.stringify([...askedLayers(before.recipeText, projects[side].layers)].sort());
  return asked('before') === asked('after');
}

/** A side's project, and the same with the layers that it leaves out: what is prepared for all serves any of them. */
interface SideProject {
  readonly all: Project;
  readonly own: Project;
  readonly name: SideName;
}

function* countSide(
  bench: Workbench,
  { all, own, name }: SideProject,
  known: KnownCounts,
): Generator<WorkStep, { prepared: Prepared; analysis: Analysis }> {
  const whole = yield* bench.prepare(all);
  if (!whole) throw new SideRefused('There are no premises to compare. Drop in a premises file first.');
  const { layers } = own;
  const [{ text: recipeText }] = own.recipes;
  const key = JSON.stringify([recipeText, layers]);
  try {
    const count = (): Analysis => {
      const prepared = preparedWithout(whole, all.layers, layers);
      return analyse({ ...prepared, layers, recipeText, layerTallies: prepared.tallies });
    };
    return { prepared: whole, analysis: known.once(whole, key, count) };
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    throw new SideRefused(`The definition of “${name}” cannot be used: ${error.message}`);
  }
}
