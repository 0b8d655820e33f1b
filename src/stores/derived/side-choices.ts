import {
  type CountSide,
  type CountSides,
  type SideName,
  swappedSides,
} from '../../domain/before-after/count-side.ts';
import { inForceOf } from '../../domain/before-after/release-in-stead.ts';
import { currentRecipe, type DatasetRecord, type Project } from '../../domain/project/project.ts';
import { releaseDate } from '../../domain/releases/release-date.ts';
import { readRecipe, recipeLabel } from './recipe-reading.ts';
import type { SidesKind, SidesView } from './sides-text.ts';

/** Something to choose: its value and what a person reads. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The project's definitions, and those the sides have beside them. Values are recipe texts. */
export function recipeOptions(project: Project, sides: CountSides): Choice[] {
  const offered = project.recipes.map((recipe) => ({
    value: recipe.text,
    label: recipeLabel(recipe, project.layers),
  }));
  const own = [sides.before.recipeText, sides.after.recipeText]
    .filter((text, i, all) => all.indexOf(text) === i && offered.every(({ value }) => value !== text))
    .map((text) => ({ value: text, label: recipeLabel({ id: '', name: text, text }, project.layers) }));
  return [...offered, ...own];
}

/** Layers that can be left out, the names as the Not-spots page has them. */
export function layerOptions(project: Project): Choice[] {
  return project.layers.map(({ id, name }) => ({ value: id, label: name }));
}

/** Files of which an earlier release is loaded beside the one in force. Values are content ids of the earlier. */
export function releaseOptions(project: Project): Choice[] {
  return project.datasets.flatMap((earlier): Choice[] => {
    const later = inForceOf(project, earlier);
    if (!later) return [];
    return [{ value: earlier.contentId, label: `${nameOf(earlier)} and ${nameOf(later)}` }];
  });
}

/** What a release is called: its file, with the date where the name does not say it. */
export function nameOf(dataset: DatasetRecord): string {
  const date = releaseDate(dataset);
  const isSaid = date === null || dataset.fileName.replaceAll(/\D/g, '').includes(date.replaceAll(/\D/g, ''));
  return isSaid ? dataset.fileName : `${dataset.fileName} (${date})`;
}

/** The view with another kind of comparison: what the earlier kind chose is taken back, but for the definition. */
export function withKind(view: SidesView, kind: SidesKind, project: Project): SidesView {
  const { before, after } = view.sides;
  const plain = (recipeText: string): CountSide => ({ recipeText, withoutLayers: [], releases: [] });
  if (kind === 'definitions') {
    const other = project.recipes.find(({ text }) => text !== before.recipeText)?.text;
    const next = after.recipeText === before.recipeText ? (other ?? after.recipeText) : after.recipeText;
    return { ...view, kind, sides: { before: plain(before.recipeText), after: plain(next) } };
  }
  const recipe = currentRecipe(project).text;
  if (kind === 'layers') {
    const layer = leaveableLayer(project, recipe);
    const without = { ...plain(recipe), withoutLayers: layer === undefined ? [] : [layer] };
    return { ...view, kind, sides: { before: plain(recipe), after: without } };
  }
  const [release] = releaseOptions(project);
  const earlier = { ...plain(recipe), releases: release ? [release.value] : [] };
  return { ...view, kind, sides: { before: earlier, after: plain(recipe) } };
}

/** The side that leaves layers out, or counts the earlier release; where none does, the one that would by itself. */
export function changedSide({ kind, sides }: SidesView): SideName {
  const list = (side: CountSide) => (kind === 'layers' ? side.withoutLayers : side.releases);
  if (list(sides.before).length > 0) return 'before';
  return list(sides.after).length > 0 || kind === 'layers' ? 'after' : 'before';
}

/** The view with one side changed. */
export function withSide(view: SidesView, name: SideName, change: Partial<CountSide>): SidesView {
  return { ...view, sides: { ...view.sides, [name]: { ...view.sides[name], ...change } } };
}

/** The view with both sides counting by one definition. */
export function withRecipe(view: SidesView, recipeText: string): SidesView {
  return withSide(withSide(view, 'before', { recipeText }), 'after', { recipeText });
}

/** The view with its sides the other way about. */
export function swappedView(view: SidesView): SidesView {
  return { ...view, sides: swappedSides(view.sides) };
}

/** The last layer without which the definition can still be read: mostly one operator of several. */
function leaveableLayer(project: Project, recipe: string): string | undefined {
  return project.layers.findLast(({ id }) => {
    return readRecipe(
      recipe,
      project.layers.filter((layer) => layer.id !== id),
    ).ok;
  })?.id;
}
