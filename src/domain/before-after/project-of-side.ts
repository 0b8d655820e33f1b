import { datasetInRole, type Project } from '../project/project.ts';
import type { CountSide, CountSides } from './count-side.ts';
import { withReleaseInStead } from './release-in-stead.ts';
import { SideRefused } from './side-refused.ts';

/** The name under which a side's recipe stands in its project. */
const SIDE_RECIPE = 'side';

/**
 * The project as a side counts it: its recipe in force, layers left out, earlier releases in the stead of later ones. The
 * project given is untouched. Throws SideRefused where a layer or release is not there, or where nothing is left.
 */
export function projectOfSide(project: Project, side: CountSide): Project {
  const released = releasedProject(project, side);
  for (const id of side.withoutLayers)
    if (!project.layers.some((layer) => layer.id === id) && !released.layers.some((layer) => layer.id === id))
      throw new SideRefused('A layer that was to be left out is no longer loaded. Choose again.');
  const layers = released.layers.filter(({ id }) => !side.withoutLayers.includes(id));
  if (layers.length === 0) throw new SideRefused('No layer is left to count with. Leave fewer of them out.');
  const recipe = { id: SIDE_RECIPE, name: side.recipeText, text: side.recipeText };
  return { ...released, layers, recipes: [recipe], view: { ...released.view, recipeId: SIDE_RECIPE } };
}

/** The project with a side's releases counted, and all layers that they have. */
export function releasedProject(project: Project, { releases }: CountSide): Project {
  return releases.reduce(withReleaseInStead, project);
}

/** Both projects. Throws SideRefused where they would not count the same premises in the same wards. */
export function projectsOfSides(project: Project, sides: CountSides): Record<keyof CountSides, Project> {
  const before = projectOfSide(project, sides.before);
  const after = projectOfSide(project, sides.after);
  for (const role of ['premises', 'wards'] as const) {
    const [one, other] = [datasetInRole(before, role), datasetInRole(after, role)];
    const same =
      one?.contentId === other?.contentId && JSON.stringify(one?.roles) === JSON.stringify(other?.roles);
    if (!same) throw otherPremises(one?.fileName ?? 'none', other?.fileName ?? 'none');
  }
  return { before, after };
}

/** The refusal of two sides that count different premises, or in different wards. */
export function otherPremises(before: string, after: string): SideRefused {
  return new SideRefused(
    `The two sides do not count the same premises in the same wards (${before}, ${after}), so no difference can be told. ` +
      'Choose releases of the same premises; what changed between two lists is on the Data page.',
  );
}
